import type { WorkCalendar } from './calendar.ts'
import { minuteMs } from './day.ts'
import { addWorking, runningMs, runOn, type Limit, type LimitUnit } from './working-time.ts'

/** From an instant to a later one. */
export type Span = { from: Date; to: Date }

/** Share of the limit from which a matter is near its deadline (临期). */
const warnShare = 0.8

/** The signal lamp of a deadline: green, yellow from 80 % of the limit, red beyond it, severe three times late. */
export type Light = 'green' | 'yellow' | 'red' | 'severe'

/**
 * Minutes that the unit's clock has run in the span and minutes it stood still (挂账, 待补充材料). Working units count office
 * hours alone, `clockHour` and `day` every minute. Pauses may overlap, touch or reach beyond the span; an open one ends with
 * `to: now`. Whole minutes: a started minute counts as used, so that nothing overdue rounds down to on time.
 */
export function elapsed(calendar: WorkCalendar, unit: LimitUnit, span: Span, pauses: readonly Span[] = []): { used: number; paused: number } {
  const from = span.from.getTime()
  const to = Math.max(from, span.to.getTime())
  let pausedMs = 0
  for (const pause of merged(pauses, from, to)) pausedMs += runningMs(calendar, unit, pause.from, pause.to)
  const usedMs = runningMs(calendar, unit, from, to) - pausedMs
  return { used: Math.ceil(usedMs / minuteMs), paused: Math.floor(pausedMs / minuteMs) }
}

/**
 * When a limit ends, moved on by the pauses: each pause that begins before the deadline (as moved so far) adds what it held up
 * of the unit's clock. For days that means minutes of office hours, so three workdays of pause are three workdays more.
 */
export function dueAt(calendar: WorkCalendar, from: Date, limit: Limit, pauses: readonly Span[] = []): Date {
  return movedOn(calendar, limit.unit, { from: from.getTime(), to: addWorking(calendar, from, limit).getTime() }, pauses)
}

/** When the lamp turns yellow: 80 % of the limit on its own clock, moved on by the pauses like the deadline. */
export function warnAt(calendar: WorkCalendar, from: Date, limit: Limit, pauses: readonly Span[] = []): Date {
  const start = from.getTime()
  const allowed = runningMs(calendar, limit.unit, start, addWorking(calendar, from, limit).getTime())
  return movedOn(calendar, limit.unit, { from: start, to: runOn(calendar, limit.unit, start, Math.ceil(allowed * warnShare)) }, pauses)
}

/** When a matter is three times late (超时 3 倍): the limit has ended and passed twice more, on its own clock. */
export const severeAt = (calendar: WorkCalendar, due: Date, limit: Limit): Date => addWorking(calendar, addWorking(calendar, due, limit), limit)

/** The length of a limit in minutes of its own clock: from the start to the deadline without pauses. */
export function limitMinutes(calendar: WorkCalendar, from: Date, limit: Limit): number {
  const due = addWorking(calendar, from, limit).getTime()
  return Math.ceil(runningMs(calendar, limit.unit, from.getTime(), due) / minuteMs)
}

/** The lamp at a moment; null where nothing is due. It is never severe where nobody says from when on. */
export function lightAt(now: Date, due: Date | null, warn: Date | null): Exclude<Light, 'severe'> | null
export function lightAt(now: Date, due: Date | null, warn: Date | null, severe: Date | null): Light | null
export function lightAt(now: Date, due: Date | null, warn: Date | null, severe: Date | null = null): Light | null {
  if (!due) return null
  if (now > due) return severe && now > severe ? 'severe' : 'red'
  return warn && now >= warn ? 'yellow' : 'green'
}

function movedOn(calendar: WorkCalendar, unit: LimitUnit, span: { from: number; to: number }, pauses: readonly Span[]): Date {
  let end = span.to
  for (const pause of merged(pauses, span.from, Infinity)) {
    if (pause.from >= end) break
    end = runOn(calendar, unit, end, runningMs(calendar, unit, pause.from, pause.to))
  }
  return new Date(end)
}

/** Pauses in order, cut to the span, overlapping ones joined, so that no minute counts twice. */
function merged(pauses: readonly Span[], from: number, to: number): { from: number; to: number }[] {
  const cut = pauses
    .map((pause) => ({ from: Math.max(from, pause.from.getTime()), to: Math.min(to, pause.to.getTime()) }))
    .filter((pause) => pause.from < pause.to)
  cut.sort((a, b) => a.from - b.from)
  const joined: { from: number; to: number }[] = []
  for (const pause of cut) {
    const last = joined[joined.length - 1]
    if (last && pause.from <= last.to) last.to = Math.max(last.to, pause.to)
    else joined.push({ from: pause.from, to: pause.to })
  }
  return joined
}
