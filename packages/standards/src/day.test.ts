import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { addDays, addMonths, at, clockMinutes, dayOf, daysBetween, isDay, monthOf, weekdayOf } from './day.ts'

const day = fc.integer({ min: -25_000, max: 40_000 }).map((count) => addDays('1970-01-01', count))

test('days begin at midnight in Shanghai, wherever the machine stands', () => {
  assert.equal(dayOf(new Date('2026-05-01T15:59:59.999Z')), '2026-05-01')
  assert.equal(dayOf(new Date('2026-05-01T16:00:00Z')), '2026-05-02')
  assert.equal(at('2026-05-01', '08:30').toISOString(), '2026-05-01T00:30:00.000Z')
  assert.equal(at('2026-05-01', '24:00').getTime(), at('2026-05-02').getTime())
})

test('months are as long as they are', () => {
  assert.deepEqual([addMonths('2024-02-29', 12), addMonths('2026-01-31', 1), addMonths('2026-01-15', -1), addMonths('2026-12-31', 2), monthOf('2026-12-31')], ['2025-02-28', '2026-02-28', '2025-12-15', '2027-02-28', '2026-12-01'])
})

test('real days only', () => {
  for (const text of ['2026-02-28', '2024-02-29', '1900-01-01', '2000-02-29']) assert.ok(isDay(text), text)
  for (const text of ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', '', '2026-04-01 ']) assert.ok(!isDay(text), text)
  assert.throws(() => addDays('2026-02-30', 1), RangeError)
})

test('times of day', () => {
  assert.equal(clockMinutes('00:00'), 0)
  assert.equal(clockMinutes('24:00'), 1440)
  for (const text of ['8:30', '24:01', '25:00', '12:60', '', '12.30']) assert.throws(() => clockMinutes(text), RangeError, text)
})

test('counting days there and back, and the week goes on', () => {
  assert.equal(weekdayOf('2026-05-20'), 3)
  fc.assert(fc.property(day, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
    const to = addDays(from, count)
    assert.equal(daysBetween(from, to), count)
    assert.equal(dayOf(at(to)), to)
    assert.equal((weekdayOf(from) + (count % 7) + 7) % 7, weekdayOf(to))
  }))
})
