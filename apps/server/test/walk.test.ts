import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventStep, problems, type EventStatus, type EventStep } from '@linli/contract'
import { defaultCalendar, type Limit } from '@linli/standards'
import fc from 'fast-check'
import { end, isResting } from '../src/modules/event/stage.ts'
import { openCity, type City } from './city.ts'
import type { Person, Unit } from './city-people.ts'
import { eventually } from './eventually.ts'
import { openOffice, pointIn, toHandling } from './office.ts'

/**
 * Many people take steps on a few events at once, some that they are offered and some that they are not, while the clock runs on. The same
 * choices in every run; who comes first is left to chance. Afterwards the rows must tell one story, whatever it was.
 */
const rounds = 260
const atOnce = 10
const seed = 20260302
/** From a Monday morning, some minutes for each request: nights, weekends and overdue limits are in it. */
const begin = Date.parse('2026-03-02T08:00:00+08:00')

let city: City
let people: Person[]
let residents: Person[]
let events: string[]
let units: Unit[]
let handlers: { person: Person, unit: Unit }[]
const refusals = new Set<string>()

before(async () => {
  city = await openCity({ work: true, outside: { sms: null, wechat: null, identityProvider: null } })
  city.setClock(new Date(begin).toISOString())
  const whole = await openOffice(city)
  const { street, unit, handler, ...office } = whole
  const other = await street.unit('市政所')
  const home = street.communities[0]!
  residents = [office.resident, await street.resident('赵范三')]
  handlers = [{ person: handler, unit }, { person: await street.handler('经办人二', other), unit: other }]
  const [acceptor, worker] = [await street.staff('受理员二', 'acceptor'), await street.staff('社工', 'socialWorker', home.area)]
  people = [office.acceptor, acceptor, office.shiftLeader, office.dispatcher, office.checker, worker, ...residents, ...handlers.map(({ person }) => person), await street.staff('领导', 'leader')]
  units = [unit, other, home.unit]
  const where = { matter: '06010', point: pointIn(street, 0) }
  const mine = await Promise.all(residents.flatMap((one) => [false, false, false, true].map((isDraft) => one.call('event', 'reportMine', { ...where, description: '居民上报的事', isDraft }))))
  const found = await Promise.all([false, false, true, true].map((isDraft) => worker.call('event', 'report', { ...where, description: '巡查发现的事', isDraft, source: 'grid' })))
  const called = await Promise.all([1, 2, 3].map(() => acceptor.call('event', 'report', { ...where, description: '电话反映的事', source: 'hotline' })))
  // Some have a way behind them, or too few would be handled to ask anything.
  const handled = [await toHandling(whole), await toHandling(whole), await toHandling(whole), await toHandling(whole)]
  events = [...handled, ...[...mine, ...found, ...called].map(({ id }) => id)]
})
after(() => city.close())

const choice = fc.record({ person: fc.nat(), event: fc.nat(), step: fc.nat(), isOffered: fc.integer({ min: 0, max: 3 }).map((one) => one > 0), minutes: fc.integer({ min: 1, max: 40 }), words: fc.nat() })
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

/** Steps that follow by themselves nobody can ask for. */
const steps = (Object.keys(eventStep) as EventStep[]).filter((step) => !['join', 'closeAlong', 'beginPart', 'joinParts', 'unsplit'].includes(step))
/** Seldom chosen where something else is offered, or every event would soon rest. */
const endings: EventStep[] = ['cancel', 'approveCancel', 'merge', 'passSelf']

function told(step: EventStep, words: number): Record<string, unknown> {
  const needed: Partial<Record<EventStep, object>> = {
    askInfo: { question: '在哪里？' }, answer: { text: '三号楼' }, dispatch: { unit: pick(units, words).id }, handle: { note: '到场查看' }, feedback: { publicReply: '已处理' }, rate: { score: 1 + words % 5, isSolved: words % 2 === 0 },
    revisit: { isReached: true, isSolved: words % 3 !== 0, score: words % 2 === 0 ? null : 5 }, reopen: { reason: '又出现了' }, cancel: { reason: '不属实' }, ...sideways(words), accept: words % 3 === 0 ? { matter: '06012' } : {},
  }
  return { step, ...needed[step] }
}

function sideways(words: number): Partial<Record<EventStep, object>> {
  const reason = { reason: '情况如此' }
  return {
    reportHandled: { publicReply: '已当场处理' }, failSelf: reason, refute: reason, merge: { into: pick(events, words) }, unmerge: reason, split: { parts: [{ description: '一件', matter: '06010' }, { description: '又一件', matter: '06012', unit: pick(units, words).id }] },
    return: { reason: 'duty', note: '不归我们' }, assist: { unit: pick(units, words).id, days: 1 }, assistDone: { result: '协助完毕' }, askExtension: { amount: 1 + words % 3, ...reason }, askSuspension: { why: 'plan', until: '2026-12-31', ...reason },
    askCancel: reason, refuse: reason, transfer: { to: '区里', ...reason }, takeBack: { publicReply: '上级已答复' }, rework: reason, rehandle: reason, supervise: { text: '请答复', days: 1 }, replySupervision: { reply: '在办' },
    endSupervision: { isSatisfied: true }, instruct: { text: '抓紧' }, mark: { isUrgent: words % 2 === 0 },
  }
}

let now = begin
/** How often each step was taken: what was taken least is tried first. */
const taken = new Map<EventStep, number>()
/** Asking while it is handled is another thing than asking before, and counted apart. */
let askedInHand = 0
const often = (step: EventStep, from: EventStatus | undefined) => (step === 'askInfo' && from === 'handling' ? askedInHand : taken.get(step) ?? 0)
async function take({ person: who, event, step, isOffered, minutes, words }: Choice): Promise<void> {
  const person = pick(people, who)
  const my = residents.includes(person) ? 'Mine' : ''
  // Half of the time from what waits for them, as people work.
  const waiting = words % 2 === 0 && my === '' ? (await person.call('event', 'list', { isMine: true, limit: 50 })).rows : []
  const id = waiting.length > 0 ? pick(waiting, event).id : pick(events, event)
  const seen = isOffered ? (await person.raw(`/api/event/get${my}`, { id })).body as { status?: EventStatus, steps?: EventStep[] } : {}
  const offered = (seen.steps ?? []).filter((one) => !endings.includes(one) || words % 5 === 0).toSorted((a, b) => often(a, seen.status) - often(b, seen.status)).slice(0, 3)
  const chosen = offered.length > 0 ? pick(offered, step) : pick(steps, step)
  city.setClock(new Date(now += minutes * 60_000).toISOString())
  const answer = await person.raw(`/api/event/take${my}`, { id, take: told(chosen, words) })
  if (answer.status === 200 && chosen === 'askInfo' && seen.status === 'handling') return void (askedInHand += 1)
  if (answer.status === 200) return void taken.set(chosen, (taken.get(chosen) ?? 0) + 1)
  const { code, status } = answer.body as { code: keyof typeof problems, status: number }
  assert.deepEqual([problems[code]?.status, answer.status < 500], [status, true], JSON.stringify(answer))
  refusals.add(code)
}

test('people walk about at once, and nobody runs into a fault', async () => {
  const choices = fc.sample(choice, { seed, numRuns: rounds * atOnce })
  for (let round = 0; round < rounds; round += 1) await Promise.all(choices.slice(round * atOnce, (round + 1) * atOnce).map(take))
  city.setClock(undefined)
  assert.ok(refusals.has('event.step-not-open'))
  assert.deepEqual([...refusals].filter((code) => !['event.cannot-merge', 'event.step-not-open', 'input.invalid', 'not-found', 'unit.unknown'].includes(code)), [])
  await settled()
  const { rows } = await city.owner.query<{ status: string }>('select distinct status from event_stage')
  assert.ok(rows.length >= 14, `only ${rows.map(({ status }) => status).join(', ')} were walked through`)
  assert.ok(taken.size >= steps.length - 8, `never taken: ${steps.filter((step) => !taken.has(step)).join(', ')}`)
})

/** Every job has done what followed, and the parts that were split off belong to what is looked at. */
async function settled(): Promise<void> {
  await eventually(async () => assert.deepEqual((await city.owner.query(`select name, state, output from pgboss.job where state in ('created', 'retry', 'active', 'failed') and name ~ '^(event|notice|link)[/.]'`)).rows, []))
  events = (await city.owner.query<{ id: string }>('select id from event order by number')).rows.map(({ id }) => id)
}

interface Told { name: string, from: EventStatus, to: EventStatus, at: Date }
interface Stay { no: number, status: EventStatus, since: Date, until: Date | null, due_at: Date | null, limit_amount: number | null, limit_unit: Limit['unit'], used_minutes: number, paused_minutes: number, overdue_minutes: number }

test('the journal tells the way to where each event stands', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select * from event where id = $1', [id])
    const { rows: way } = await city.owner.query<Told>(`select name, details ->> 'from' as "from", details ->> 'to' as "to", at from journal where subject = $1 and details ? 'to' order by at, id`, [id])
    assert.deepEqual(way.map(({ from }) => from), ['draft', ...way.map(({ to }) => to)].slice(0, way.length), `each step begins where the one before ended: ${way.map(({ name, at }) => `${name} ${at.toISOString()}`).join('\n')}`)
    assert.equal(event.status, way.at(-1)?.to ?? 'draft')
    const photos = await city.owner.query('select from photo where subject = $1', [id])
    assert.equal(event.photo_count, photos.rowCount)
    if (event.status === 'closed') assert.ok(event.public_reply && event.closed_at && event.close_kind)
    if (event.status === 'cancelled') assert.ok(event.closed_at)
    assert.ok(event.reopened <= 2 && event.extensions <= 1)
    assert.ok(event.late_returns <= event.returns)
    assert.equal(event.status === 'merged', event.merged_into !== null && event.status !== 'closed')
    if (event.status === 'suspended') assert.ok(event.review_on && event.suspend_reason)
    if (event.status === 'transferred') assert.ok(event.transferred_to)
  }
})

test('the stays of each event follow one another, and what was measured adds up', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select * from event where id = $1', [id])
    const { rows: stays } = await city.owner.query<Stay>('select * from event_stage where event = $1 order by no', [id])
    assert.deepEqual(stays.map(({ no }) => no), stays.map((_, at) => at + 1))
    assert.deepEqual(stays.slice(0, -1).map(({ until }) => until), stays.slice(1).map(({ since }) => since), 'each ends when the next begins')
    for (const { status, since, until, due_at, limit_amount, limit_unit, ...measured } of stays) {
      assert.ok(until === null || until >= since, 'no stay ends before it began')
      assert.equal(due_at === null, limit_amount === null || isResting(status))
      if (until === null) continue
      const limit = limit_amount === null ? null : { amount: limit_amount, unit: limit_unit }
      const { used, paused, overdue } = end(defaultCalendar, { status, since, limit, dueAt: due_at }, until)
      assert.deepEqual([measured.used_minutes, measured.paused_minutes, measured.overdue_minutes], [used, paused, overdue])
    }
    const last = stays.at(-1)
    if (!last) continue
    assert.deepEqual([event.status, event.stage_no, event.stage_since, event.due_at], [last.status, last.no, last.since, last.due_at])
    assert.equal(last.until, null)
  }
})

test('what will be reminded of are the moments of the present stay, and nothing of what rests', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select status, warn_at, due_at, severe_at, review_on from event where id = $1', [id])
    const { rows: [plan] } = await city.owner.query<{ moments: Date[], next_at: Date | null }>(`select moments, next_at from reminder where event = $1 and key = 'stay'`, [id])
    const stored = [event.warn_at, event.due_at, event.severe_at, event.review_on && new Date(`${event.review_on}T00:00:00+08:00`)].map((moment: Date | null) => moment?.getTime())
    assert.deepEqual((plan?.moments ?? []).filter((moment) => !stored.includes(moment.getTime())), [])
    if (isResting(event.status) || event.status === 'needInfo' || event.status === 'needDetail') assert.equal(plan?.next_at ?? null, null)
  }
})

test('who is asked has a link as long as the event waits for the answer, and no longer', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select status, stage_no from event where id = $1', [id])
    const { rows: links } = await city.owner.query<{ stage_no: number }>(`select stage_no from link where event = $1 and kind = 'ask' and used_at is null and withdrawn_at is null`, [id])
    assert.deepEqual(links, ['needInfo', 'needDetail'].includes(event.status) ? [{ stage_no: event.stage_no }] : [])
  }
  assert.ok((await city.owner.query(`select from event_stage where status = 'needDetail' and until is not null`)).rowCount! > 0, 'nobody was asked while it was handled')
})

test('what was merged has one whole that lives; what was split waits for a part', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select status, merged_into from event where id = $1', [id])
    if (event.status === 'merged') assert.ok(!['merged', 'cancelled', 'closed', 'draft'].includes((await city.owner.query('select status from event where id = $1', [event.merged_into])).rows[0].status))
    const { rows: parts } = await city.owner.query<{ status: string }>('select status from event where part_of = $1', [id])
    if (event.status === 'split') assert.ok(parts.some(({ status }) => status !== 'closed' && status !== 'cancelled'))
  }
})

test('at most one application is open, and it is the one that is waited for', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select pending, is_supervised, assists_open from event where id = $1', [id])
    assert.deepEqual((await city.owner.query('select kind from event_request where event = $1 and decided_at is null', [id])).rows, event.pending === null ? [] : [{ kind: event.pending }])
    assert.equal((await city.owner.query('select from event_supervision where event = $1 and ended_at is null', [id])).rowCount, event.is_supervised ? 1 : 0)
    assert.deepEqual((await city.owner.query('select unit from event_assist where event = $1 and done_at is null', [id])).rows.map(({ unit }) => unit).filter((unit) => event.assists_open.includes(unit)).toSorted(), event.assists_open.toSorted())
  }
})

test('each unit sees what is with it now, what it assists in, and nothing that was', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select unit, assists from event where id = $1', [id])
    for (const { person, unit } of handlers) assert.equal((await person.raw('/api/event/get', { id })).status, unit.id === event.unit || event.assists.includes(unit.id) ? 200 : 404)
  }
})
