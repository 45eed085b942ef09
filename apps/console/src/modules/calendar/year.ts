import type { Output } from '@linli/contract'
import { weekdayOf } from '@linli/standards/day'

export type Calendar = Output<'calendar', 'year'>

export interface SetDay { day: string, kind: 'work' | 'rest', note: string, source: 'national' | 'office' }

/** One square: whether it is worked, and who says so (nobody for an ordinary day of the week). */
export interface DayCell { day: string, date: number, isWork: boolean, set: SetDay | undefined }
export interface MonthCells { title: string, weeks: (DayCell | undefined)[][] }

const isWeekend = (day: string) => [0, 6].includes(weekdayOf(day))

/** The twelve months as weeks that begin on Monday; what was set prevails over the weekday, the office over the nation. */
export function monthsOf(year: number, days: readonly SetDay[]): MonthCells[] {
  const set = new Map<string, SetDay>()
  for (const one of days) if (one.source === 'office' || set.get(one.day)?.source !== 'office') set.set(one.day, one)
  return Array.from({ length: 12 }, (_, month) => {
    const count = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
    const cells: (DayCell | undefined)[] = Array.from({ length: count }, (__, index) => {
      const day = `${year}-${String(month + 1).padStart(2, '0')}-${String(index + 1).padStart(2, '0')}`
      const known = set.get(day)
      return { day, date: index + 1, isWork: known ? known.kind === 'work' : !isWeekend(day), set: known }
    })
    const lead = (weekdayOf(cells[0]!.day) + 6) % 7
    const padded = [...Array.from({ length: lead }, () => undefined), ...cells]
    return { title: `${month + 1}月`, weeks: Array.from({ length: Math.ceil(padded.length / 7) }, (__, week) => padded.slice(week * 7, week * 7 + 7)) }
  })
}

/** The day said in full, for those who cannot see the square. */
export const cellWords = ({ day, isWork, set }: DayCell): string => {
  const [, month, date] = day.split('-').map(Number)
  const why = set ? `，${set.note || (set.source === 'office' ? '本单位设置' : '国家安排')}` : ''
  return `${month}月${date}日 星期${'日一二三四五六'[weekdayOf(day)]}，${isWork ? '上班' : '休息'}${why}`
}
