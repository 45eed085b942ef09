import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { defaultCalendar } from './calendar.ts'
import { at, minuteMs } from './day.ts'
import { dueAt, elapsed, lightAt, limitMinutes, severeAt, warnAt, type Span } from './timing.ts'
import type { Limit, LimitUnit } from './working-time.ts'

const moment = (text: string): Date => at(text.slice(0, 10), text.slice(11))
const span = (from: string, to: string): Span => ({ from: moment(from), to: moment(to) })
const friday = '2026-05-22'
const monday = '2026-05-25'

test('used and paused, by the clock of the unit', () => {
  const weekend = span(`${friday} 16:30`, `${monday} 09:30`)
  const pause = [span(`${friday} 17:00`, `${monday} 09:00`)]
  const cases: [LimitUnit, Span, Span[], { used: number; paused: number }][] = [
    ['workingHour', weekend, [], { used: 120, paused: 0 }],
    ['workingHour', weekend, pause, { used: 60, paused: 60 }],
    ['workingDay', weekend, pause, { used: 60, paused: 60 }],
    ['clockHour', weekend, [], { used: 65 * 60, paused: 0 }],
    ['clockHour', weekend, pause, { used: 60, paused: 64 * 60 }],
    ['day', weekend, pause, { used: 60, paused: 64 * 60 }],
    // Overlapping pauses count once, what lies outside the span not at all.
    ['clockHour', span(`${friday} 10:00`, `${friday} 11:00`), [span(`${friday} 09:00`, `${friday} 10:20`), span(`${friday} 10:10`, `${friday} 10:30`), span(`${friday} 10:50`, `${monday} 10:00`)], { used: 20, paused: 40 }],
    ['clockHour', span(`${friday} 10:00`, `${friday} 12:00`), [span(`${friday} 10:00`, `${friday} 11:00`), span(`${friday} 10:10`, `${friday} 10:30`)], { used: 60, paused: 60 }],
    ['workingHour', span(`${friday} 11:00`, `${friday} 10:00`), [], { used: 0, paused: 0 }],
  ]
  for (const [unit, when, pauses, expected] of cases) assert.deepEqual(elapsed(defaultCalendar, unit, when, pauses), expected)
})

test('a started minute counts as used', () => {
  const from = moment(`${friday} 09:00`)
  assert.equal(elapsed(defaultCalendar, 'workingHour', { from, to: new Date(from.getTime() + 1) }).used, 1)
  assert.equal(elapsed(defaultCalendar, 'workingHour', { from, to: new Date(from.getTime() + minuteMs) }).used, 1)
})

test('pauses move the deadline on', () => {
  const cases: [Limit, Span[], string][] = [
    [{ amount: 4, unit: 'workingHour' }, [], `${monday} 11:00`],
    [{ amount: 4, unit: 'workingHour' }, [span(`${friday} 16:30`, `${monday} 09:30`)], `${monday} 14:30`],
    [{ amount: 1, unit: 'workingDay' }, [span('2026-05-25 10:00', '2026-05-26 10:00')], '2026-05-26 17:30'],
    [{ amount: 2, unit: 'clockHour' }, [span(`${friday} 17:00`, `${friday} 20:00`)], `${friday} 21:00`],
    // A pause after the deadline changes nothing, one that only the first pause brings before the deadline does.
    [{ amount: 2, unit: 'clockHour' }, [span(`${friday} 18:00`, `${friday} 20:00`)], `${friday} 18:00`],
    [{ amount: 2, unit: 'clockHour' }, [span(`${friday} 19:00`, `${friday} 20:00`), span(`${friday} 17:00`, `${friday} 19:30`)], `${friday} 21:00`],
  ]
  for (const [limit, pauses, due] of cases) assert.deepEqual(dueAt(defaultCalendar, moment(`${friday} 16:00`), limit, pauses), moment(due))
})

test('the length of a limit in minutes', () => {
  assert.equal(limitMinutes(defaultCalendar, moment(`${friday} 16:30`), { amount: 4, unit: 'workingHour' }), 240)
  assert.equal(limitMinutes(defaultCalendar, moment(`${friday} 16:30`), { amount: 1, unit: 'workingDay' }), 60 + 450)
  assert.equal(limitMinutes(defaultCalendar, moment(`${friday} 16:30`), { amount: 24, unit: 'clockHour' }), 1440)
})

test('the lamp', () => {
  const [from, limit] = [moment(`${friday} 08:30`), { amount: 5, unit: 'clockHour' } as const]
  const [due, warn] = [dueAt(defaultCalendar, from, limit), warnAt(defaultCalendar, from, limit)]
  const severe = severeAt(defaultCalendar, due, limit)
  const lamps = ['12:29', '12:30', '13:30', '13:31', '23:30', '23:31'].map((time) => lightAt(moment(`${friday} ${time}`), due, warn, severe))
  assert.deepEqual(lamps, ['green', 'yellow', 'yellow', 'red', 'red', 'severe'])
  assert.deepEqual([lightAt(from, null, null), lightAt(moment(`${friday} 23:59`), due, warn), lightAt(moment(`${friday} 13:00`), due, null)], [null, 'red', 'green'])
})

const origin = at('2026-01-01').getTime()
const minutes = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max })
const start = minutes(330 * 1440).map((count) => new Date(origin + count * minuteMs))
const limits: fc.Arbitrary<Limit> = fc.record({ amount: fc.integer({ min: 1, max: 15 }), unit: fc.constantFrom('workingMinute', 'workingHour', 'workingDay', 'clockHour', 'day') })
const pauses = fc.array(fc.tuple(minutes(6000), minutes(3000)), { maxLength: 5 })
const pausesFrom = (from: Date, list: readonly (readonly [number, number])[]): Span[] => list.map(([after, length]) => {
  const begin = from.getTime() + after * minuteMs
  return { from: new Date(begin), to: new Date(begin + length * minuteMs) }
})

test('used and paused together are all the time there was', () => {
  fc.assert(fc.property(start, limits, minutes(20_000), pauses, (from, { unit }, length, list) => {
    const when = { from, to: new Date(from.getTime() + length * minuteMs) }
    const { used, paused } = elapsed(defaultCalendar, unit, when, pausesFrom(from, list))
    assert.equal(used + paused, elapsed(defaultCalendar, unit, when).used)
    assert.ok(used >= 0 && paused >= 0)
  }))
})

test('at the moved deadline exactly the limit is used, at the warning its share', () => {
  fc.assert(fc.property(start, limits, pauses, (from, limit, list) => {
    const breaks = pausesFrom(from, list)
    const due = dueAt(defaultCalendar, from, limit, breaks)
    assert.equal(elapsed(defaultCalendar, limit.unit, { from, to: due }, breaks).used, limitMinutes(defaultCalendar, from, limit))
    assert.ok(due >= dueAt(defaultCalendar, from, limit))
    const warn = warnAt(defaultCalendar, from, limit, breaks)
    assert.ok(warn <= due)
    assert.ok(elapsed(defaultCalendar, limit.unit, { from, to: warn }, breaks).used >= limitMinutes(defaultCalendar, from, limit) * 0.8)
  }))
})
