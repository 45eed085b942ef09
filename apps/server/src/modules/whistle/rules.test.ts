import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { rolePermissions, roleSide, type CallStatus, type Role, type WhistleStatus, type WhistleStep } from '@linli/contract'
import { defaultCalendar } from '@linli/standards'
import { figuresOf, formulas } from './figures-rules.ts'
import { dueOf, lateMinutes, limitsOf, mayNameMoment, latest } from './limit-rules.ts'
import * as rules from './rules.ts'

const as = (role: Role, extra: Partial<rules.Who> = {}): rules.Who => ({ side: roleSide[role], unit: null, may: (permission) => rolePermissions[role].includes(permission), ...extra })
const part = (status: CallStatus, extra: Partial<rules.Call> = {}): rules.Call => ({ unit: 'u', kind: 'department', isLead: false, status, hasRated: false, ...extra })
const moves = Object.entries(rules.moves) as [WhistleStep, (typeof rules.moves)[WhistleStep]][]

test('the diagrams in README.md and the table of moves are the same life', () => {
  const [whole, parts] = readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').split('```mermaid').slice(1).map((text) => text.split('```')[0]!)
  const drawn = (diagram: string) => [...diagram.matchAll(/^\s*(\S+) --> (\S+): (.+)$/gm)].flatMap(([, from, to, steps]) => steps!.split(', ').map((step) => `${from} ${step} ${to}`)).toSorted()
  const written = moves.flatMap(([step, { from, to }]) => (step === 'blow' ? ['[*] blow blown'] : from.map((status) => `${status} ${step} ${to === 'same' ? status : to}`)))
  assert.deepEqual(drawn(whole!), written.toSorted())
  assert.deepEqual(drawn(parts!), moves.flatMap(([step, { call }]) => (call?.from ?? []).map((status) => `${status} ${step} ${call!.to === 'same' ? status : call!.to}`)).toSorted())
})

test('who may do what, state by state', () => {
  const handler = as('handler', { unit: 'u' })
  const table: [WhistleStatus, rules.Call[], rules.Who, WhistleStep[]][] = [
    ['blown', [part('called', { isLead: true })], as('dispatcher'), ['callMore', 'end', 'withdraw']],
    ['blown', [part('arrived', { isLead: true }), part('called', { unit: 'v' })], as('leader'), ['callMore', 'end', 'release']],
    ['blown', [part('fedBack', { isLead: true })], as('shiftLeader'), ['callMore', 'end']],
    ['blown', [part('called')], as('acceptor'), []],
    ['blown', [part('called')], handler, ['answer', 'reportIn']],
    ['blown', [part('answered')], handler, ['reportIn']],
    ['blown', [part('arrived')], handler, ['feedback']],
    ['blown', [part('fedBack')], handler, ['rateOffice']],
    ['blown', [part('fedBack', { hasRated: true })], handler, []],
    ['blown', [part('released')], handler, []],
    ['blown', [part('called', { unit: 'v' })], handler, []],
    ['blown', [part('called')], as('socialWorker'), []],
    ['blown', [part('called', { kind: 'community' })], as('socialWorker'), ['answer', 'reportIn']],
    ['blown', [part('called', { kind: 'community' })], as('steward'), []],
    ['ended', [part('absent')], handler, ['rateOffice']],
    ['ended', [part('arrived')], handler, ['rateOffice']],
    ['ended', [part('arrived')], as('dispatcher'), ['rateUnits']],
    ['rated', [part('fedBack')], handler, ['rateOffice']],
    ['rated', [part('fedBack')], as('dispatcher'), []],
    ['withdrawn', [part('called')], handler, []],
    ['withdrawn', [part('called')], as('leader'), []],
  ]
  for (const [status, calls, who, steps] of table) assert.deepEqual(rules.stepsFor(who, { status, calls }), steps, `${status} ${calls[0]!.status} ${steps.join()}`)
})

test('what becomes of a unit’s part, and which of them are rated', () => {
  assert.equal(rules.mayRelease(part('answered')), true)
  assert.equal(rules.mayRelease(part('answered', { isLead: true })), false)
  assert.equal(rules.mayRelease(part('arrived')), false)
  assert.deepEqual(rules.toRate({ status: 'ended', calls: [part('absent'), part('released', { unit: 'v' }), part('fedBack', { unit: 'w' })] }), ['u', 'w'])
  assert.equal(rules.myCall(as('handler', { unit: 'v' }), { status: 'blown', calls: [part('called')] }), undefined)
})

const rule = { emergencyAnswer: 10, emergencyArrive: 30, urgentAnswer: 30, urgentArrive: 120, ordinaryAnswer: 2, ordinaryArrive: 3, nearMetres: 500 }

test('emergencies run day and night, the rest on the office’s calendar', () => {
  const friday = new Date('2026-03-06T16:50:00+08:00')
  const due = (urgency: 'emergency' | 'urgent' | 'ordinary', named?: Date) => dueOf(defaultCalendar, limitsOf(rule, urgency), friday, named)
  const at = (text: string) => new Date(`2026-03-${text}:00+08:00`)
  assert.deepEqual(due('emergency'), { answerBy: at('06T17:00'), arriveBy: at('06T17:20'), warnAt: at('06T17:14') })
  assert.deepEqual([due('urgent').answerBy, due('urgent').arriveBy], [at('06T17:20'), at('06T18:50')])
  assert.deepEqual([due('ordinary').answerBy, due('ordinary').arriveBy], [at('09T09:50'), at('11T17:30')], 'two working hours and three workdays, over a weekend')
  assert.deepEqual(due('ordinary', at('06T17:30')), { answerBy: at('06T17:30'), arriveBy: at('06T17:30'), warnAt: at('06T17:22') }, 'nobody has to answer later than arrive')
})

test('late to the minute that has begun; the lamp; which moments may be named', () => {
  const by = new Date('2026-03-06T17:20:00+08:00')
  const after = (seconds: number) => new Date(by.getTime() + seconds * 1000)
  assert.deepEqual([lateMinutes(after(-60), by), lateMinutes(by, by), lateMinutes(after(1), by), lateMinutes(after(61), by)], [0, 0, 1, 2])
  assert.deepEqual([0, 60, 60 * 24 * 3600, 60 * 24 * 3600 + 1].map((seconds) => mayNameMoment(by, after(seconds))), [false, true, true, false])
})

test('figures of a unit, each with its formula', () => {
  const row = { unit: 'u', unit_name: '城管队', called: 5, answered: 4, answer_due: 4, answer_in_time: 3, arrived: 3, arrive_due: 4, arrive_in_time: 2, off_spot: 1, fed_back: 3, rated: 3, solved: 2, score: 4.3333 }
  const { unit, ...figures } = figuresOf(row)
  assert.deepEqual(figures, { called: 5, answered: 4, arrived: 3, late: 1, offSpot: 1, fedBack: 3, rated: 3, answeredInTime: 0.75, arrival: 0.75, arrivalInTime: 0.5, solved: 0.6667, score: 4.33 })
  assert.equal(unit.name, '城管队')
  const none = figuresOf({ ...row, called: 1, answered: 0, answer_due: 0, answer_in_time: 0, arrived: 0, arrive_due: 0, arrive_in_time: 0, rated: 0, solved: 0, score: null })
  assert.deepEqual([none.answeredInTime, none.arrival, none.arrivalInTime, none.solved, none.score], [null, null, null, null, null])
  assert.ok(formulas.every(({ key }) => key in figures))
})

test('of what came late the last is said', () => {
  const [answerBy, arriveBy] = [new Date('2026-03-02T01:30:00Z'), new Date('2026-03-02T03:00:00Z')]
  assert.deepEqual(latest(new Date('2026-03-02T02:00:00Z'), { answerBy, arriveBy }), { kind: 'answerLate', told: ['answer'] })
  assert.deepEqual(latest(new Date('2026-03-02T03:00:01Z'), { answerBy, arriveBy }), { kind: 'arrivalLate', told: ['answer', 'arrive'] })
})
