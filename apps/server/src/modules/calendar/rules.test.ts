import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Limit, limitUnit, type LimitUnit } from '@linli/contract'
import { addWorking, at, isWorkday } from '@linli/standards'
import { calendarOf, specialDays, wrongHours } from './rules.ts'

const hours: [string, [string, string][], boolean][] = [
  ['two shifts in order', [['08:30', '12:00'], ['13:30', '17:30']], true],
  ['one long shift', [['00:00', '23:59']], true],
  ['shifts that touch', [['08:00', '12:00'], ['12:00', '17:00']], false],
  ['shifts that overlap', [['08:30', '12:00'], ['11:00', '17:30']], false],
  ['the afternoon first', [['13:30', '17:30'], ['08:30', '12:00']], false],
  ['a shift that ends before it begins', [['17:30', '08:30']], false],
  ['an empty shift', [['08:30', '08:30']], false],
  ['a minute a day', [['08:30', '08:31']], false],
  ['an hour in two shifts', [['08:30', '09:00'], ['13:30', '14:00']], true],
]
for (const [words, given, isGood] of hours) test(`office hours: ${words}`, () => assert.equal(wrongHours(given) === undefined, isGood))

test('the office’s own day stands above the national one and the week', () => {
  // 2026-10-01 is a national holiday, 2026-03-07 a Saturday, 2026-03-02 a Monday.
  const calendar = calendarOf([{ day: '2026-10-01', kind: 'work', note: '' }, { day: '2026-03-07', kind: 'work', note: '' }, { day: '2026-03-02', kind: 'rest', note: '' }], undefined)
  assert.deepEqual(['2026-10-01', '2026-03-07', '2026-03-02', '2026-10-02', '2026-03-08', '2026-03-03'].map((day) => isWorkday(calendar, day)), [true, true, false, false, false, true])
})

test('the office’s hours decide when a limit ends', () => {
  const calendar = calendarOf([], [['09:00', '12:00'], ['14:00', '17:00']])
  assert.deepEqual(addWorking(calendar, at('2026-03-02', '11:30'), { amount: 1, unit: 'workingHour' }), at('2026-03-02', '14:30'))
})

for (const unit of Object.keys(limitUnit) as LimitUnit[]) {
  test(`the longest limit of ${unit} ends, however short the office’s day is`, () => {
    const [longest, shortest] = [{ amount: 1000, unit }, [['08:30', '09:30']] satisfies [string, string][]]
    assert.equal(Limit.safeParse(longest).success && !Limit.safeParse({ ...longest, amount: 1001 }).success, true)
    assert.equal(wrongHours(shortest), undefined)
    assert.ok(addWorking(calendarOf([], shortest), at('2026-03-02', '08:00'), longest) < at('2036-03-02', '08:00'))
  })
}

test('the special days of a year: national ones with their names, own ones instead of them', () => {
  const days = specialDays(2026, [{ day: '2026-10-01', kind: 'work', note: '值守' }, { day: '2025-10-01', kind: 'work', note: '去年' }])
  assert.deepEqual(days.find(({ day }) => day === '2026-10-01'), { day: '2026-10-01', kind: 'work', note: '值守', source: 'office' })
  assert.equal(days.find(({ day }) => day === '2026-10-02')?.source, 'national')
  assert.ok(days.every(({ day }) => day.startsWith('2026-')))
  assert.deepEqual(days.map(({ day }) => day), days.map(({ day }) => day).toSorted())
})
