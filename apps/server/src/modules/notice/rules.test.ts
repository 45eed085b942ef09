import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eventStatus, noticeKind, permission, type EventStatus, type NoticeKind, type Permission } from '@linli/contract'
import { waitsFor } from '../event/waiting-rules.ts'
import { words as eventWords } from '../event/words.ts'
import { audienceOf, holderOf, isNobody, kindOf, listened, planOf, reached, type Event } from './rules.ts'
import { wordsOf } from './words-rules.ts'

const event = (status: EventStatus, rest: Partial<Event> = {}): Event => ({ status, source: 'resident', part_of: null, unit: 'u', unit_kind: 'department', ...rest })
const statuses = Object.keys(eventStatus) as EventStatus[]

/** States that wait for whoever holds the permission, of what a resident reported or of what staff found. */
const waiting = (held: Permission, source: 'resident' | 'grid'): EventStatus[] => {
  const { statuses: all, checked } = waitsFor((one) => one === held, 'staff')
  return [...all, ...(checked.includes(source === 'resident' ? 'asked' : 'unasked') ? ['checked' as const] : [])]
}

test('whoever is told of a step has it in 今日待办', () => {
  for (const source of ['resident', 'grid'] as const) {
    for (const status of statuses) {
      const holders = holderOf(event(status, { source })).permissions
      for (const held of holders.filter(() => !['needInfo', 'split', 'transferred'].includes(status))) assert.ok(waiting(held, source).includes(status), `${source} ${status}: ${held}`)
    }
    for (const held of Object.keys(permission) as Permission[]) {
      for (const status of waiting(held, source)) assert.ok(holderOf(event(status, { source })).permissions.includes(held), `${source} ${held}: ${status}`)
    }
  }
})

const holders: [string, Event, ReturnType<typeof holderOf>][] = [
  ['a unit’s people', event('handling'), { unit: 'u', permissions: [], person: null }],
  ['a community’s workers', event('handling', { unit_kind: 'community' }), { unit: 'u', permissions: ['event.handle'], person: null }],
  ['who calls the reporter back', event('checked'), { unit: null, permissions: ['event.revisit'], person: null }],
  ['who closes what nobody is called back for', event('checked', { source: 'grid' }), { unit: null, permissions: ['event.close'], person: null }],
  ['who closes a part', event('checked', { part_of: 'whole' }), { unit: null, permissions: ['event.close'], person: null }],
  ['nobody, when it is closed', event('closed'), { unit: null, permissions: [], person: null }],
]
for (const [words, given, expected] of holders) test(`who holds the step: ${words}`, () => assert.deepEqual(holderOf(given), expected))

const told = { unit: 'v', person: null, request: undefined, askedBy: 'p' }
const audiences: [NoticeKind, string | null, Permission[]][] = [
  ['warn', 'u', []], ['overdue', 'u', ['event.close']], ['severe', 'u', ['event.close', 'event.instruct']], ['urged', 'u', []], ['urgeLetter', 'u', ['event.instruct']], ['criticism', 'u', ['event.close', 'event.instruct']],
  ['supervisionOverdue', 'u', ['event.supervise']], ['review', 'u', ['event.dispatch']], ['assist', 'v', []], ['assistOverdue', 'v', ['event.dispatch']], ['returned', null, ['event.dispatch']],
]
for (const [kind, unit, permissions] of audiences) test(`told of ${noticeKind[kind]}`, () => assert.deepEqual(audienceOf(kind, event('handling'), told), { unit, permissions, person: null }))

test('a dispatch is told to the unit and to who is named, unless it has gone on; a reply to who supervised', () => {
  assert.deepEqual(audienceOf('dispatched', event('dispatched'), { ...told, unit: 'u', person: 'q' }), { unit: 'u', permissions: [], person: 'q' })
  assert.equal(isNobody(audienceOf('dispatched', event('filed'), { ...told, unit: 'u', person: 'q' })), true)
  assert.equal(isNobody(audienceOf('dispatched', event('dispatched'), { ...told, unit: 'other' })), true)
  assert.deepEqual(audienceOf('supervisionReplied', event('handling'), told), { unit: null, permissions: [], person: 'p' })
})

test('a decision on cancelling is told to the person who asked, an application to who decides', () => {
  assert.deepEqual(audienceOf('decided', event('cancelled'), { ...told, request: 'cancel' }), { unit: null, permissions: [], person: 'p' })
  assert.deepEqual(audienceOf('applied', event('filed'), { ...told, request: 'cancel' }).permissions, ['event.cancel'])
  assert.deepEqual(audienceOf('applied', event('handling'), { ...told, request: 'extension' }).permissions, ['event.dispatch'])
  assert.equal(isNobody(audienceOf('urged', event('merged'), told)), true)
})

test('what is listened to is recorded by the event', () => {
  assert.deepEqual(listened.filter((name) => !(name in eventWords)), [])
  assert.deepEqual([kindOf('event.urged', { isLate: false }), kindOf('event.urged', { isLate: true }), kindOf('event.closed', { isLate: false })], ['urged', 'urgeLetter', undefined])
})

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour))
test('of what has come the last is said, the rest is put by', () => {
  const plan = planOf({ warnAt: at(1), dueAt: at(2), severeAt: at(4), reviewOn: null })
  assert.deepEqual(reached(plan, at(0)), { kind: undefined, rest: plan })
  assert.deepEqual(reached(plan, at(1)), { kind: 'warn', rest: { kinds: ['overdue', 'severe'], moments: [at(2), at(4)] } })
  assert.deepEqual(reached(plan, at(3)).kind, 'overdue')
  assert.deepEqual(reached(plan, at(9)), { kind: 'severe', rest: { kinds: [], moments: [] } })
})

test('a wait has no plan but its day of review', () => {
  assert.deepEqual(planOf({ warnAt: null, dueAt: at(2), severeAt: null, reviewOn: null }), { kinds: [], moments: [] })
  assert.deepEqual(planOf({ warnAt: null, dueAt: null, severeAt: null, reviewOn: '2026-03-10' }), { kinds: ['review'], moments: [new Date('2026-03-10T00:00:00+08:00')] })
})

test('every kind has a sentence that fits, in Chinese', () => {
  for (const kind of Object.keys(noticeKind) as NoticeKind[]) {
    const words = wordsOf(kind, { status: 'handling', by: '王示一', text: '字'.repeat(500), dueAt: at(1), request: 'extension', isApproved: true, returnReason: 'duty', unitName: '环卫所', personName: '李示二' })
    assert.ok(words.length > 5 && words.length <= 300 && !/undefined|null|[a-z]{3}/.test(words), words)
  }
})
