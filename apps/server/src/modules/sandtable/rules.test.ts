import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, boxOf, cellOf, polygonText } from './rules.ts'

test('a box has no more cells than a screen shows, however near it is asked for', () => {
  const box = { west: 120, east: 121, south: 30, north: 31 }
  for (const zoom of [0, 9, 14, 24]) {
    const { lng, lat } = cellOf(box, zoom)
    ok(1 / lng <= 72.01 && 1 / lat <= 48.01, `${zoom}: ${lng} ${lat}`)
  }
})

test('a line is written as the database reads it, and lies in its box', () => {
  equal(polygonText([[120, 30], [121, 30], [121, 31]]), '((120,30),(121,30),(121,31))')
  deepEqual(boxOf([[120, 30], [121, 30.5], [120.5, 31]]), { west: 120, east: 121, south: 30, north: 31 })
})

test('years are counted by birthdays', () => {
  deepEqual([ageOn('1990-03-02', '2026-03-01'), ageOn('1990-03-02', '2026-03-02'), ageOn(null, '2026-03-02')], [35, 36, null])
})
