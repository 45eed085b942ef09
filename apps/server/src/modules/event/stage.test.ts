import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultCalendar as calendar, type Limit } from '@linli/standards'
import fc from 'fast-check'
import { begin, end } from './stage.ts'

const at = (text: string) => new Date(`${text}:00+08:00`)
const halfHour: Limit = { amount: 30, unit: 'workingMinute' }

test('acceptance within thirty working minutes, over lunch', () => {
  const begun = begin(calendar, 'reported', halfHour, at('2026-03-02T11:50'))
  assert.deepEqual(begun, { limit: halfHour, dueAt: at('2026-03-02T13:50'), warnAt: at('2026-03-02T13:44'), severeAt: at('2026-03-02T14:50') })
  assert.deepEqual(end(calendar, { status: 'reported', since: at('2026-03-02T11:50'), limit: halfHour, dueAt: begun.dueAt }, at('2026-03-02T14:00')), { used: 40, paused: 0, overdue: 10, times: 0.3 })
})

test('while the office waits for the resident the limit stands still and goes on afterwards', () => {
  const first = begin(calendar, 'reported', halfHour, at('2026-03-02T09:00'))
  assert.deepEqual(first.dueAt, at('2026-03-02T09:30'))
  const wait = { from: at('2026-03-02T09:10'), to: at('2026-03-02T11:00') }
  const again = begin(calendar, 'reported', halfHour, wait.to, { since: at('2026-03-02T09:00'), pauses: [wait] })
  assert.deepEqual(again.dueAt, at('2026-03-02T11:20'))
  assert.deepEqual(end(calendar, { status: 'needInfo', since: wait.from, limit: { amount: 7, unit: 'day' }, dueAt: at('2026-03-09T23:59') }, wait.to), { used: 0, paused: 110, overdue: 0, times: null })
})

test('handling for two working days ends when the office closes on the second', () => {
  assert.deepEqual(begin(calendar, 'handling', { amount: 2, unit: 'workingDay' }, at('2026-03-05T15:00')).dueAt, at('2026-03-09T17:30'))
})

test('nobody is waited for in a draft, a closed or a cancelled event', () => {
  for (const status of ['draft', 'closed', 'cancelled'] as const) assert.equal(begin(calendar, status, halfHour, at('2026-03-02T09:00')).dueAt, null)
})

// 2026-05-01 to 05-05 are holidays, Saturday 05-09 is worked for them.
const severe: [string, Limit, string, string][] = [
  ['half an hour, an hour after it ended', halfHour, '2026-03-02T09:00', '2026-03-02T10:30'],
  ['four working hours, over the night', { amount: 4, unit: 'workingHour' }, '2026-03-02T09:00', '2026-03-03T15:00'],
  ['a workday, two workdays after it ended', { amount: 1, unit: 'workingDay' }, '2026-03-02T09:00', '2026-03-05T17:30'],
  ['two workdays, over the holidays and a worked Saturday', { amount: 2, unit: 'workingDay' }, '2026-04-29T09:00', '2026-05-11T17:30'],
  ['a day and a night by the clock', { amount: 24, unit: 'clockHour' }, '2026-05-01T09:00', '2026-05-04T09:00'],
]
for (const [words, limit, from, until] of severe) test(`three times late: ${words}`, () => assert.deepEqual(begin(calendar, 'handling', limit, at(from)).severeAt, at(until)))

test('a pause puts off when it is three times late, and a wait for the resident is never late', () => {
  const wait = { from: at('2026-03-02T09:10'), to: at('2026-03-02T11:00') }
  assert.deepEqual(begin(calendar, 'reported', halfHour, wait.to, { since: at('2026-03-02T09:00'), pauses: [wait] }).severeAt, at('2026-03-02T13:50'))
  assert.deepEqual([begin(calendar, 'needInfo', halfHour, wait.from).severeAt, begin(calendar, 'closed', halfHour, wait.from).severeAt], [null, null])
})

test('the longest limit, extended, is still three times late one day', () => {
  assert.ok(begin(calendar, 'handling', { amount: 1000, unit: 'workingDay' }, at('2026-03-02T09:00')).severeAt! > at('2036-03-02T09:00'))
})

test('stays of one limit add up: what was used before and after a pause is what was used in all', () => {
  const units: Limit[] = [halfHour, { amount: 4, unit: 'workingHour' }, { amount: 2, unit: 'workingDay' }, { amount: 24, unit: 'clockHour' }]
  fc.assert(fc.property(fc.constantFrom(...units), fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 3, maxLength: 3 }), (limit, minutes) => {
    const [start, asked, answered, done] = [0, ...minutes].map((_, index, all) => new Date(at('2026-02-25T07:00').getTime() + all.slice(0, index + 1).reduce((sum, one) => sum + one, 0) * 60_000)) as [Date, Date, Date, Date]
    const first = begin(calendar, 'reported', limit, start)
    const one = end(calendar, { status: 'reported', since: start, limit, dueAt: first.dueAt }, asked)
    const second = begin(calendar, 'reported', limit, answered, { since: start, pauses: [{ from: asked, to: answered }] })
    const two = end(calendar, { status: 'reported', since: answered, limit, dueAt: second.dueAt }, done)
    const whole = end(calendar, { status: 'reported', since: start, limit, dueAt: null }, done)
    const paused = end(calendar, { status: 'needInfo', since: asked, limit, dueAt: null }, answered)
    assert.ok(Math.abs(one.used + paused.paused + two.used - whole.used) <= 1, 'a started minute at each joint')
    assert.ok(one.overdue <= one.used && two.overdue <= two.used)
  }))
})
