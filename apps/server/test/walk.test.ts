import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { problems, type EventStatus } from '@linli/contract'
import { defaultCalendar, isOfficeOpen, type Limit } from '@linli/standards'
import fc from 'fast-check'
import pino from 'pino'
import { end, isResting } from '../src/modules/event/stage.ts'
import { openCity, type City } from './city.ts'
import { settled } from './job.ts'
import { runQueued } from './queued.ts'
import { assertPlainPhotos, assertUntold, readEverything } from './secrets.ts'
import { seed } from './seed.ts'
import { openStreams, type Streams } from './streams.ts'
import { openWalk, walked, type Walk } from './walkers.ts'

/**
 * People take steps on a few events, some that they are offered and some that they are not, while the clock runs on: first one after the other, where
 * everybody may do exactly what they are offered; then many at once, while the jobs work, and who comes first is left to chance. Afterwards the
 * rows must tell one story, whatever it was. `LINLI_FUZZ_SEED` repeats the choices of a run.
 */
const [inTurn, rounds, atOnce] = [500, 50, 10]

let city: City
let walk: Walk
let events: string[]
let streams: Streams
const refusals = new Set<string>()
/** Why the server was busy or at fault, where it was. */
const logged: string[] = []
/** Refusals of what was said, where the step itself was open. */
const aboutWords = ['event.cannot-merge', 'event.place-unknown', 'input.invalid', 'unit.unknown', 'not-found']

before(async () => {
  city = await openCity({ outside: { sms: null, wechat: null, identityProvider: null, llm: null, encoder: null }, log: pino({ level: 'warn' }, { write: (line) => void logged.push(line) }) })
  walk = await openWalk(city)
  events = walk.events
  streams = await openStreams(city, [...walk.handlers, ...walk.workers])
})
after(async () => {
  await streams.close()
  await city.close()
})

const choice = fc.record({ person: fc.nat(), event: fc.nat(), step: fc.nat(), isOffered: fc.integer({ min: 0, max: 4 }).map((one) => one > 0), minutes: fc.integer({ min: 1, max: 40 }), words: fc.nat() })

test(`one after the other, everybody may do exactly what they are offered (seed ${seed})`, async () => {
  const taken = new Map<string, number>()
  for (const chosen of fc.sample(choice, { seed, numRuns: inTurn })) {
    const { id, step, counted, offered, person, answer } = await walk.take(chosen, taken)
    const { code } = answer.body as { code?: string }
    const told = `${person.name} is offered ${offered.join(', ')} and takes ${step} of ${id}: ${answer.status} ${code}`
    if (offered.includes(step)) assert.ok(answer.status === 200 || aboutWords.includes(code!), told)
    else assert.ok(['event.step-not-open', 'not-found', 'may.not'].includes(code!), told)
    if (answer.status === 200) taken.set(counted, (taken.get(counted) ?? 0) + 1)
    if (['merge', 'close', 'cancel', 'approveCancel'].includes(step)) await runQueued(city, 'event')
  }
  const { rows } = await city.owner.query<{ status: string }>('select distinct status from event_stage')
  assert.ok(rows.length >= 11, `only ${rows.map(({ status }) => status).join(', ')} were walked through`)
  assert.ok(taken.size >= walked.length - 9, `never taken: ${walked.filter((step) => !taken.has(step)).join(', ')}`)
})

test(`many at once, and nobody runs into a fault (seed ${seed + 1})`, async () => {
  await city.server.jobs.work(city.server.around, city.server.outside)
  // Only what follows from the steps: what the clock on the wall brings would come at another moment in every run.
  await city.owner.query('delete from pgboss.schedule')
  const choices = fc.sample(choice, { seed: seed + 1, numRuns: rounds * atOnce })
  for (let round = 0; round < rounds; round += 1) {
    for (const { answer } of await Promise.all(choices.slice(round * atOnce, (round + 1) * atOnce).map((one) => walk.take(one, new Map())))) {
      if (answer.status === 200) continue
      const { code, status } = answer.body as { code: keyof typeof problems, status: number }
      assert.deepEqual([problems[code]?.status, answer.status < 500], [status, true], `${JSON.stringify(answer)} ${logged.at(-1)}`)
      refusals.add(code)
    }
  }
  city.setClock(undefined)
  assert.deepEqual([...refusals].filter((code) => ![...aboutWords, 'event.step-not-open', 'may.not'].includes(code)), [])
  await settled(city, '')
  assert.deepEqual((await city.owner.query(`select name, state, output from pgboss.job where state = 'failed' and name ~ '^(event|notice|link)[/.]'`)).rows, [])
  // The parts that were split off belong to what is looked at.
  events = (await city.owner.query<{ id: string }>('select id from event order by number')).rows.map(({ id }) => id)
})

interface Step { name: string, from: EventStatus, to: EventStatus, at: Date }
interface Stay { no: number, status: EventStatus, since: Date, until: Date | null, due_at: Date | null, limit_amount: number | null, limit_unit: Limit['unit'], used_minutes: number, paused_minutes: number, overdue_minutes: number }

test('the journal tells the way to where each event stands', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select * from event where id = $1', [id])
    const { rows: way } = await city.owner.query<Step>(`select name, details ->> 'from' as "from", details ->> 'to' as "to", at from journal where subject = $1 and details ? 'to' order by at, id`, [id])
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
      assert.equal(used + paused, minutesOn(limit?.unit ?? 'clockHour', since, until), 'used and paused are all there was')
    }
    const [first, present] = [stays[0], stays.at(-1)]
    if (first && present) assert.equal(stays.reduce((sum, { since, until }) => sum + ((until ?? present.since).getTime() - since.getTime()), 0), present.since.getTime() - first.since.getTime(), 'the stays are the whole life')
    const last = stays.at(-1)
    if (!last) continue
    assert.deepEqual([event.status, event.stage_no, event.stage_since, event.due_at], [last.status, last.no, last.since, last.due_at])
    assert.equal(last.until, null)
  }
})

/** Counted minute by minute on the office's clock; the clock of the walk stands on whole minutes. */
function minutesOn(unit: Limit['unit'], since: Date, until: Date): number {
  if (unit === 'clockHour' || unit === 'day') return Math.floor((until.getTime() - since.getTime()) / 60_000)
  let minutes = 0
  for (let at = since.getTime(); at < until.getTime(); at += 60_000) if (isOfficeOpen(defaultCalendar, new Date(at))) minutes += 1
  return minutes
}

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

test('what was merged has one whole that lives, and none is its own; what was split waits for a part', async () => {
  for (const id of events) {
    const above: string[] = []
    for (let at: string | null = id; at !== null; at = (await city.owner.query('select coalesce(merged_into, part_of) as whole from event where id = $1', [at])).rows[0].whole) {
      assert.ok(!above.includes(at), `${id} goes round`)
      above.push(at)
    }
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
    for (const { unit, ...person } of walk.handlers) assert.equal((await person.raw('/api/event/get', { id })).status, unit.id === event.unit || event.assists.includes(unit.id) ? 200 : 404)
  }
})

test('flags stand beside the state: they are as they were set last, whatever came after', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select * from event where id = $1', [id])
    const { rows: told } = await city.owner.query<{ details: { isUrgent: boolean } }>(`select details from journal where subject = $1 and name = 'event.marked' order by at, id`, [id])
    if (event.part_of === null) assert.equal(event.is_urgent, told.at(-1)?.details.isUrgent ?? false, 'as it was marked last, whatever came after')
    assert.equal(event.is_instructed, (await city.owner.query(`select from journal where subject = $1 and name = 'event.instructed'`, [id])).rowCount! > 0)
  }
})

test('no unit and no community is told who reported, by whatever they read, search, export, look at or are told', async () => {
  const handed = await walk.handOver()
  let seen = 0
  for (const person of [...walk.handlers, ...walk.workers]) {
    const read = await readEverything(person, { world: walk.world, events: [...events, ...handed], words: walk.reporters.flatMap(({ name, phone }) => [name, phone.slice(-4)]) })
    for (const id of handed) assert.ok([...read].some(([asked, told]) => asked.startsWith('/api/event/get ') && asked.includes(id) && told.startsWith('200')), `${person.name} sees what was handed over`)
    assertUntold(person.name, read, walk.reporters)
    for (const [asked, told] of read) if (asked.startsWith('/api/event/list ') && asked.includes(walk.reporters[0]!.name)) assert.match(told, /"rows":\[\]/, `${person.name} finds nothing by a name`)
    seen += await assertPlainPhotos(city, person)
  }
  assert.ok(seen >= 60, `${seen} photos`)
  assertUntold('the stream', new Map(streams.told.map((line, at) => [`message ${at}`, line])), walk.reporters)
  assert.ok(streams.told.length > 50)
  assert.deepEqual([...new Set(streams.told.flatMap((line) => Object.keys(JSON.parse(line) as object)))].toSorted(), ['id', 'topic'])
})

test('what is due stays due, whatever becomes of the calendar and the settings', async () => {
  const kept = async () => (await city.owner.query('select (select jsonb_agg(to_jsonb(one) order by event, no) from event_stage one) as stays, (select jsonb_agg(jsonb_build_array(id, due_at, warn_at, severe_at, is_overdue) order by id) from event) as events, (select jsonb_agg(to_jsonb(one) order by event, key) from reminder one) as reminders, (select jsonb_agg(to_jsonb(one) order by event, no) from event_supervision one) as supervisions')).rows[0] as object
  const stood = await kept()
  const { admin } = walk
  await admin.call('calendar', 'setHours', { hours: [['10:00', '11:00']] })
  for (const day of ['2026-03-05', '2026-03-06', '2026-03-09']) await admin.call('calendar', 'setDay', { day, kind: 'rest', note: '' })
  for (const status of ['reported', 'accepted', 'dispatched', 'feedback', 'checked'] as const) await admin.call('matter', 'setStepLimit', { status, limit: { amount: 9, unit: 'workingMinute' } })
  for (const code of ['06010', '06012']) await admin.call('matter', 'setRule', { code, handleLimit: { amount: 1, unit: 'workingMinute' }, unit: null, byCommunity: false })
  await admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: 'A', severity: null, limit: { amount: 1, unit: 'workingMinute' } })
  await settled(city, '')
  assert.deepEqual(await kept(), stood)
})
