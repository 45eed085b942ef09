import { expect, test } from 'vitest'
import { monthWords, monthsFor } from './month-words.ts'

test('this month, and until the tenth the last one, over the turn of the year too', () => {
  expect(['2026-03-31', '2026-04-10', '2026-01-05', '2026-12-11'].map(monthsFor)).toEqual([['2026-03-01'], ['2026-04-01', '2026-03-01'], ['2026-01-01', '2025-12-01'], ['2026-12-01']])
  expect(monthWords('2026-03-01')).toBe('2026年3月')
})
