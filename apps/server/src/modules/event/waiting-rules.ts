import type { EventStatus, Permission, RequestKind } from '@linli/contract'
import type { Who } from './who-rules.ts'

/** What waits for a step of somebody's posts: states, states only where a community handles, and applications to decide. */
export interface Waits { statuses: EventStatus[], community: EventStatus[], pending: RequestKind[] }

/** For 今日待办 and 等我办理. */
export function waitsFor(may: (permission: Permission) => boolean, side: Who['side']): Waits {
  const handled: EventStatus[] = may('event.handle') ? ['dispatched', 'handling'] : []
  if (side === 'unit') return { statuses: handled, community: [], pending: [] }
  const own: [Permission, EventStatus[], RequestKind[]][] = [
    ['event.accept', ['reported'], []],
    ['event.file', ['accepted'], []],
    ['event.dispatch', ['filed'], ['extension', 'suspension']],
    ['event.check', ['verifying', 'feedback'], []],
    ['event.revisit', ['checked'], []],
    ['event.close', ['revisited', 'selfHandled'], []],
    ['event.cancel', [], ['cancel']],
  ]
  const held = own.filter(([permission]) => may(permission))
  return { statuses: held.flatMap(([, statuses]) => statuses), community: handled, pending: held.flatMap(([, , pending]) => pending) }
}
