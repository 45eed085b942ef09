import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventStatus, rolePermissions, roleSide, type EventStatus, type EventStep, type Permission, type Role } from '@linli/contract'
import fc from 'fast-check'
import * as rules from './rules.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const blank: rules.What = { status: 'reported', source: 'resident', reportedBy: 'r', unit: null, unitKind: null, fedBackBy: null, rating: null, reopened: 0, closedAt: null }
const as = (role: Role, extra: Partial<rules.Who> = {}): rules.Who => ({ id: role, side: roleSide[role], unit: null, may: (permission: Permission) => rolePermissions[role].includes(permission), ...extra })
const resident = as('resident', { id: 'r' })

test('the diagram in the README and the table of moves are the same life', () => {
  const drawn = [...readFileSync(join(import.meta.dirname, 'README.md'), 'utf8').matchAll(/^ {2}(\w+) --> (\w+): (\w+)$/gm)].map(([, from, to, step]) => `${from} ${step} ${to}`)
  const written = (Object.entries(rules.moves) as [EventStep, (typeof rules.moves)[EventStep]][]).flatMap(([step, { from, to }]) =>
    from.map((status) => `${status} ${step} ${step === 'rate' && status === 'checked' ? 'revisited' : to === 'same' ? status : to}`))
  assert.deepEqual(drawn.toSorted(), written.toSorted())
})

test('who may do what, state by state', () => {
  const table: [Partial<rules.What>, rules.Who, EventStep[]][] = [
    [{ status: 'draft', reportedBy: 'gridWorker' }, as('gridWorker'), ['report']],
    [{ status: 'draft', reportedBy: 'somebody' }, as('gridWorker'), []],
    [{}, as('acceptor'), ['askInfo', 'accept']],
    [{}, as('shiftLeader'), ['cancel']],
    [{}, resident, []],
    [{ status: 'needInfo' }, resident, ['answer']],
    [{ status: 'needInfo' }, as('acceptor'), ['answer']],
    [{ status: 'accepted' }, as('shiftLeader'), ['file', 'cancel']],
    [{ status: 'filed' }, as('dispatcher'), ['dispatch']],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, as('handler', { unit: 'u' }), ['sign']],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, as('handler', { unit: 'other' }), []],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, as('socialWorker'), []],
    [{ status: 'dispatched', unit: 'u', unitKind: 'community' }, as('socialWorker'), ['sign']],
    [{ status: 'handling', unit: 'u', unitKind: 'community' }, as('gridWorker'), ['handle', 'feedback']],
    [{ status: 'feedback' }, as('gridWorker'), ['check']],
    [{ status: 'feedback', fedBackBy: 'gridWorker' }, as('gridWorker'), []],
    [{ status: 'checked' }, as('acceptor'), ['revisit']],
    [{ status: 'checked' }, resident, ['rate']],
    [{ status: 'checked' }, as('shiftLeader'), []],
    [{ status: 'checked', source: 'grid' }, as('shiftLeader'), ['close']],
    [{ status: 'revisited' }, as('shiftLeader'), ['close']],
    [{ status: 'closed', closedAt: new Date('2026-02-26T10:00:00+08:00') }, resident, ['rate', 'reopen']],
    [{ status: 'closed', closedAt: new Date('2026-02-22T10:00:00+08:00'), rating: 2 }, resident, []],
    [{ status: 'closed', closedAt: now, reopened: 2, rating: 2 }, resident, []],
    [{ status: 'cancelled' }, as('shiftLeader'), []],
  ]
  for (const [what, who, steps] of table) assert.deepEqual(rules.stepsFor(who, { ...blank, ...what }, now), steps, `${who.id} at ${what.status ?? 'reported'}`)
})

/** What a step leaves on the event besides its state. */
function afterStep(what: rules.What, step: EventStep, status: EventStatus, who: rules.Who): rules.What {
  const left: Partial<Record<EventStep, Partial<rules.What>>> = {
    dispatch: { unit: 'u', unitKind: 'department' }, feedback: { fedBackBy: who.id }, rate: { rating: 4 }, close: { closedAt: now }, reopen: { reopened: what.reopened + 1, rating: null },
  }
  return { ...what, ...left[step], status }
}

test('a random walk never reaches an impossible state', () => {
  const everybody = [...(Object.keys(rolePermissions) as Role[]).map((role) => as(role)), resident, as('handler', { unit: 'u' })]
  const steps = Object.keys(rules.moves) as EventStep[]
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (choices) => {
    let what: rules.What = { ...blank, status: 'draft' }
    const seen: EventStatus[] = [what.status]
    for (const [person, choice] of choices) {
      const who = everybody[person % everybody.length]!
      const step = steps[choice % steps.length]!
      const to = rules.after(step, who, what, now)
      if (!to) continue
      what = afterStep(what, step, to, who)
      seen.push(to)
    }
    assert.ok(seen.every((status) => status in eventStatus))
    // Closed only after the work was fed back, handed on to nobody before it was filed, re-handled at most twice.
    if (seen.includes('closed')) assert.ok(seen.indexOf('feedback') > seen.indexOf('handling') && seen.indexOf('handling') > seen.indexOf('dispatched') && seen.indexOf('dispatched') > seen.indexOf('filed'))
    if (seen.includes('cancelled')) assert.equal(seen.at(-1), 'cancelled')
    assert.ok(what.reopened <= rules.mostReopened)
  }), { numRuns: 2000 })
})

test('titles and numbers', () => {
  assert.equal(rules.titleOf(undefined, '楼道里有人给电动车充电。已经三天了'), '楼道里有人给电动车充电')
  assert.equal(rules.titleOf(' ', '一二三四五六七八九十一二三四五六七八九十一二三四五六'), '一二三四五六七八九十一二三四五六七八九十一二三…')
  assert.equal(rules.numberPrefix(new Date('2026-03-02T23:59:58+08:00')), '260302235958')
})

test('a day begins at midnight in Shanghai', () => {
  assert.deepEqual(rules.dayStart(new Date('2026-03-01T16:30:00Z')), new Date('2026-03-02T00:00:00+08:00'))
  assert.deepEqual(rules.dayStart(new Date('2026-03-01T15:59:00Z')), new Date('2026-03-01T00:00:00+08:00'))
})
