import assert from 'node:assert/strict'
import { test } from 'node:test'
import { at, defaultCalendar } from '@linli/standards'
import { comingAfter, desksOf, isHeld, shiftsAt, stretches, there, weekOf, wrongShifts, type Desk, type Shift } from './rules.ts'

const [community, street] = ['/33/99/01/008/005/', '/33/99/01/008/']
const shift = (name: string, on: Shift['on'], from: string, until: string): Shift => ({ key: name, name, on, from, until })
const person = (name: string, isHere = true) => ({ id: name, name, isHere })
const desk = (area: string, shifts: Shift[] | null, turns: [string, string, string[]][] = []): Desk => ({ area, shifts, turns: turns.map(([day, key, people]) => ({ day, shift: key, people: people.map((name) => person(name)) })) })

test('whose desks answer for a place', () => {
  assert.deepEqual(desksOf('/33/99/01/008/005/012/b0031/'), [community, street])
  assert.deepEqual(desksOf(street), [street])
  assert.deepEqual(desksOf('/33/99/'), [])
})

test('the week of a day begins on Monday', () => {
  // 2026-03-08 is a Sunday.
  assert.deepEqual([weekOf('2026-03-08')[0], weekOf('2026-03-02')[0], weekOf('2026-03-08')[6]], ['2026-03-02', '2026-03-02', '2026-03-08'])
})

// 2026-02-14 is a Saturday that is worked (调休), 2026-02-17 the first day of the Spring Festival, a Tuesday.
const held: [Shift['on'], string, boolean][] = [['work', '2026-03-02', true], ['work', '2026-03-07', false], ['rest', '2026-03-07', true], ['rest', '2026-02-14', false], ['work', '2026-02-14', true], ['rest', '2026-02-17', true], ['all', '2026-02-17', true]]
for (const [on, day, isIt] of held) test(`a shift on ${on} days is ${isIt ? '' : 'not '}held on ${day}`, () => assert.equal(isHeld({ on }, day, defaultCalendar), isIt))

test('shifts: its own, else the sub-district’s, else the calendar’s', () => {
  const evening = [shift('晚', 'all', '18:00', '21:00')]
  assert.deepEqual(shiftsAt([desk(community, null), desk(street, evening)], defaultCalendar), { shifts: evening, of: street })
  assert.deepEqual(shiftsAt([desk(community, null), desk(street, null)], defaultCalendar).shifts.map(({ name, from, until }) => [name, from, until]), [['上午', '08:30', '12:00'], ['下午', '13:30', '17:30']])
})

const standing = (desks: Desk[], now: Date) => {
  const all = stretches(desks, defaultCalendar, now)
  return { here: there(all, now, desks.map(({ area }) => area)), next: comingAfter(all, now) }
}

test('without a roster somebody is there in office hours, and next when the office opens', () => {
  const desks = [desk(community, null), desk(street, null)]
  // Friday the 6th of March.
  assert.equal(standing(desks, at('2026-03-06', '09:00')).here?.area, community)
  const evening = standing(desks, at('2026-03-06', '17:30'))
  assert.equal(evening.here, undefined)
  assert.deepEqual(evening.next?.from, at('2026-03-09', '08:30'))
})

test('who is in the roster is there; a hole in it is filled by the sub-district’s desk', () => {
  const desks = [desk(community, null, [['2026-03-02', 'office-1', ['李例二']]]), desk(street, null, [['2026-03-02', 'office-2', ['王示一']], ['2026-03-03', 'office-1', ['王示一']]])]
  assert.deepEqual(standing(desks, at('2026-03-02', '09:00')).here?.people.map(({ name }) => name), ['李例二'])
  const afternoon = standing(desks, at('2026-03-02', '14:00'))
  assert.deepEqual([afternoon.here?.area, afternoon.here?.people[0]?.name], [street, '王示一'])
  assert.deepEqual([afternoon.next?.from, afternoon.next?.area], [at('2026-03-03', '08:30'), street])
})

test('a night shift goes on after midnight; two shifts that meet are one answer', () => {
  const desks = [desk(street, [shift('日', 'all', '08:00', '20:00'), shift('夜', 'all', '18:00', '08:00')], [['2026-03-01', '日', ['甲']], ['2026-03-01', '夜', ['乙']]])]
  assert.deepEqual(standing(desks, at('2026-03-02', '03:00')).here?.people.map(({ name }) => name), ['乙'])
  const both = standing(desks, at('2026-03-01', '19:00')).here
  assert.deepEqual([both?.people.map(({ name }) => name), both?.until], [['甲', '乙'], at('2026-03-02', '08:00')])
})

test('who answers here no more is on duty no more', () => {
  const gone: Desk = { area: street, shifts: null, turns: [{ day: '2026-03-02', shift: 'office-1', people: [person('甲', false)] }] }
  assert.equal(standing([gone], at('2026-03-02', '09:00')).here, undefined)
})

const wrong: [Shift[], boolean][] = [[[], false], [[shift('早', 'all', '08:00', '12:00'), shift('早', 'rest', '09:00', '12:00')], true], [[shift('早', 'all', '08:00', '08:00')], true], [[shift('夜', 'all', '20:00', '08:00')], false]]
for (const [shifts, isWrong] of wrong) test(`shifts ${JSON.stringify(shifts.map(({ from, until }) => [from, until]))} are ${isWrong ? 'wrong' : 'right'}`, () => assert.equal(wrongShifts(shifts) !== undefined, isWrong))
