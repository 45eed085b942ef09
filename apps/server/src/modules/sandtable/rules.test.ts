import { deepEqual, equal, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { ageOn, boxOf, cellOf, polygonText, valueOf, yearsBefore } from './rules.ts'

test('a share of nothing is none, and few persons are told to those who may look them up alone', () => {
  deepEqual(valueOf('empty', { homes: 0, people: 0, marked: 0 }, false), { value: null, numerator: 0, denominator: 0, isSuppressed: false })
  deepEqual(valueOf('empty', { homes: 8, people: 3, marked: 2 }, false), { value: 0.25, numerator: 2, denominator: 8, isSuppressed: false })
  deepEqual(valueOf('lived', { homes: 8, people: 3, marked: 0 }, false), { value: 3, numerator: 3, denominator: null, isSuppressed: false })
  for (const question of ['alone', 'care'] as const) {
    ok([1, 4].every((marked) => valueOf(question, { homes: 8, people: 20, marked }, false).isSuppressed))
    ok([0, 5].every((marked) => !valueOf(question, { homes: 8, people: 20, marked }, false).isSuppressed))
  }
  deepEqual(valueOf('care', { homes: 8, people: 20, marked: 4 }, true), { value: 0.2, numerator: 4, denominator: 20, isSuppressed: false })
})

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
  deepEqual([yearsBefore('2028-02-29', 60), ageOn('1990-03-02', '2026-03-01'), ageOn('1990-03-02', '2026-03-02'), ageOn(null, '2026-03-02')], ['1968-02-28', 35, 36, null])
})
