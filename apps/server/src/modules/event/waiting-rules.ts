import type { EventStatus, Permission, RequestKind } from '@linli/contract'
import type { Who } from './who-rules.ts'

/** What waits for a step of somebody's posts: states, states only where a community handles, what was checked and is asked about or closed at once, and applications to decide. */
export interface Waits { statuses: EventStatus[], community: EventStatus[], checked: ('asked' | 'unasked')[], pending: RequestKind[] }

/** For 今日待办 and 等我办理. */
export function waitsFor(may: (permission: Permission) => boolean, side: Who['side']): Waits {
  const handled: EventStatus[] = may('event.handle') ? ['dispatched', 'handling'] : []
  if (side === 'unit') return { statuses: handled, community: [], checked: [], pending: [] }
  const own: [Permission, EventStatus[], RequestKind[]][] = [
    ['event.accept', ['reported'], []],
    ['event.file', ['accepted'], []],
    ['event.dispatch', ['filed'], ['extension', 'suspension']],
    ['event.check', ['verifying', 'feedback'], []],
    ['event.close', ['revisited', 'selfHandled'], []],
    ['event.cancel', [], ['cancel']],
  ]
  const held = own.filter(([permission]) => may(permission))
  // Whoever closes sees to what nobody is asked about: what staff found themselves, and parts.
  const checked = [...(may('event.revisit') ? ['asked' as const] : []), ...(may('event.close') ? ['unasked' as const] : [])]
  return { statuses: held.flatMap(([, statuses]) => statuses), community: handled, checked, pending: held.flatMap(([, , pending]) => pending) }
}
