import { dayText, indexOfDay, type Day } from './day.ts'
import { legalHolidays, nationalHolidays } from './holidays.data.ts'

/** What the national notice says of a day that differs from the plain week. */
export type NationalDay = { kind: 'rest' | 'work'; name: string }

const days = new Map<Day, NationalDay>()
for (const { name, rest: [first, last] } of [...nationalHolidays, ...legalHolidays]) {
  for (let index = indexOfDay(first); index <= indexOfDay(last); index += 1) days.set(dayText(index), { kind: 'rest', name })
}
for (const { name, work } of nationalHolidays) {
  for (const day of work) days.set(day, { kind: 'work', name })
}

/** Every day named by the notices, holidays and shifted workdays (调休); in later years the days of rest that the law names. */
export const nationalDays: ReadonlyMap<Day, NationalDay> = days

/** First and last year whose notice is in the data. After them the law's days and the plain week hold, until an office's own days say more. */
export const nationalYears: readonly [number, number] = [
  Number(nationalHolidays[0]?.rest[0].slice(0, 4)),
  Number(nationalHolidays[nationalHolidays.length - 1]?.rest[0].slice(0, 4)),
]
