import { expect, test } from 'vitest'
import { ordinal, partIn, periodWords } from './bulletin-words.ts'

test('periods are said as papers say them', () => {
  expect(periodWords('day', '2026-11-05', '2026-11-06')).toBe('2026年11月5日')
  expect(periodWords('week', '2026-11-30', '2026-12-07')).toBe('2026年11月30日至12月6日')
  expect(periodWords('month', '2026-11-01', '2026-12-01')).toBe('2026年11月')
  expect(periodWords('once', '2026-12-28', '2027-01-04')).toBe('2026年12月28日至2027年1月3日')
  expect([1, 10, 12].map(ordinal)).toEqual(['一', '十', '十二'])
})

test('a part from an address is taken where it is one', () => {
  expect(partIn('{"kind":"table","codes":["people"],"level":"grid"}')).toEqual({ kind: 'table', title: '各社区情况', codes: ['people'], level: 'grid', isOfPeriod: true })
  for (const text of [null, 'no', 'null', '{"kind":"odd"}']) expect(partIn(text)).toBeUndefined()
})
