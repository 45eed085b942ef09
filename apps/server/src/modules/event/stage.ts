import type { EventStatus } from '@linli/contract'
import { dueAt, elapsed, limitMinutes, severeAt, warnAt, type Limit, type Span, type WorkCalendar } from '@linli/standards'

/** A stay in a state that has begun: its limit, when it is due, when the lamp turns yellow, and when it is three times late. Facts from here on. */
export interface Begun { limit: Limit | null, dueAt: Date | null, warnAt: Date | null, severeAt: Date | null }

/** What a stay took, in minutes on the clock of its limit; `times` how many times that limit it was late, to a tenth (超时倍数). */
export interface Ended { used: number, paused: number, overdue: number, times: number | null }

/** States in which the office waits for somebody outside: their time is a pause. */
const waiting: readonly EventStatus[] = ['needInfo', 'needDetail', 'suspended', 'split', 'transferred']
/** States that wait for nobody. */
const resting: readonly EventStatus[] = ['draft', 'closed', 'cancelled', 'merged']

/** States whose limit goes on after a stay in one of these, which counts as a pause: the acceptor waits for the resident or for what the grid worker finds, the unit for the resident or for the obstacle to go. */
const goesOnAfter: Partial<Record<EventStatus, readonly EventStatus[]>> = { reported: ['needInfo', 'verifying'], handling: ['suspended', 'needDetail'] }

export const isResting = (status: EventStatus) => resting.includes(status)

/**
 * The stay that begins now. Coming back to a state after a pause (the resident has answered), the limit goes on where it stood:
 * `before` are the earlier stays of the same limit, `pauses` the time between.
 */
export function begin(calendar: WorkCalendar, status: EventStatus, limit: Limit | null, now: Date, before?: { since: Date, pauses: Span[] }): Begun {
  if (isResting(status) || !limit) return { limit: null, dueAt: null, warnAt: null, severeAt: null }
  const since = before?.since ?? now
  const pauses = before?.pauses ?? []
  const due = dueAt(calendar, since, limit, pauses)
  return { limit, dueAt: due, ...(waiting.includes(status) ? { warnAt: null, severeAt: null } : { warnAt: warnAt(calendar, since, limit, pauses), severeAt: severeAt(calendar, due, limit) }) }
}

/** The first stay under the limit that goes on with `to` now, and the pauses since; undefined where a limit begins anew. `stays` are those before, the oldest first. */
export function goingOn(stays: readonly { status: string, since: Date, until: Date | null }[], to: EventStatus, now: Date): { since: Date, pauses: Span[] } | undefined {
  const between = goesOnAfter[to]
  if (!between) return undefined
  const isOf = ({ status }: { status: string }) => status === to || between.some((one) => one === status)
  const last = stays.findLastIndex((stay) => !isOf(stay))
  const chain = stays.slice(last + 1)
  const first = chain.find(({ status }) => status === to)
  return first && { since: first.since, pauses: chain.filter(({ status }) => status !== to).map(({ since, until }) => ({ from: since, to: until ?? now })) }
}

/** What the stay took; without a limit the clock runs day and night. A wait for the resident is a pause and never overdue. */
export function end(calendar: WorkCalendar, stay: { status: EventStatus, since: Date, limit: Limit | null, dueAt: Date | null }, now: Date): Ended {
  const unit = stay.limit?.unit ?? 'clockHour'
  const { used } = elapsed(calendar, unit, { from: stay.since, to: now })
  if (waiting.includes(stay.status)) return { used: 0, paused: used, overdue: 0, times: null }
  const late = stay.dueAt && now > stay.dueAt ? elapsed(calendar, unit, { from: stay.dueAt > stay.since ? stay.dueAt : stay.since, to: now }).used : 0
  return { used, paused: 0, overdue: late, times: late > 0 ? Math.round(late / Math.max(limitMinutes(calendar, stay.since, stay.limit!), 1) * 10) / 10 : null }
}
