import type { EventStatus, Permission, RequestKind } from '@linli/contract'
import { dayOf } from '@linli/standards'
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

/** What waits is shown in these groups, the most pressing first; each event stands in the first it belongs to. */
export const todayGroups = [
  { key: 'overdue', title: '已超时' },
  { key: 'dueSoon', title: '即将超时' },
  { key: 'new', title: '今日新到' },
  { key: 'waiting', title: '其他待办' },
] as const
export type TodayKey = (typeof todayGroups)[number]['key']

/** Midnight in Asia/Shanghai of the day an instant lies in. */
export const dayStart = (now: Date): Date => new Date(`${dayOf(now)}T00:00:00+08:00`)
