import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { problems, type EventStatus, type EventStep } from '@linli/contract'
import { defaultCalendar, type Limit } from '@linli/standards'
import fc from 'fast-check'
import { end, isResting } from '../src/modules/event/stage.ts'
import { openCity, type City } from './city.ts'
import type { Person, Unit } from './city-people.ts'
import { openOffice, pointIn } from './office.ts'

/**
 * Many people take steps on a few events at once, some that they are offered and some that they are not, while the clock runs on. The same
 * choices in every run; who comes first is left to chance. Afterwards the rows must tell one story, whatever it was.
 */
const rounds = 80
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
  city = await openCity()
  city.setClock(new Date(begin).toISOString())
  const { street, unit, handler, ...office } = await openOffice(city)
  const other = await street.unit('市政所')
  const home = street.communities[0]!
  residents = [office.resident, await street.resident('赵范三')]
  handlers = [{ person: handler, unit }, { person: await street.handler('经办人二', other), unit: other }]
  const [acceptor, worker] = [await street.staff('受理员二', 'acceptor'), await street.staff('社工', 'socialWorker', home.area)]
  people = [office.acceptor, acceptor, office.shiftLeader, office.dispatcher, office.checker, worker, ...residents, ...handlers.map(({ person }) => person), await street.staff('领导', 'leader')]
  units = [unit, other, home.unit]
  const where = { matter: '06010', point: pointIn(street, 0) }
  const mine = await Promise.all(residents.flatMap((one) => [false, true].map((isDraft) => one.call('event', 'reportMine', { ...where, description: '居民上报的事', isDraft }))))
  const found = await Promise.all([false, true].map((isDraft) => worker.call('event', 'report', { ...where, description: '巡查发现的事', isDraft, source: 'grid' })))
  const called = await acceptor.call('event', 'report', { ...where, description: '电话反映的事', source: 'hotline' })
  events = [...mine, ...found, called].map(({ id }) => id)
})
after(() => city.close())

const choice = fc.record({ person: fc.nat(), event: fc.nat(), step: fc.nat(), isOffered: fc.integer({ min: 0, max: 3 }).map((one) => one > 0), minutes: fc.nat({ max: 40 }), words: fc.nat() })
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

const steps: EventStep[] = ['report', 'askInfo', 'answer', 'accept', 'file', 'dispatch', 'sign', 'handle', 'feedback', 'check', 'revisit', 'rate', 'close', 'reopen', 'cancel']
/** Seldom chosen where something else is offered, or every event would soon rest. */
const endings: EventStep[] = ['cancel', 'close']

function told(step: EventStep, words: number): Record<string, unknown> {
  const needed: Partial<Record<EventStep, object>> = {
    askInfo: { question: '在哪里？' }, answer: { text: '三号楼' }, dispatch: { unit: pick(units, words).id }, handle: { note: '到场查看' }, feedback: { publicReply: '已处理' }, rate: { score: 1 + words % 5, isSolved: words % 2 === 0 },
    revisit: { isReached: true, isSolved: true, score: words % 2 === 0 ? null : 5 }, reopen: { reason: '又出现了' }, cancel: { reason: '不属实' }, accept: words % 3 === 0 ? { matter: '06012' } : {},
  }
  return { step, ...needed[step] }
}

let now = begin
async function take({ person: who, event, step, isOffered, minutes, words }: Choice): Promise<void> {
  const person = pick(people, who)
  const id = pick(events, event)
  const my = residents.includes(person) ? 'Mine' : ''
  const seen = isOffered ? (await person.raw(`/api/event/get${my}`, { id })).body as { steps?: EventStep[] } : {}
  const offered = (seen.steps ?? []).filter((one) => !endings.includes(one) || words % 4 === 0)
  city.setClock(new Date(now += minutes * 60_000).toISOString())
  const answer = await person.raw(`/api/event/take${my}`, { id, take: told(offered.length > 0 ? pick(offered, step) : pick(steps, step), words) })
  if (answer.status === 200) return
  const { code, status } = answer.body as { code: keyof typeof problems, status: number }
  assert.deepEqual([problems[code]?.status, answer.status < 500], [status, true], JSON.stringify(answer))
  refusals.add(code)
}

test('people walk about at once, and nobody runs into a fault', async () => {
  const choices = fc.sample(choice, { seed, numRuns: rounds * atOnce })
  for (let round = 0; round < rounds; round += 1) await Promise.all(choices.slice(round * atOnce, (round + 1) * atOnce).map(take))
  city.setClock(undefined)
  assert.deepEqual([...refusals].toSorted(), ['event.step-not-open', 'not-found'])
  const { rows } = await city.owner.query<{ status: string }>('select distinct status from event_stage')
  assert.ok(rows.length >= 10, `only ${rows.map(({ status }) => status).join(', ')} were walked through`)
})

interface Told { name: string, from: EventStatus, to: EventStatus, at: Date }
interface Stay { no: number, status: EventStatus, since: Date, until: Date | null, due_at: Date | null, limit_amount: number | null, limit_unit: Limit['unit'], used_minutes: number, paused_minutes: number, overdue_minutes: number }

test('the journal tells the way to where each event stands', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select * from event where id = $1', [id])
    const { rows: way } = await city.owner.query<Told>(`select name, details ->> 'from' as "from", details ->> 'to' as "to", at from journal where subject = $1 and details ? 'to' order by at, id`, [id])
    assert.deepEqual(way.map(({ from }) => from), ['draft', ...way.map(({ to }) => to)].slice(0, way.length), 'each step begins where the one before ended')
    assert.equal(event.status, way.at(-1)?.to ?? 'draft')
    const photos = await city.owner.query('select from photo where subject = $1', [id])
    assert.equal(event.photo_count, photos.rowCount)
    if (event.status === 'closed') assert.ok(event.public_reply && event.closed_at && event.close_kind)
    if (event.status === 'cancelled') assert.ok(event.closed_at)
    assert.ok(event.reopened <= 2)
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

test('each unit sees what is with it now, and nothing that was', async () => {
  for (const id of events) {
    const { rows: [event] } = await city.owner.query('select unit from event where id = $1', [id])
    for (const { person, unit } of handlers) assert.equal((await person.raw('/api/event/get', { id })).status, unit.id === event.unit ? 200 : 404)
  }
})
