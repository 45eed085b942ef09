import assert from 'node:assert/strict'
import { test } from 'node:test'
import chineseDays from 'chinese-days'
import * as fc from 'fast-check'
import { addWorkdays, defaultCalendar, isOfficeOpen, isWorkday, workdaysBetween, type WorkCalendar } from './calendar.ts'
import { addDays, at, daysBetween } from './day.ts'
import { nationalDays, nationalYears } from './holidays.ts'

/** A CommonJS package whose types describe its ES module. */
const theirs = chineseDays as unknown as typeof chineseDays.default
const [firstYear, lastYear] = nationalYears
const first = `${firstYear}-01-01`
const span = daysBetween(first, `${lastYear}-12-31`)
/** Not so near the end that the count leaves the years both know. */
const day = fc.integer({ min: 0, max: span - 60 }).map((count) => addDays(first, count))

test('every day of the years in the data agrees with chinese-days', () => {
  assert.deepEqual(nationalYears, [2024, 2026])
  for (let count = 0; count <= span; count += 1) {
    const text = addDays(first, count)
    assert.equal(isWorkday(defaultCalendar, text), theirs.isWorkday(text), text)
    const named = theirs.getDayDetail(text).name.split(',')[1]
    assert.equal(nationalDays.get(text)?.name, named, text)
  }
})

/** 春节, 清明, 端午, 中秋 as printed calendars have them. */
const printed: [number, string, string, string, string][] = [
  [2027, '02-06', '04-05', '06-09', '09-15'], [2028, '01-26', '04-04', '05-28', '10-03'], [2029, '02-13', '04-04', '06-16', '09-22'],
  [2030, '02-03', '04-05', '06-05', '09-12'], [2033, '01-31', '04-04', '06-01', '09-08'],
]

test('years without a notice keep the days of the law', () => {
  for (const [year, newYear, qingming, dragonBoat, midAutumn] of printed) {
    const spring = [-1, 0, 1, 2].map((count) => addDays(`${year}-${newYear}`, count))
    const others = ['01-01', qingming, '05-01', '05-02', dragonBoat, midAutumn, '10-01', '10-02', '10-03'].map((text) => `${year}-${text}`)
    const named = [...nationalDays.keys()].filter((text) => text.startsWith(`${year}-`))
    assert.deepEqual(named.toSorted(), [...new Set([...spring, ...others])].toSorted())
  }
  assert.equal(isWorkday(defaultCalendar, '2027-01-01'), false, 'a Friday')
  assert.equal(nationalDays.get('2027-02-05')?.name, '春节')
})

test('moving by workdays agrees with chinese-days', () => {
  const middle = fc.integer({ min: 60, max: span - 60 }).map((count) => addDays(first, count))
  fc.assert(fc.property(middle, fc.integer({ min: -30, max: 30 }), (from, count) => {
    assert.equal(addWorkdays(defaultCalendar, from, count), theirs.findWorkday(count, from))
  }))
})

test('counting workdays agrees with chinese-days', () => {
  fc.assert(fc.property(day, fc.integer({ min: 0, max: 60 }), (from, count) => {
    const to = addDays(from, count)
    const days = theirs.getWorkdaysInRange(addDays(from, 1), to, true)
    assert.equal(workdaysBetween(defaultCalendar, from, to), count === 0 ? 0 : days.length)
    assert.equal(workdaysBetween(defaultCalendar, to, from), 0)
  }))
})

test("the office's own days stand above the national ones, and those above the week", () => {
  const office: WorkCalendar = { ...defaultCalendar, days: { '2026-10-01': 'work', '2026-05-20': 'rest', '2026-05-23': 'work', '2030-01-02': 'rest' } }
  const cases: [WorkCalendar, string, boolean][] = [
    [defaultCalendar, '2026-10-01', false], [office, '2026-10-01', true],
    [defaultCalendar, '2026-05-20', true], [office, '2026-05-20', false],
    [defaultCalendar, '2026-05-23', false], [office, '2026-05-23', true],
    [defaultCalendar, '2026-10-10', true], [defaultCalendar, '2030-01-02', true], [office, '2030-01-02', false],
  ]
  for (const [calendar, text, expected] of cases) assert.equal(isWorkday(calendar, text), expected, text)
})

test('open only in office hours of workdays', () => {
  const cases: [string, string, boolean][] = [
    ['2026-05-20', '08:29', false], ['2026-05-20', '08:30', true], ['2026-05-20', '11:59', true], ['2026-05-20', '12:00', false],
    ['2026-05-20', '13:30', true], ['2026-05-20', '17:30', false], ['2026-05-23', '10:00', false], ['2026-05-09', '10:00', true], ['2026-05-20', '00:10', false],
  ]
  for (const [text, time, expected] of cases) assert.equal(isOfficeOpen(defaultCalendar, at(text, time)), expected, `${text} ${time}`)
  assert.equal(isOfficeOpen(defaultCalendar, new Date('1969-12-31T02:00:00Z')), true)
})

test('broken calendars are refused', () => {
  const broken: [WorkCalendar['hours'], WorkCalendar['days']][] = [
    [[], {}], [[['09:00', '09:00']], {}], [[['13:00', '17:00'], ['08:00', '12:00']], {}], [[['08:00', '12:00'], ['11:00', '17:00']], {}],
    [[['22:00', '06:00']], {}], [[['8:00', '12:00']], {}], [[['08:00', '12:00']], { '2026-02-30': 'rest' }],
  ]
  for (const [hours, days] of broken) assert.throws(() => isWorkday({ hours, days }, '2026-05-20'), RangeError)
})

test('a calendar without workdays ends in an error, not in a loop', () => {
  const days: Record<string, 'rest'> = {}
  for (let count = 0; count < 4000; count += 1) days[addDays('2026-01-01', count)] = 'rest'
  assert.throws(() => addWorkdays({ ...defaultCalendar, days }, '2026-01-01', 1), /more than ten years/)
})
