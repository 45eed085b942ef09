import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { indicators, mainIndicators, partsOf, posts, ranksOf, valueOf } from './indicator-rules.ts'
import { mean, measureNames, minutesOf, percentile, type Counts } from './measure-rules.ts'
import { before, lastYear, periodOf, spansOf, stretchesOf, type Period, type Spans } from './period-rules.ts'

const p = (from: string, until: string): Period => ({ from, until })

const asked: [string, { from?: string, until?: string }, Period][] = [
  ['nothing: the present month up to today', {}, p('2026-03-01', '2026-03-16')],
  ['a whole month behind', p('2026-02-01', '2026-03-01'), p('2026-02-01', '2026-03-01')],
  ['a month that goes on', p('2026-03-01', '2026-04-01'), p('2026-03-01', '2026-03-16')],
  ['only the end: the month before it', { until: '2026-02-01' }, p('2026-01-01', '2026-02-01')],
  ['what has not begun', { from: '2026-05-01' }, p('2026-05-01', '2026-05-01')],
]
for (const [what, input, expected] of asked) test(`period of ${what}`, () => deepEqual(periodOf(input, '2026-03-15'), expected))

const earlier: [Period, Period, Period][] = [
  [p('2026-03-01', '2026-04-01'), p('2026-02-01', '2026-03-01'), p('2025-03-01', '2025-04-01')],
  [p('2026-03-01', '2026-03-16'), p('2026-02-01', '2026-02-16'), p('2025-03-01', '2025-03-16')],
  [p('2026-01-01', '2026-04-01'), p('2025-10-01', '2026-01-01'), p('2025-01-01', '2025-04-01')],
  [p('2026-03-09', '2026-03-16'), p('2026-03-02', '2026-03-09'), p('2025-03-09', '2025-03-16')],
  [p('2026-03-01', '2026-03-31'), p('2026-02-01', '2026-02-28'), p('2025-03-01', '2025-03-31')],
]
for (const [period, then, year] of earlier) test(`before ${period.from} – ${period.until}, and last year`, () => deepEqual([before(period), lastYear(period)], [then, year]))


const spans: [Period, Spans][] = [
  [p('2026-01-01', '2026-03-01'), { months: p('2026-01-01', '2026-03-01'), days: [] }],
  [p('2026-01-05', '2026-03-10'), { months: p('2026-02-01', '2026-03-01'), days: [p('2026-01-05', '2026-02-01'), p('2026-03-01', '2026-03-10')] }],
  [p('2026-01-05', '2026-01-10'), { months: null, days: [p('2026-01-05', '2026-01-10')] }],
  [p('2026-01-20', '2026-02-10'), { months: null, days: [p('2026-01-20', '2026-02-10')] }],
  [p('2026-01-05', '2026-01-05'), { months: null, days: [] }],
]
for (const [period, expected] of spans) test(`whole months and days of ${period.from} – ${period.until}`, () => deepEqual(spansOf(period), expected))

test('median and P90 are nearest ranks', () => {
  const of = (...values: number[]) => new Map(values.map((value): [number, number] => [value, 1]))
  deepEqual([percentile(of(10, 60), 0.5), percentile(of(10, 60), 0.9), percentile(of(5, 6, 7), 0.5), percentile(new Map(), 0.5)], [10, 60, 6, null])
  equal(percentile(new Map([[3, 9], [50, 1]]), 0.9), 3)
})

test('a bucket above an hour is at most 5 % wide', () => {
  for (let bucket = 64; bucket < 300; bucket += 1) ok((minutesOf(bucket + 1) - 1 - minutesOf(bucket)) / minutesOf(bucket) < 0.05, String(bucket))
  deepEqual([minutesOf(63), minutesOf(64), minutesOf(80)], [63, 64, 128])
})

test('every indicator has words, a formula, and parts to open; nothing is divided by nothing', () => {
  const nothing = { counts: Object.fromEntries(measureNames.map((name) => [name, 0])) as Counts, times: {} }
  equal(new Set(indicators.map(({ name }) => name)).size, indicators.length)
  for (const one of indicators) {
    ok(one.label !== '' && one.formula.length > 5 && one.version >= 1 && partsOf(one, nothing.counts).length > 0, one.name)
    equal(valueOf(one, nothing).value, one.unit === 'event' ? 0 : null, one.name)
  }
  equal(mainIndicators.length, 15)
  for (const { shown } of posts) ok(shown.every((name) => indicators.some((one) => one.name === name)))
})

test('to ten thousand people and to a square kilometre; without them nothing', () => {
  const of = (name: string, people: number | null, km2: number | null) => valueOf(indicators.find((one) => one.name === name)!, { counts: { ...Object.fromEntries(measureNames.map((measure) => [measure, 0])) as Counts, reported: 30, filed: 12 }, times: {}, facts: { people, km2 } })
  deepEqual(of('reportedPer10k', 6000, 2), { value: 50, numerator: 30, denominator: 6000 })
  deepEqual(of('filedPerKm2', 6000, 1.5), { value: 8, numerator: 12, denominator: null })
  deepEqual(of('filedPer10k', null, 1.5), { value: null, numerator: 12, denominator: null })
})

test('ranks: the best first, equals together, nothing where nothing was counted', () => {
  deepEqual(ranksOf([0.9, null, 0.5, 0.9, 0.7], 'high'), [1, null, 4, 1, 3])
  deepEqual(ranksOf([0.9, null, 0.5, 0.9, 0.7], 'low'), [3, null, 1, 3, 2])
  deepEqual(ranksOf([3, 8], undefined), [2, 1])
})

test('the mean is exact within an hour, and in the middle of its bucket beyond', () => {
  deepEqual([mean(new Map([[10, 1], [50, 3]])), mean(new Map([[80, 1]])), mean(new Map())], [40, 131, null])
})

for (const [name, days, expected] of [
  ['nothing', [], []], ['one day is enough', [['2026-03-05', 30]], [['2026-03-05', '2026-03-06']]], ['days are gathered, gaps and all', [['2026-03-05', 5], ['2026-03-02', 6], ['2026-03-01', 1]], [['2026-03-02', '2026-03-06'], ['2026-03-01', '2026-03-02']]],
] as [string, [string, number][], [string, string][]][]) {
  test(`the days a page is read from: ${name}`, () => deepEqual(stretchesOf(days.map(([day, times]) => ({ day, times })), 10).map(({ from, until }) => [from, until]), expected))
}
