import { expect, test } from 'vitest'
import { byGrid, dayWords, noLevel, rowWords, scaleOf } from './colour.ts'
import type { Row } from './colour.ts'
import { cameraText, readCamera, readRing, ringText } from './ring.ts'
import { countsOf, dayShown, periodOf, stepWords, stepsOf } from './time.ts'

const row = (value: number | null, rest: Partial<Row> = {}): Row => ({ area: '/', name: '3幢', value, numerator: value, denominator: null, band: null, isSuppressed: false, ...rest })

test('levels are at most five, in order, and every value lies in the one that its words say', () => {
  const rows = [0, 0, 0.012, 0.034, 0.08, 0.11, 0.4, 1].map((value) => row(value))
  const scale = scaleOf(rows, 'share')
  expect(scale.levels.map(({ words }) => words)).toEqual(['0%', '1.0% – 不到 3.0%', '3.0% – 不到 11%', '11% – 不到 40%', '40% 及以上'])
  expect(rows.map((one) => scale.levels.indexOf(scale.levelOf(one)))).toEqual([0, 0, 1, 2, 2, 3, 4, 4])
  expect(scaleOf([row(3)], 'count').levels.map(({ words }) => words)).toEqual(['3 及以上'])
  expect(scaleOf([], 'count').levels).toEqual([])
})

test('what is not told is neither nothing nor unknown', () => {
  const scale = scaleOf([row(2), row(null, { isSuppressed: true }), row(null)], 'count')
  expect(scale.levelOf(row(null))).toBe(noLevel)
  expect(scale.levelOf(row(null, { isSuppressed: true })).words).toBe('人数太少，不显示')
  expect([rowWords(row(null, { isSuppressed: true }), 'share'), rowWords(row(null), 'share'), rowWords(row(0.125), 'share'), rowWords(row(0.05), 'share'), rowWords(row(12), 'count'), rowWords(row(10_976), 'count')]).toEqual(['少于 5', '—', '13%', '5.0%', '12', '10,976'])
})

test('levels that a definition names are taken as they are', () => {
  const scale = scaleOf([row(1, { band: 'red' }), row(2, { band: 'green' })], 'plain')
  expect(scale.levels.map(({ words }) => words)).toEqual(['绿', '红'])
  expect(scale.levelOf(row(1, { band: 'red' })).words).toBe('红')
})

test('a line and a view are read back from the address, and nothing else is', () => {
  expect(readRing(ringText([[120.123456, 30.1], [120.2, 30.1], [120.2, 30.2]]))).toEqual([[120.12346, 30.1], [120.2, 30.1], [120.2, 30.2]])
  for (const text of [undefined, '', '120_30~121_30', '120_30~121_30~abc', '120_30~121_30~500_30']) expect(readRing(text)).toBeUndefined()
  const camera = { lng: 120.2, lat: 30.4, zoom: 14.25, pitch: 50, bearing: -20 }
  expect(readCamera(cameraText(camera))).toEqual(camera)
  for (const text of [undefined, '1_2', '120_30_14_99_0', 'a_b_c_d_e']) expect(readCamera(text)).toBeUndefined()
})

test('a day has its hours and a month its days, each with what was counted in it', () => {
  expect(periodOf('day', '2026-03-02')).toEqual({ from: '2026-03-01T16:00:00.000Z', until: '2026-03-02T16:00:00.000Z' })
  const hours = stepsOf('day', '2026-03-02')
  expect([hours.length, stepWords('day', hours[9]!), stepWords('day', hours[23]!)]).toEqual([24, '09:00–10:00', '23:00–24:00'])
  const days = stepsOf('month', '2026-03-02')
  expect([days.length, stepWords('month', days[0]!), stepWords('month', days[29]!)]).toEqual([30, '2月1日', '3月2日'])
  expect(countsOf(hours, [{ at: '2026-03-02T01:00:00.000Z', count: 4 }]).slice(8, 11)).toEqual([0, 4, 0])
})

test('on a day that has passed a building has what its grid had, and the legend says so, or that there is no number', () => {
  const buildings = ['/g1/b1/', '/g1/b2/', '/g2/b3/'].map((area) => row(9, { area }))
  const rows = byGrid(buildings, [row(4, { area: '/g1/' }), row(null, { area: '/g2/' })], (path) => path.slice(0, 4))
  expect(rows.map(({ area, value }) => [area, value])).toEqual([['/g1/b1/', 4], ['/g1/b2/', 4], ['/g2/b3/', null]])
  expect([dayWords({ isByGrid: true, rows }), dayWords({ isByGrid: false, rows }), dayWords({ isByGrid: true, rows: byGrid(buildings, [], () => undefined) })]).toEqual(['这一天只留有网格的数，楼幢按所在网格着色', undefined, '这一天没有数'])
  const steps = stepsOf('month', '2026-03-02')
  expect([dayShown({ span: 'month', day: '2026-03-02', steps, step: 0 }), dayShown({ span: 'month', day: '2026-03-02', steps, step: undefined }), dayShown({ span: 'day', day: '2026-03-02', steps, step: 3 })]).toEqual(['2026-02-01', '2026-03-02', '2026-03-02'])
})
