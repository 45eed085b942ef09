import { guardSpan, timetableOf, type Timetable, type WorkCalendar } from './calendar.ts'
import { dayIndex, hourMs, midnight, minuteMs } from './day.ts'

/**
 * Time limits (时限) and the clock that runs against them.
 *
 * - `workingMinute`, `workingHour` (工作时): run only inside the office hours; what arrives outside them starts at the next opening.
 * - `workingDay` (工作日): the day of arrival is not counted (民法典 §201); the limit ends when the office closes on the n-th
 *   workday after it (§203: with business hours, the period ends when business does). 0 means the same day (当日), or the
 *   next workday when the office has closed for the day. Whole numbers only.
 * - `clockHour` (小时): by the clock, day and night; for emergencies.
 * - `day` (自然日): the day of arrival is not counted; ends at 23:59:59 of the n-th day after it, rest day or not. 0 is the
 *   same day. Whole numbers only.
 */
export type LimitUnit = 'workingMinute' | 'workingHour' | 'workingDay' | 'clockHour' | 'day'

export type Limit = { amount: number; unit: LimitUnit }

export const limitUnitLabels: Readonly<Record<LimitUnit, string>> = {
  workingMinute: '工作分钟',
  workingHour: '工作时',
  workingDay: '工作日',
  clockHour: '小时',
  day: '天',
}

/** 4 工作时, 2 工作日. */
export const limitWords = ({ amount, unit }: Limit): string => `${amount} ${limitUnitLabels[unit]}`

/** When a limit that starts at `from` ends. Throws RangeError for a negative amount or half a day. */
export function addWorking(calendar: WorkCalendar, from: Date, limit: Limit): Date {
  const { amount, unit } = limit
  const isWhole = unit === 'workingDay' || unit === 'day'
  if (!(amount >= 0) || !isFinite(amount) || (isWhole && amount % 1 !== 0)) throw new RangeError(`not a limit: ${amount} ${unit}`)
  const start = from.getTime()
  if (unit === 'clockHour') return new Date(start + Math.round(amount * hourMs))
  if (unit === 'day') return new Date(midnight(dayIndex(start) + amount + 1) - 1000)
  const table = timetableOf(calendar)
  if (unit === 'workingDay') return new Date(closingAfter(table, start, amount))
  return new Date(forward(table, start, Math.round(amount * (unit === 'workingHour' ? hourMs : minuteMs))))
}

/** Minutes of office hours between two instants, fractions included; negative when `to` comes first. */
export function workingMinutesBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  return workingMs(timetableOf(calendar), from.getTime(), to.getTime()) / minuteMs
}

/** Working milliseconds from `from` to `to`: two parts of days and the whole days between them. */
export function workingMs(table: Timetable, from: number, to: number): number {
  if (to < from) return -workingMs(table, to, from)
  const first = dayIndex(from)
  const last = dayIndex(to)
  let sum = workedBy(table, last, to - midnight(last)) - workedBy(table, first, from - midnight(first))
  for (let index = first; index < last; index += 1) if (table.isWork(index)) sum += table.length
  return sum
}

/** The instant at which `left` working milliseconds have passed. A limit that ends with a shift ends then, not at the next opening. */
export function forward(table: Timetable, from: number, left: number): number {
  if (left === 0) return from
  const first = dayIndex(from)
  let rest = left + workedBy(table, first, from - midnight(first))
  for (let index = first; ; index += 1) {
    guardSpan(first, index)
    if (!table.isWork(index)) continue
    if (rest <= table.length) return midnight(index) + timeOfWork(table, rest)
    rest -= table.length
  }
}

/** How much of the day's work lies before the time of day. */
function workedBy(table: Timetable, index: number, time: number): number {
  if (!table.isWork(index)) return 0
  let sum = 0
  for (const { start, end } of table.shifts) sum += Math.max(0, Math.min(time, end) - start)
  return sum
}

/** The time of day by which `work` has been done; `work` is at most a day's. */
function timeOfWork(table: Timetable, work: number): number {
  let rest = work
  for (const { start, end } of table.shifts) {
    if (rest <= end - start) return start + rest
    rest -= end - start
  }
  return table.closes
}

function closingAfter(table: Timetable, from: number, count: number): number {
  const first = dayIndex(from)
  const isOver = from - midnight(first) > table.closes
  let left = count
  for (let index = count === 0 && !isOver ? first : first + 1; ; index += 1) {
    guardSpan(first, index)
    if (!table.isWork(index)) continue
    left -= 1
    if (left <= 0) return midnight(index) + table.closes
  }
}

/** How many milliseconds of its own clock a unit counts between two instants. */
export function runningMs(calendar: WorkCalendar, unit: LimitUnit, from: number, to: number): number {
  return unit === 'clockHour' || unit === 'day' ? to - from : workingMs(timetableOf(calendar), from, to)
}

/** The instant at which a unit's own clock has run on by `ms`. */
export function runOn(calendar: WorkCalendar, unit: LimitUnit, from: number, ms: number): number {
  return unit === 'clockHour' || unit === 'day' ? from + ms : forward(timetableOf(calendar), from, ms)
}

