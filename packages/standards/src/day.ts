/**
 * Days of the Chinese calendar as text, `2026-05-01`, and as a count of days since 1970-01-01.
 *
 * One fixed offset, Asia/Shanghai = UTC+08:00: mainland China, Hong Kong, Macao and Taiwan share it and no summer time has
 * been kept since 1991, so nothing here asks the machine for its time zone.
 */
export type Day = string

export const minuteMs = 60_000
export const hourMs = 3_600_000
export const dayMs = 86_400_000
const offsetMs = 8 * hourMs

/** The day in Shanghai on which the instant falls. */
export function dayOf(instant: Date): Day {
  return dayText(dayIndex(instant.getTime()))
}

/** The instant of a time of day in Shanghai, `at('2026-05-01', '17:30')`; `24:00` is the next midnight. Throws RangeError. */
export function at(day: Day, time = '00:00'): Date {
  return new Date(midnight(indexOfDay(day)) + clockMinutes(time) * minuteMs)
}

export function addDays(day: Day, count: number): Day {
  return dayText(indexOfDay(day) + count)
}

/** The first day of its month. */
export const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/** The same day of another month, or its last where it has no such day. */
export function addMonths(day: Day, count: number): Day {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const last = new Date(Date.UTC(Math.floor(months / 12), months % 12 + 1, 0)).getUTCDate()
  return [String(Math.floor(months / 12)).padStart(4, '0'), String(months % 12 + 1).padStart(2, '0'), String(Math.min(Number(day.slice(8)), last)).padStart(2, '0')].join('-')
}

/** Days from the first to the second, negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return indexOfDay(to) - indexOfDay(from)
}

/** 0 Sunday … 6 Saturday. */
export function weekdayOf(day: Day): number {
  return weekdayOfIndex(indexOfDay(day))
}

/** Is it `YYYY-MM-DD` and a real date? */
export function isDay(text: string): boolean {
  return realDayIndex(text) !== undefined
}

/** Minutes since midnight of `HH:MM`, `24:00` included. Throws RangeError. */
export function clockMinutes(time: string): number {
  const match = /^(\d{2}):([0-5]\d)$/.exec(time)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : NaN
  if (!(minutes <= 1440)) throw new RangeError(`not a time of day: ${time}`)
  return minutes
}

/** Count of the Shanghai day that holds the instant, days since 1970-01-01. */
export function dayIndex(ms: number): number {
  return Math.floor((ms + offsetMs) / dayMs)
}

/** The instant at which the counted day begins in Shanghai. */
export function midnight(index: number): number {
  return index * dayMs - offsetMs
}

/** 1970-01-01 was a Thursday. */
export function weekdayOfIndex(index: number): number {
  return (((index + 4) % 7) + 7) % 7
}

export function indexOfDay(day: Day): number {
  const index = realDayIndex(day)
  if (index === undefined) throw new RangeError(`not a day: ${day}`)
  return index
}

export function dayText(index: number): Day {
  return new Date(index * dayMs).toISOString().slice(0, 10)
}

function realDayIndex(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / dayMs : undefined
}

/** 3月2日 17:30, in Asia/Shanghai. */
export function momentWords(moment: Date): string {
  const there = new Date(moment.getTime() + 8 * 3600 * 1000)
  return `${there.getUTCMonth() + 1}月${there.getUTCDate()}日 ${there.toISOString().slice(11, 16)}`
}
