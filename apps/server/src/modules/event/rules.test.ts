import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { eventStatus, rolePermissions, roleSide, type EventStatus, type EventStep, type Permission, type Role } from '@linli/contract'
import fc from 'fast-check'
import * as rules from './rules.ts'
import { waitsFor } from './waiting-rules.ts'
import { mayKnowReporter, type What, type Who } from './who-rules.ts'
import { isDone, mayTakeIn, replyOf } from './whole-rules.ts'

const now = new Date('2026-03-02T10:00:00+08:00')
const office = { reopenDays: 7, mostReopened: 2, mostExtensions: 1 }
const blank: What = {
  status: 'reported', source: 'resident', privacy: 'open', reportedBy: 'r', unit: null, unitKind: null, assistsOpen: [], fedBackBy: null, rating: null, isDissatisfied: false, reopened: 0, extensions: 0,
  pending: null, isSupervised: false, dueAt: null, urgedAt: null, closedAt: null, partOf: null, office,
}
const as = (role: Role, extra: Partial<Who> = {}): Who => ({ id: role, side: roleSide[role], unit: null, may: (permission: Permission) => rolePermissions[role].includes(permission), ...extra })
const resident = as('resident', { id: 'r' })

/** Every step of the diagram; a group stands for each state that is drawn inside it. */
function drawnIn(diagram: string): string[] {
  const members = new Map<string, Set<string>>()
  const inside: string[] = []
  const arrows = diagram.split('\n').flatMap((line) => {
    const group = /^\s*state (\w+) \{$/.exec(line)?.[1]
    if (group) inside.push(group)
    if (/^\s*\}$/.test(line)) inside.pop()
    const [, from, to, steps] = /^\s*(\w+) --> (\w+): (.+)$/.exec(line) ?? []
    if (!from || !to || !steps) return []
    for (const one of inside) members.set(one, new Set([...members.get(one) ?? [], from, to]))
    return steps.split(', ').map((step) => ({ from, to, step }))
  })
  const statesOf = (name: string): string[] => (members.has(name) ? [...members.get(name)!].flatMap((one) => (one === name ? [] : statesOf(one))) : [name])
  return [...new Set(arrows.flatMap(({ from, to, step }) => statesOf(from).map((state) => `${state} ${step} ${from === to ? state : to}`)))]
}

test('the diagram in LIFE.md and the table of moves are the same life', () => {
  const drawn = drawnIn(readFileSync(join(import.meta.dirname, 'LIFE.md'), 'utf8'))
  const written = (Object.entries(rules.moves) as [EventStep, (typeof rules.moves)[EventStep]][]).flatMap(([step, { from }]) =>
    from.map((status) => `${status} ${step} ${rules.leadsTo(rules.moves[step], status)}`))
  assert.deepEqual(drawn.toSorted(), written.toSorted())
})

test('who may do what, state by state', () => {
  const handling = { status: 'handling', unit: 'u', unitKind: 'department', dueAt: new Date('2026-03-03T10:00:00+08:00') } as const
  const handler = as('handler', { unit: 'u' })
  const table: [Partial<What>, Who, EventStep[]][] = [
    [{ status: 'draft', reportedBy: 'gridWorker' }, as('gridWorker'), ['report', 'reportHandled']],
    [{ status: 'draft', reportedBy: 'steward' }, as('steward'), ['report']],
    [{ status: 'draft', reportedBy: 'somebody' }, as('gridWorker'), []],
    [{ status: 'selfHandled' }, as('shiftLeader'), ['passSelf', 'failSelf']],
    [{ status: 'selfHandled' }, as('acceptor'), []],
    [{}, as('acceptor'), ['askInfo', 'sendVerify', 'accept', 'relocate', 'merge', 'askCancel', 'urge', 'mark']],
    [{}, as('shiftLeader'), ['cancel', 'urge', 'supervise', 'mark']],
    [{ pending: 'cancel' }, as('shiftLeader'), ['approveCancel', 'refuse', 'urge', 'supervise', 'mark']],
    [{}, resident, []],
    [{ status: 'needInfo' }, resident, ['answer']],
    [{ status: 'needInfo' }, as('acceptor'), ['askInfo', 'answer', 'relocate', 'merge', 'askCancel', 'urge', 'mark']],
    [{ status: 'verifying' }, as('gridWorker'), ['confirm', 'refute']],
    [{ status: 'merged' }, as('acceptor'), ['unmerge']],
    [{ status: 'merged' }, resident, []],
    [{ status: 'accepted' }, as('shiftLeader'), ['file', 'cancel', 'urge', 'supervise', 'mark']],
    [{ status: 'filed' }, as('dispatcher'), ['relocate', 'dispatch', 'split', 'askCancel', 'transfer', 'urge', 'mark']],
    [{ status: 'filed', partOf: 'w' }, as('dispatcher'), ['relocate', 'dispatch', 'askCancel', 'transfer', 'urge', 'mark']],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, handler, ['return', 'sign']],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, as('handler', { unit: 'other' }), []],
    [{ status: 'dispatched', unit: 'u', unitKind: 'department' }, as('socialWorker'), []],
    [{ status: 'dispatched', unit: 'u', unitKind: 'community' }, as('socialWorker'), ['return', 'sign']],
    [{ status: 'handling', unit: 'u', unitKind: 'community' }, as('gridWorker'), ['askInfo', 'return', 'handle', 'askSuspension', 'feedback']],
    [handling, handler, ['askInfo', 'return', 'handle', 'askExtension', 'askSuspension', 'feedback']],
    [{ ...handling, extensions: 1 }, handler, ['askInfo', 'return', 'handle', 'askSuspension', 'feedback']],
    [{ ...handling, dueAt: new Date('2026-03-02T09:00:00+08:00') }, handler, ['askInfo', 'return', 'handle', 'askSuspension', 'feedback']],
    [{ ...handling, pending: 'extension' }, handler, ['handle', 'feedback']],
    [{ ...handling, pending: 'extension' }, as('dispatcher'), ['assist', 'approveExtension', 'refuse', 'urge', 'mark']],
    [{ ...handling, pending: 'suspension' }, as('dispatcher'), ['assist', 'approveSuspension', 'refuse', 'urge', 'mark']],
    [{ ...handling, assistsOpen: ['v'] }, as('handler', { unit: 'v' }), ['assistDone']],
    [{ ...handling, isSupervised: true }, handler, ['askInfo', 'return', 'handle', 'askExtension', 'askSuspension', 'feedback', 'replySupervision']],
    [{ ...handling, isSupervised: true }, as('leader'), ['urge', 'endSupervision', 'instruct', 'mark']],
    [{ ...handling, dueAt: new Date('2026-03-02T09:00:00+08:00') }, resident, ['urge']],
    [{ ...handling, dueAt: new Date('2026-03-02T09:00:00+08:00'), urgedAt: new Date('2026-03-02T08:00:00+08:00') }, resident, []],
    [handling, as('acceptor'), ['askInfo', 'urge', 'mark']],
    [handling, as('dispatcher'), ['askInfo', 'assist', 'transfer', 'urge', 'mark']],
    [{ ...handling, partOf: 'w' }, handler, ['return', 'handle', 'askExtension', 'askSuspension', 'feedback']],
    [{ ...handling, status: 'needDetail' }, handler, ['askInfo', 'resume']],
    [{ ...handling, status: 'needDetail' }, as('handler', { unit: 'other' }), []],
    [{ ...handling, status: 'needDetail' }, as('acceptor'), ['askInfo', 'answer', 'urge', 'mark']],
    [{ ...handling, status: 'needDetail' }, as('dispatcher'), ['askInfo', 'assist', 'resume', 'urge', 'mark']],
    [{ ...handling, status: 'needDetail', dueAt: null }, resident, ['answer']],
    [{ status: 'suspended', unit: 'u', unitKind: 'department' }, handler, ['resume']],
    [{ status: 'transferred' }, as('dispatcher'), ['takeBack', 'urge', 'mark']],
    [{ status: 'feedback', unit: 'u' }, as('gridWorker'), ['check', 'rework']],
    [{ status: 'feedback', fedBackBy: 'gridWorker' }, as('gridWorker'), []],
    [{ status: 'feedback', unit: 'u' }, as('dispatcher'), ['urge', 'mark']],
    [{ status: 'feedback', unit: null }, as('dispatcher'), ['transfer', 'urge', 'mark']],
    [{ status: 'feedback', unit: null }, as('gridWorker'), ['check']],
    [{ status: 'checked' }, as('acceptor'), ['revisit', 'urge', 'mark']],
    [{ status: 'checked' }, resident, ['rate']],
    [{ status: 'checked' }, as('shiftLeader'), ['urge', 'supervise', 'mark']],
    [{ status: 'checked', source: 'grid' }, as('shiftLeader'), ['close', 'urge', 'supervise', 'mark']],
    [{ status: 'checked', partOf: 'w' }, as('shiftLeader'), ['close', 'urge', 'supervise', 'mark']],
    [{ status: 'revisited' }, as('shiftLeader'), ['close', 'urge', 'supervise', 'mark']],
    [{ status: 'revisited', isDissatisfied: true, rating: 2 }, as('shiftLeader'), ['rehandle', 'close', 'urge', 'supervise', 'mark']],
    [{ status: 'revisited', isDissatisfied: true, rating: 2, reopened: 2 }, as('shiftLeader'), ['close', 'urge', 'supervise', 'mark']],
    [{ status: 'closed', closedAt: new Date('2026-02-26T10:00:00+08:00') }, resident, ['rate', 'reopen']],
    [{ status: 'closed', closedAt: new Date('2026-02-22T10:00:00+08:00'), rating: 2 }, resident, []],
    [{ status: 'closed', closedAt: now, reopened: 2, rating: 2 }, resident, []],
    [{ status: 'cancelled' }, as('shiftLeader'), []],
  ]
  for (const [what, who, steps] of table) assert.deepEqual(rules.stepsFor(who, { ...blank, ...what }, now), steps, `${who.id} at ${what.status ?? 'reported'}`)
})

/** What a step leaves on the event besides its state. */
function afterStep(what: What, step: EventStep, status: EventStatus, who: Who): What {
  const left: Partial<Record<EventStep, Partial<What>>> = {
    dispatch: { unit: 'u', unitKind: 'department' }, feedback: { fedBackBy: who.id }, rate: { rating: 2, isDissatisfied: true }, revisit: { isDissatisfied: true }, close: { closedAt: now }, passSelf: { closedAt: now },
    reopen: { reopened: what.reopened + 1, rating: null }, rehandle: { reopened: what.reopened + 1, rating: null }, askExtension: { pending: 'extension' }, askSuspension: { pending: 'suspension' }, askCancel: { pending: 'cancel' },
    approveExtension: { pending: null, extensions: what.extensions + 1 }, approveSuspension: { pending: null }, approveCancel: { pending: null }, refuse: { pending: null }, assist: { assistsOpen: ['u'] }, assistDone: { assistsOpen: [] },
    supervise: { isSupervised: true }, endSupervision: { isSupervised: false },
  }
  return { ...what, ...left[step], status }
}

test('a random walk never reaches an impossible state', () => {
  const theServer: Who = { id: null, side: 'staff', unit: null, may: () => false }
  const everybody = [theServer, ...(Object.keys(rolePermissions) as Role[]).map((role) => as(role)), resident, as('handler', { unit: 'u' })]
  const steps = Object.keys(rules.moves) as EventStep[]
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 60 }), (choices) => {
    let what: What = { ...blank, status: 'draft' }
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
    const way = seen.filter((status, at) => status !== seen[at - 1])
    const first = way.indexOf('closed')
    const before: EventStatus[][] = [['selfHandled'], ['merged'], ['filed', 'dispatched', 'handling', 'feedback'], ['filed', 'transferred', 'feedback'], ['filed', 'split', 'checked']]
    if (first >= 0) assert.ok(before.some((must) => must.every((status, at) => way.indexOf(status) < first && way.includes(status) && (at === 0 || way.indexOf(status) > way.indexOf(must[at - 1]!)))), way.join(' '))
    if (seen.includes('cancelled')) assert.equal(seen.at(-1), 'cancelled')
    assert.ok(what.reopened <= office.mostReopened && what.extensions <= office.mostExtensions)
  }), { numRuns: 2000 })
})

test('who reported is known to nobody who was not to know', () => {
  const table: [What['privacy'], Who, boolean][] = [
    ['open', as('handler', { unit: 'u' }), true], ['confidential', as('handler', { unit: 'u' }), false], ['confidential', as('socialWorker'), false], ['confidential', as('acceptor'), true], ['confidential', resident, true],
    ['anonymous', as('acceptor'), false], ['anonymous', as('leader'), false], ['anonymous', resident, true],
  ]
  for (const [privacy, who, knows] of table) assert.equal(mayKnowReporter(who, { ...blank, privacy, status: 'handling', unit: 'u', unitKind: 'community' }), knows, `${privacy} ${who.id}`)
})

test('what waits for whom', () => {
  const held = (role: Role) => waitsFor(as(role).may, roleSide[role])
  assert.deepEqual(held('dispatcher'), { statuses: ['filed'], community: [], checked: [], pending: ['extension', 'suspension'] })
  assert.deepEqual(held('shiftLeader'), { statuses: ['accepted', 'revisited', 'selfHandled'], community: [], checked: ['unasked'], pending: ['cancel'] })
  assert.deepEqual(held('gridWorker'), { statuses: ['verifying', 'feedback'], community: ['dispatched', 'handling'], checked: [], pending: [] })
  assert.deepEqual(held('handler'), { statuses: ['dispatched', 'handling'], community: [], checked: [], pending: [] })
  assert.deepEqual(held('leader'), { statuses: [], community: [], checked: [], pending: [] })
  assert.deepEqual(held('acceptor').checked, ['asked'])
})

test('wholes and parts', () => {
  const alone = { merged_into: null, part_of: null }
  assert.deepEqual(['reported', 'handling', 'closed', 'merged', 'cancelled'].map((status) => mayTakeIn({ ...alone, status })), [true, true, false, false, false])
  assert.equal(mayTakeIn({ status: 'handling', merged_into: null, part_of: 'w' }), false)
  assert.deepEqual([isDone([]), isDone([{ status: 'closed' }, { status: 'cancelled' }]), isDone([{ status: 'closed' }, { status: 'handling' }])], [false, true, false])
  assert.equal(replyOf([{ public_reply: '已清运' }, { public_reply: null }, { public_reply: '已修好' }, { public_reply: '已清运' }]), '已清运\n已修好')
})
