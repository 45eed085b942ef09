import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isMet, ordinal, periodWords, type BulletinRhythm, type BulletinStatus, type Permission } from '@linli/contract'
import * as rules from './rules.ts'

test('the last day, week from Monday, and month that is over', () => {
  const table: [Exclude<BulletinRhythm, 'once'>, string, string, string][] = [
    ['day', '2026-11-26', '2026-11-25', '2026-11-26'], ['day', '2027-01-01', '2026-12-31', '2027-01-01'],
    ['week', '2026-11-26', '2026-11-16', '2026-11-23'], ['week', '2026-11-23', '2026-11-16', '2026-11-23'], ['week', '2026-11-22', '2026-11-09', '2026-11-16'], ['week', '2027-01-04', '2026-12-28', '2027-01-04'],
    ['month', '2026-11-26', '2026-10-01', '2026-11-01'], ['month', '2026-12-01', '2026-11-01', '2026-12-01'], ['month', '2027-01-31', '2026-12-01', '2027-01-01'], ['month', '2028-03-01', '2028-02-01', '2028-03-01'],
  ]
  for (const [rhythm, today, from, until] of table) assert.deepEqual(rules.lastPeriod(rhythm, today), { from, until }, `${rhythm} ${today}`)
})

test('compared with the period before and the same of last year, whole periods with whole ones', () => {
  assert.deepEqual(rules.daysBeside('day', { from: '2026-11-25', until: '2026-11-26' }), { before: '2026-11-24', lastYear: '2025-11-25' })
  assert.deepEqual(rules.daysBeside('day', { from: '2027-12-31', until: '2028-01-01' }), { before: '2027-12-30', lastYear: '2026-12-31' })
  assert.deepEqual(rules.daysBeside('day', { from: '2028-02-29', until: '2028-03-01' }), { before: '2028-02-28', lastYear: '2027-02-28' })
  assert.deepEqual(rules.daysBeside('week', { from: '2026-11-16', until: '2026-11-23' }), { before: '2026-11-15', lastYear: '2025-11-23' }, 'a Sunday both')
  assert.deepEqual(rules.daysBeside('month', { from: '2026-11-01', until: '2026-12-01' }), { before: '2026-10-31', lastYear: '2025-11-30' })
  assert.deepEqual(rules.daysBeside('month', { from: '2028-12-01', until: '2029-01-01' }), { before: '2028-11-30', lastYear: '2027-12-31' })
})

test('said as an office says it', () => {
  assert.equal(periodWords('day', { from: '2026-11-05', until: '2026-11-06' }), '2026年11月5日')
  assert.equal(periodWords('week', { from: '2026-11-16', until: '2026-11-23' }), '2026年11月16日至22日')
  assert.equal(periodWords('week', { from: '2026-11-30', until: '2026-12-07' }), '2026年11月30日至12月6日')
  assert.equal(periodWords('week', { from: '2026-12-28', until: '2027-01-04' }), '2026年12月28日至2027年1月3日')
  assert.equal(periodWords('month', { from: '2026-11-01', until: '2026-12-01' }), '2026年11月')
  assert.deepEqual([rules.nameIn('近 30 天上报', 'week'), rules.nameIn('今日结案', 'month'), rules.nameIn('按时结案率', 'day')], ['本周上报', '本月结案', '当日按时结案率'])
  assert.deepEqual([rules.numberWords('临街统', 2026, 47), rules.yearOf({ until: '2027-01-01' })], ['临街统〔2026〕第 47 期', 2026])
  assert.deepEqual([1, 9, 10, 11, 20, 21].map(ordinal), ['一', '九', '十', '十一', '二十', '二十一'])
  assert.deepEqual([isMet({ value: 94, target: 95, best: 'high' }), isMet({ value: 94, target: 95, best: 'low' }), isMet({ value: null, target: 95, best: 'low' })], [false, true, null])
})

test('who may do what when: nobody answers for their own, unless there is nobody else', () => {
  const all: Permission[] = ['bulletin.make', 'bulletin.review', 'bulletin.sign']
  const who = (permissions: Permission[], { isMaker = false, isAlone = false } = {}): rules.Who => ({ may: (one) => permissions.includes(one), isMaker, isAlone: () => isAlone })
  const table: [Permission[], BulletinStatus, { isMaker?: boolean, isAlone?: boolean }, string[]][] = [
    [['bulletin.make'], 'draft', { isMaker: true }, ['submit', 'drop']], [['bulletin.make'], 'review', {}, ['drop']], [['bulletin.make'], 'signed', {}, []], [['bulletin.make'], 'returned', {}, ['submit', 'drop']],
    [['bulletin.review'], 'review', {}, ['agree', 'return']], [['bulletin.review'], 'approved', {}, []], [['bulletin.sign'], 'review', {}, []], [['bulletin.sign'], 'approved', {}, ['sign', 'return']],
    [all, 'review', { isMaker: true }, ['return', 'drop']], [all, 'approved', { isMaker: true }, ['return', 'drop']], [all, 'approved', { isMaker: true, isAlone: true }, ['sign', 'return', 'drop']], [all, 'dropped', {}, []],
  ]
  for (const [permissions, status, rest, steps] of table) assert.deepEqual(rules.stepsFor(who(permissions, rest), status), steps, `${permissions} ${status} ${JSON.stringify(rest)}`)
})

test('the same content is the same text, in whatever order it was stored', () => {
  assert.equal(rules.canonical({ b: [1, { d: null, c: '二' }], a: 66.67 }), '{"a":66.67,"b":[1,{"c":"二","d":null}]}')
  assert.equal(rules.canonical({ a: undefined }), rules.canonical({ a: null }))
})
