import { expect, test } from 'vitest'
import { cellWords, monthsOf } from './year.ts'
import type { SetDay } from './year.ts'

const national = (day: string, kind: 'work' | 'rest', note: string): SetDay => ({ day, kind, note, source: 'national' })
const days: SetDay[] = [
  national('2026-10-01', 'rest', '国庆节'),
  national('2026-10-10', 'work', '国庆节调休'),
  { day: '2026-10-10', kind: 'rest', note: '停电检修', source: 'office' },
  { day: '2026-10-12', kind: 'rest', note: '', source: 'office' },
  national('2026-10-12', 'work', '不该算数'),
]
const cell = (day: string) => monthsOf(2026, days).flatMap((month) => month.weeks.flat()).find((one) => one?.day === day)!

test.each([
  ['2026-10-01', false, '10月1日 星期四，休息，国庆节'],
  ['2026-10-10', false, '10月10日 星期六，休息，停电检修'],
  ['2026-10-12', false, '10月12日 星期一，休息，本单位设置'],
  ['2026-10-13', true, '10月13日 星期二，上班'],
  ['2026-10-17', false, '10月17日 星期六，休息'],
])('%s is worked: %s, said as %s', (day, isWork, words) => {
  expect(cell(day).isWork).toBe(isWork)
  expect(cellWords(cell(day))).toBe(words)
})

test('weeks begin on Monday and hold every day of the year', () => {
  const months = monthsOf(2028, [])
  expect(months[1]!.weeks.flat().filter(Boolean)).toHaveLength(29)
  expect(months.flatMap((month) => month.weeks.flat()).filter(Boolean)).toHaveLength(366)
  expect(months[4]!.weeks[0]![0]?.day).toBe('2028-05-01')
})
