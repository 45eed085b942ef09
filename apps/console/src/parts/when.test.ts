import { expect, test } from 'vitest'
import { dayWords, instantsOf, minuteWords, whenExact, whenWords } from './when.ts'

const now = new Date('2026-11-23T16:30:00Z') // 00:30 on the 24th in Shanghai

test.each([
  ['2026-11-24T07:30:00Z', '今天 15:30'],
  ['2026-11-23T15:59:00Z', '昨天 23:59'],
  ['2026-11-24T16:00:00Z', '明天 00:00'],
  ['2026-11-26T01:05:00+08:00', '11月26日 01:05'],
  ['2025-01-03T10:20:00+08:00', '2025年1月3日 10:20'],
])('%s is said as %s', (iso, words) => {
  expect(whenWords(iso, now)).toBe(words)
})

test.each([[0, '0 分'], [45, '45 分'], [60, '1 小时'], [125, '2 小时 5 分'], [1440, '1 天'], [4560, '3 天 4 小时']])('%d minutes are %s', (minutes, words) => {
  expect(minuteWords(minutes)).toBe(words)
})

test('tables show the time of Shanghai', () => {
  expect(whenExact('2026-11-23T16:30:00Z')).toBe('2026-11-24 00:30')
  expect(dayWords('2026-11-05', '2026-12-31')).toBe('11月5日')
})

test('a range of days holds its last day whole', () => {
  expect(instantsOf('2026-11-01', '2026-11-30')).toEqual({ from: '2026-10-31T16:00:00.000Z', until: '2026-11-30T16:00:00.000Z' })
  expect(instantsOf()).toEqual({ from: undefined, until: undefined })
})
