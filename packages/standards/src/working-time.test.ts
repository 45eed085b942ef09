import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { defaultCalendar, isOfficeOpen, isWorkday, type WorkCalendar } from './calendar.ts'
import { at, dayOf, minuteMs } from './day.ts'
import { addWorking, limitUnitLabels, workingMinutesBetween, type LimitUnit } from './working-time.ts'

const text = (instant: Date): string => new Date(instant.getTime() + 480 * minuteMs).toISOString().slice(0, 16).replace('T', ' ')
const parse = (moment: string): Date => at(moment.slice(0, 10), moment.slice(11))

/** 2026-05-20 is a Wednesday; 2026-05-09 a worked Saturday; 1–7 October national days, 10 October worked. */
const cases: [string, number, LimitUnit, string][] = [
  ['2026-05-20 09:00', 30, 'workingMinute', '2026-05-20 09:30'],
  ['2026-05-20 11:45', 30, 'workingMinute', '2026-05-20 13:45'],
  ['2026-05-20 11:30', 30, 'workingMinute', '2026-05-20 12:00'],
  ['2026-05-20 12:30', 30, 'workingMinute', '2026-05-20 14:00'],
  ['2026-05-20 17:15', 30, 'workingMinute', '2026-05-21 08:45'],
  ['2026-05-20 07:00', 1, 'workingHour', '2026-05-20 09:30'],
  ['2026-05-20 20:00', 1, 'workingHour', '2026-05-21 09:30'],
  ['2026-05-22 16:30', 4, 'workingHour', '2026-05-25 11:30'],
  ['2026-05-08 16:30', 4, 'workingHour', '2026-05-09 11:30'],
  ['2026-09-30 16:30', 2, 'workingHour', '2026-10-08 09:30'],
  ['2026-05-20 08:30', 7.5, 'workingHour', '2026-05-20 17:30'],
  ['2026-05-20 10:00', 15, 'workingHour', '2026-05-22 10:00'],
  ['2026-05-20 10:00', 0, 'workingHour', '2026-05-20 10:00'],
  ['2026-05-20 09:00', 1, 'workingDay', '2026-05-21 17:30'],
  ['2026-05-20 23:00', 1, 'workingDay', '2026-05-21 17:30'],
  ['2026-05-22 09:00', 1, 'workingDay', '2026-05-25 17:30'],
  ['2026-05-23 09:00', 1, 'workingDay', '2026-05-25 17:30'],
  ['2026-05-08 09:00', 1, 'workingDay', '2026-05-09 17:30'],
  ['2026-09-30 09:00', 3, 'workingDay', '2026-10-10 17:30'],
  ['2026-05-20 09:00', 13, 'workingDay', '2026-06-08 17:30'],
  ['2026-05-20 09:00', 0, 'workingDay', '2026-05-20 17:30'],
  ['2026-05-20 18:00', 0, 'workingDay', '2026-05-21 17:30'],
  ['2026-05-23 09:00', 0, 'workingDay', '2026-05-25 17:30'],
  ['2026-12-31 16:30', 2, 'workingHour', '2027-01-04 09:30'],
  ['2026-12-31 09:00', 1, 'workingDay', '2027-01-04 17:30'],
  ['2026-02-13 17:00', 1, 'workingHour', '2026-02-14 09:00'],
  ['2026-02-14 17:00', 1, 'workingHour', '2026-02-24 09:00'],
  ['2025-12-31 23:59', 1, 'workingDay', '2026-01-04 17:30'],
  ['2026-05-21 00:00', 1, 'workingHour', '2026-05-21 09:30'],
  ['2026-05-20 17:30', 1, 'workingMinute', '2026-05-21 08:31'],
  ['2026-05-23 22:00', 24, 'clockHour', '2026-05-24 22:00'],
  ['2026-05-23 22:00', 0.5, 'clockHour', '2026-05-23 22:30'],
  ['2026-05-20 09:00', 3, 'day', '2026-05-23 23:59'],
  ['2026-05-20 23:59', 0, 'day', '2026-05-20 23:59'],
]

for (const [from, amount, unit, due] of cases) {
  test(`${from} + ${amount} ${limitUnitLabels[unit]} = ${due}`, () => assert.equal(text(addWorking(defaultCalendar, parse(from), { amount, unit })), due))
}

test('no limits', () => {
  for (const [amount, unit] of [[-1, 'workingHour'], [0.5, 'workingDay'], [1.5, 'day'], [NaN, 'clockHour'], [Infinity, 'workingMinute'], [100_000, 'workingHour']] as const) {
    assert.throws(() => addWorking(defaultCalendar, parse('2026-05-20 09:00'), { amount, unit }), RangeError, `${amount} ${unit}`)
  }
})

test('minutes between', () => {
  const between: [string, string, number][] = [
    ['2026-05-20 09:00', '2026-05-20 09:45', 45], ['2026-05-20 11:30', '2026-05-20 14:00', 60], ['2026-05-20 17:00', '2026-05-21 09:00', 60],
    ['2026-05-22 17:00', '2026-05-25 09:00', 60], ['2026-09-30 17:00', '2026-10-08 09:00', 60], ['2026-05-23 00:00', '2026-05-24 23:59', 0],
    ['2026-05-20 00:00', '2026-05-21 00:00', 450], ['2026-05-21 09:00', '2026-05-20 17:00', -60],
  ]
  for (const [from, to, minutes] of between) assert.equal(workingMinutesBetween(defaultCalendar, parse(from), parse(to)), minutes, `${from} ${to}`)
})

const start = at('2026-01-01').getTime()
const instant = fc.integer({ min: 0, max: 360 * 1440 * 60 }).map((seconds) => new Date(start + seconds * 1000))
const shift = (from: number, to: number): fc.Arbitrary<[string, string]> =>
  fc.tuple(fc.integer({ min: from, max: to - 2 }), fc.integer({ min: 1, max: 59 })).map(([hour, minute]) =>
    [`${`0${hour}`.slice(-2)}:${`0${minute}`.slice(-2)}`, `${`0${to - 1}`.slice(-2)}:59`])
const calendar: fc.Arbitrary<WorkCalendar> = fc.record({
  hours: fc.oneof(shift(0, 12).map((one) => [one]), fc.tuple(shift(6, 12), shift(12, 20)), fc.constant([['00:00', '24:00'] as [string, string]])),
  days: fc.dictionary(fc.integer({ min: 0, max: 359 }).map((count) => dayOf(new Date(start + count * 86_400_000))), fc.constantFrom('work' as const, 'rest' as const), { maxKeys: 20 }),
})

test('adding and measuring are inverse', () => {
  fc.assert(fc.property(calendar, instant, fc.integer({ min: 0, max: 20_000 }), (office, from, minutes) => {
    const due = addWorking(office, from, { amount: minutes, unit: 'workingMinute' })
    assert.equal(workingMinutesBetween(office, from, due), minutes)
    // The earliest such instant: a second sooner, the work is not done.
    if (minutes > 0) assert.ok(workingMinutesBetween(office, from, new Date(due.getTime() - 1000)) < minutes)
  }))
})

test('measuring adds up, and never runs backwards', () => {
  fc.assert(fc.property(calendar, instant, instant, instant, (office, ...instants) => {
    const [a, b, c] = instants.toSorted((x, y) => x.getTime() - y.getTime()) as [Date, Date, Date]
    const sum = workingMinutesBetween(office, a, b) + workingMinutesBetween(office, b, c)
    assert.ok(Math.abs(sum - workingMinutesBetween(office, a, c)) < 1e-6)
    assert.ok(workingMinutesBetween(office, a, b) >= 0)
    assert.equal(workingMinutesBetween(office, b, a) + workingMinutesBetween(office, a, b), 0)
  }))
})

test('measuring agrees with looking at every minute', () => {
  const short = fc.integer({ min: 0, max: 5 * 1440 })
  const minute = fc.integer({ min: 0, max: 300 * 1440 }).map((count) => new Date(start + count * minuteMs))
  fc.assert(fc.property(calendar, minute, short, (office, from, length) => {
    let count = 0
    for (let step = 0; step < length; step += 1) if (isOfficeOpen(office, new Date(from.getTime() + step * minuteMs))) count += 1
    assert.equal(workingMinutesBetween(office, from, new Date(from.getTime() + length * minuteMs)), count)
  }), { numRuns: 60 })
})

test('working days end at closing time of a workday, later for more days', () => {
  fc.assert(fc.property(calendar, instant, fc.integer({ min: 0, max: 40 }), (office, from, amount) => {
    const due = addWorking(office, from, { amount, unit: 'workingDay' })
    const lastOpen = new Date(due.getTime() - 1)
    assert.ok(due >= from && isWorkday(office, dayOf(lastOpen)) && isOfficeOpen(office, lastOpen) && !isOfficeOpen(office, due) || office.hours[0]?.[1] === '24:00')
    assert.ok(addWorking(office, from, { amount: amount + 1, unit: 'workingDay' }) >= due)
  }))
})
