import { defaultCalendar, nationalDays, type WorkCalendar } from '@linli/standards'

export interface OfficeDay { day: string, kind: 'work' | 'rest', note: string }
type Hours = [string, string][]

/** The office's days and hours laid over the national arrangement. */
export const calendarOf = (days: OfficeDay[], hours: Hours | undefined): WorkCalendar =>
  ({ hours: hours ?? defaultCalendar.hours, days: Object.fromEntries(days.map(({ day, kind }) => [day, kind])) })

/** The days of a year that are not as their weekday says: national holidays and 调休, the office's own on top. */
export function specialDays(year: number, own: OfficeDay[]) {
  const inYear = (day: string) => day.startsWith(`${year}-`)
  const national = [...nationalDays].filter(([day]) => inYear(day) && !own.some((one) => one.day === day))
    .map(([day, { kind, name }]) => ({ day, kind, note: name, source: 'national' as const }))
  return [...national, ...own.filter(({ day }) => inYear(day)).map((one) => ({ ...one, source: 'office' as const }))].toSorted((a, b) => a.day.localeCompare(b.day))
}

/** Shifts in order, each ending after it begins, none overlapping, an hour a day at least: what is wrong in words, or nothing. */
export function wrongHours(hours: Hours): string | undefined {
  const flat = hours.flat()
  if (!flat.every((time, at) => at === 0 || flat[at - 1]! < time)) return '上班时间要从早到晚、不重叠'
  // With a minute a day a limit of working hours would end in another century.
  return hours.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0) < 60 ? '一天的上班时间至少一小时' : undefined
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
