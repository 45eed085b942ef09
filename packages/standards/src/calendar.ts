import { addDays, clockMinutes, dayIndex, indexOfDay, midnight, minuteMs, weekdayOfIndex, type Day } from './day.ts'
import { nationalDays } from './holidays.ts'

/**
 * An office's calendar, as data. Three layers, the first that speaks decides:
 * the office's own `days`, then the national holidays and shifted workdays (调休; in years without a notice the law's own days), then the week (Monday to Friday).
 * A calendar is a value: change it by making a new one, since what is worked out of it is remembered by identity.
 */
export type WorkCalendar = {
  /** Office hours of every workday, in order, not overlapping: `[['08:30', '12:00'], ['13:30', '17:30']]`. */
  readonly hours: readonly (readonly [string, string])[]
  /** The office's own days, above everything else. */
  readonly days: Readonly<Record<Day, 'work' | 'rest'>>
}

/** 08:30–12:00, 13:30–17:30: seven and a half working hours. */
export const defaultCalendar: WorkCalendar = { hours: [['08:30', '12:00'], ['13:30', '17:30']], days: {} }

/** A calendar ready for arithmetic: shifts in milliseconds since midnight. */
export type Timetable = {
  shifts: readonly { start: number; end: number }[]
  /** Working milliseconds of one workday. */
  length: number
  opens: number
  closes: number
  isWork: (index: number) => boolean
}

export function isWorkday(calendar: WorkCalendar, day: Day): boolean {
  return timetableOf(calendar).isWork(indexOfDay(day))
}

/** The n-th workday after (or, negative, before) a day; 0 gives the day itself or the next workday. Throws RangeError if none comes. */
export function addWorkdays(calendar: WorkCalendar, day: Day, count: number): Day {
  const { isWork } = timetableOf(calendar)
  const from = indexOfDay(day)
  const step = count < 0 ? -1 : 1
  let left = Math.abs(count)
  for (let index = left === 0 ? from : from + step; ; index += step) {
    guardSpan(from, index)
    if (!isWork(index)) continue
    left -= 1
    if (left <= 0) return addDays(day, index - from)
  }
}

/** Workdays after `from` up to and including `to`: the start is not counted (民法典 §201). 0 when `to` is not later. */
export function workdaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  const { isWork } = timetableOf(calendar)
  const last = indexOfDay(to)
  let count = 0
  for (let index = indexOfDay(from) + 1; index <= last; index += 1) if (isWork(index)) count += 1
  return count
}

/** Is the office open at this instant? */
export function isOfficeOpen(calendar: WorkCalendar, instant: Date): boolean {
  const { shifts, isWork } = timetableOf(calendar)
  const index = dayIndex(instant.getTime())
  const time = instant.getTime() - midnight(index)
  return isWork(index) && shifts.some(({ start, end }) => start <= time && time < end)
}

/** Ten years on means a calendar without workdays or an absurd limit; better an error than a deadline that never comes. */
export function guardSpan(from: number, index: number): void {
  if (Math.abs(index - from) > 3660) throw new RangeError('more than ten years away: check the calendar and the limit')
}

const nationalWork = new Map<number, boolean>()
nationalDays.forEach(({ kind }, day) => nationalWork.set(indexOfDay(day), kind === 'work'))

const remembered = new WeakMap<WorkCalendar, Timetable>()

/** Throws RangeError when hours overlap, are out of order or missing, or a day is not a date. */
export function timetableOf(calendar: WorkCalendar): Timetable {
  const known = remembered.get(calendar)
  if (known) return known
  const made = makeTimetable(calendar)
  remembered.set(calendar, made)
  return made
}

function makeTimetable(calendar: WorkCalendar): Timetable {
  const shifts = calendar.hours.map(([start, end]) => ({ start: clockMinutes(start) * minuteMs, end: clockMinutes(end) * minuteMs }))
  let closes = -1
  let length = 0
  for (const { start, end } of shifts) {
    if (start < closes || end <= start) throw new RangeError('office hours must be in order and must not overlap')
    length += end - start
    closes = end
  }
  const first = shifts[0]
  if (!first) throw new RangeError('a calendar needs office hours')
  const own = new Map<number, boolean>()
  for (const day of Object.keys(calendar.days)) own.set(indexOfDay(day), calendar.days[day] === 'work')
  const isWork = (index: number): boolean => own.get(index) ?? nationalWork.get(index) ?? isWeekday(index)
  return { shifts, length, opens: first.start, closes, isWork }
}

function isWeekday(index: number): boolean {
  const weekday = weekdayOfIndex(index)
  return weekday !== 0 && weekday !== 6
}
