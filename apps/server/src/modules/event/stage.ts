import type { EventStatus, Light } from '@linli/contract'
import { dueAt, elapsed, limitUnitLabels, warnAt, type Limit, type Span, type WorkCalendar } from '@linli/standards'

/** A stay in a state that has begun: its limit, when it is due, and when the lamp turns yellow. Facts from here on. */
export interface Begun { limit: Limit | null, dueAt: Date | null, warnAt: Date | null }

/** What a stay took, in minutes on the clock of its limit. */
export interface Ended { used: number, paused: number, overdue: number }

/** States in which the office waits for somebody outside: their time is a pause. */
const waiting: readonly EventStatus[] = ['needInfo']
/** States that wait for nobody. */
const resting: readonly EventStatus[] = ['draft', 'closed', 'cancelled']

export const isResting = (status: EventStatus) => resting.includes(status)

/**
 * The stay that begins now. Coming back to a state after a pause (the resident has answered), the limit goes on where it stood:
 * `before` are the earlier stays of the same limit, `pauses` the time between.
 */
export function begin(calendar: WorkCalendar, status: EventStatus, limit: Limit | null, now: Date, before?: { since: Date, pauses: Span[] }): Begun {
  if (isResting(status) || !limit) return { limit: null, dueAt: null, warnAt: null }
  const since = before?.since ?? now
  const pauses = before?.pauses ?? []
  return { limit, dueAt: dueAt(calendar, since, limit, pauses), warnAt: waiting.includes(status) ? null : warnAt(calendar, since, limit, pauses) }
}

/** What the stay took; without a limit the clock runs day and night. A wait for the resident is a pause and never overdue. */
export function end(calendar: WorkCalendar, stay: { status: EventStatus, since: Date, limit: Limit | null, dueAt: Date | null }, now: Date): Ended {
  const unit = stay.limit?.unit ?? 'clockHour'
  const { used } = elapsed(calendar, unit, { from: stay.since, to: now })
  if (waiting.includes(stay.status)) return { used: 0, paused: used, overdue: 0 }
  const late = stay.dueAt && now > stay.dueAt ? elapsed(calendar, unit, { from: stay.dueAt > stay.since ? stay.dueAt : stay.since, to: now }).used : 0
  return { used, paused: 0, overdue: late }
}

export function lightAt(now: Date, due: Date | null, warn: Date | null): Light | null {
  if (!due) return null
  if (now > due) return 'red'
  return warn && now >= warn ? 'yellow' : 'green'
}

/** 4 工作时, 2 工作日. */
export const limitWords = (limit: Limit) => `${limit.amount} ${limitUnitLabels[limit.unit]}`
