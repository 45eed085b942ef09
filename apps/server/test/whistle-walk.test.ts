import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { whistleStep, type Output, type WhistleStep } from '@linli/contract'
import fc from 'fast-check'
import { openCity, type City } from './city.ts'
import type { Person, Unit } from './city-people.ts'
import { openOffice, pointIn } from './office.ts'
import { seed } from './seed.ts'
import { tireless } from './tireless.ts'

/**
 * Whistles are blown and everybody takes steps of them, offered or not, while the clock runs on: one after the other, and then many at once. After
 * each step what is stored must be one story, and a unit must see its own ratings alone. `LINLI_FUZZ_SEED` repeats the choices of a run.
 */
const [inTurn, rounds, atOnce] = [300, 16, 8]

type View = Output<'whistle', 'get'>
let city: City
let people: Person[]
let units: Unit[]
let handlers: { person: Person, unit: Unit }[]
const whistles: string[] = []
let blow: (words: number) => Promise<void>

before(async () => {
  city = await openCity()
  city.setClock('2026-03-02T08:00:00+08:00')
  const { street, unit, resident, ...posts } = await openOffice(city)
  const many = (...them: Person[]) => Promise.all(them.map((one) => tireless(city, one)))
  const [second, third] = [await street.unit('市政所'), await street.unit('派出所')]
  const home = street.communities[0]!
  const officers = await many(posts.handler, await street.handler('经办人二', second), await street.handler('民警', third))
  handlers = officers.map((person, at) => ({ person, unit: [unit, second, third][at]! }))
  const blowers = await many(posts.dispatcher, await street.staff('领导', 'leader'), posts.shiftLeader)
  people = [...blowers, ...await many(posts.acceptor, await street.staff('社工', 'socialWorker', home.area)), ...officers]
  units = [unit, second, third, home.unit]
  const { id: event } = await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })
  blow = async (words) => {
    const [lead, other] = [units[words % 4]!, units[(words >> 2) % 4]!]
    const { id } = await blowers[words % 3]!.call('whistle', 'blow', {
      ...(words % 2 === 0 ? { event } : { point: pointIn(street, 0) }), kind: 'keyWork', urgency: (['emergency', 'urgent', 'ordinary'] as const)[words % 3]!, title: '联合整治', requirement: '带齐装备', units: [lead.id, other.id], lead: lead.id,
    })
    whistles.push(id)
  }
  for (const words of [0, 5, 10, 15]) await blow(words)
})
after(() => city.close())

const choice = fc.record({ person: fc.nat(), whistle: fc.nat(), step: fc.nat(), isOffered: fc.integer({ min: 0, max: 4 }).map((one) => one > 0), minutes: fc.integer({ min: 1, max: 30 }), words: fc.nat(10_000) })
type Choice = typeof choice extends fc.Arbitrary<infer T> ? T : never
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!
const steps = (Object.keys(whistleStep) as WhistleStep[]).filter((step) => step !== 'blow')

function told(step: WhistleStep, words: number, seen: Partial<View>): object {
  const score = 1 + words % 5
  const point = seen.point && words % 3 > 0 ? { point: { lng: seen.point.lng + words % 7 / 1000, lat: seen.point.lat }, accuracy: words % 50 } : { reason: '手机没有信号' }
  const called = (seen.calls ?? []).filter(({ status }) => status !== 'released').map(({ unit }) => unit.id)
  const needed: Partial<Record<WhistleStep, object>> = {
    reportIn: point, feedback: { text: '已处理' }, rateOffice: { isRight: words % 2 === 0, preparation: score }, callMore: { units: [pick(units, words).id] }, end: { outcome: 'solved', text: '已整治' },
    rateUnits: { ratings: (called.length > 0 ? called : [units[0]!.id]).map((unit) => ({ unit, arrival: score, cooperation: score, isSolved: true })) }, release: { unit: pick(units, words).id, reason: '另有任务' }, withdraw: { reason: '误吹' },
  }
  return { step, ...needed[step] }
}

let now = Date.parse('2026-03-02T08:00:00+08:00')
/** Ends are seldom chosen, or there would be nothing left to do. */
const endings: WhistleStep[] = ['end', 'withdraw']
async function take({ person: who, whistle, step, isOffered, minutes, words }: Choice) {
  const [person, id] = [pick(people, who), pick(whistles.slice(-6), whistle)]
  city.setClock(new Date(now += minutes * 60_000).toISOString())
  const seen = (await person.raw('/api/whistle/get', { id })).body as Partial<View>
  const offered = seen.steps ?? []
  const wanted = offered.filter((one) => !endings.includes(one) || words % 4 === 0)
  const chosen = isOffered && wanted.length > 0 ? pick(wanted, step) : pick(steps, step)
  return { id, person, offered, step: chosen, answer: await person.raw('/api/whistle/take', { id, take: told(chosen, words, seen) }) }
}

test(`one after the other, everybody may do exactly what they are offered (seed ${seed})`, async () => {
  const taken = new Map<string, number>()
  for (const [at, chosen] of fc.sample(choice, { seed, numRuns: inTurn }).entries()) {
    if (at % 16 === 15) await blow(chosen.words)
    const { id, person, step, offered, answer } = await take(chosen)
    const { code } = answer.body as { code?: string }
    const words = `${person.name} is offered ${offered.join(', ')} and takes ${step}: ${answer.status} ${code}`
    if (offered.includes(step)) assert.ok(answer.status === 200 || ['input.invalid', 'unit.unknown'].includes(code!), words)
    else assert.ok(['whistle.step-not-open', 'not-found'].includes(code!), words)
    if (answer.status !== 200) continue
    taken.set(step, (taken.get(step) ?? 0) + 1)
    await holds(id)
  }
  assert.ok(taken.size >= 7, `never taken: ${steps.filter((step) => !taken.has(step)).join(', ')}`)
})

test(`many at once, and it is one story all the same (seed ${seed + 1})`, async () => {
  const choices = fc.sample(choice, { seed: seed + 1, numRuns: rounds * atOnce })
  for (let round = 0; round < rounds; round += 1) {
    await blow(choices[round]!.words)
    for (const { answer } of await Promise.all(choices.slice(round * atOnce, (round + 1) * atOnce).map(take))) {
      if (answer.status !== 200) assert.ok(['whistle.step-not-open', 'input.invalid', 'unit.unknown', 'not-found'].includes((answer.body as { code: string }).code), JSON.stringify(answer))
    }
    for (const id of whistles.slice(-6)) await holds(id)
  }
  for (const id of whistles) await holds(id)
})

interface Row {
  unit: string, is_lead: boolean, status: string, called_at: Date, answered_at: Date | null, arrived_at: Date | null, fed_back_at: Date | null, arrive_by: Date, answer_by: Date, late_minutes: number | null, is_answer_late: boolean | null
  rated_at: Date | null, office_rated_at: Date | null, no_position: string | null, lng: number | null
}
/** What was once a fact, by whistle and unit. */
const facts = new Map<string, unknown>()

/** What must be true of a whistle, wherever it stands. */
async function holds(id: string): Promise<void> {
  const { rows: [whole] } = await city.owner.query('select * from whistle where id = $1', [id])
  const { rows: parts } = await city.owner.query<Row>('select * from whistle_call where whistle = $1 order by unit', [id])
  assert.deepEqual(parts.filter((part) => part.is_lead).map(({ status }) => status === 'released'), [false], 'one leads, and stays')
  assert.deepEqual(whole.units.toSorted(), parts.filter(({ status }) => status !== 'released').map(({ unit }) => unit), 'who is called is who was not let go')
  const isOver = whole.status === 'ended' || whole.status === 'rated'
  assert.equal(whole.ended_at !== null && whole.outcome !== null, isOver)
  assert.equal(whole.withdrawn_for !== null, whole.status === 'withdrawn')
  for (const part of parts) {
    assert.ok(part.status !== 'absent' || isOver, 'nobody is absent before the end')
    if (isOver) assert.ok(!['called', 'answered'].includes(part.status), 'and nobody is waited for after it')
    if (whole.status === 'withdrawn') assert.equal(part.arrived_at, null, 'withdrawn only where nobody came')
    assert.equal(part.rated_at !== null, whole.status === 'rated' && part.status !== 'released', 'rated all at once, after the end')
    if (part.office_rated_at) assert.ok(['arrived', 'fedBack', 'absent'].includes(part.status))
    assert.equal(part.arrived_at !== null, ['arrived', 'fedBack'].includes(part.status))
    assert.equal(part.fed_back_at !== null, part.status === 'fedBack')
    const way = [part.called_at, part.answered_at, part.arrived_at, part.fed_back_at].filter((moment) => moment !== null)
    assert.deepEqual(way, way.toSorted((a, b) => a.getTime() - b.getTime()))
    if (part.answered_at) assert.equal(part.is_answer_late, part.answered_at > part.answer_by)
    if (part.arrived_at) {
      assert.equal(part.late_minutes, Math.max(0, Math.ceil((part.arrived_at.getTime() - part.arrive_by.getTime()) / 60_000)))
      assert.equal(part.lng === null, part.no_position !== null, 'where it was, or why that is not known')
      const known = JSON.stringify([part.arrived_at, part.arrive_by, part.late_minutes, part.answered_at])
      assert.equal(facts.get(`${id} ${part.unit}`) ?? known, known, 'what was measured stays')
      facts.set(`${id} ${part.unit}`, known)
    }
  }
  for (const { person, unit } of handlers) await ownRatingsOnly(id, person, { unit, isCalled: whole.units.includes(unit.id) })
}

async function ownRatingsOnly(id: string, person: Person, { unit, isCalled }: { unit: Unit, isCalled: boolean }): Promise<void> {
  const { status, body } = await person.raw('/api/whistle/get', { id })
  assert.equal(status, isCalled ? 200 : 404, `${unit.name} sees what it is called to, and nothing else`)
  if (!isCalled) return
  for (const call of (body as View).calls) if (call.unit.id !== unit.id) assert.deepEqual([call.rating, call.officeRating], [null, null])
  const { rows } = await person.call('whistle', 'trace', { id })
  const ratings = rows.filter(({ title }) => title.includes('评价'))
  assert.ok(ratings.every((row) => row.unit === unit.name), `${unit.name} reads of ${ratings.map((row) => row.unit).join(', ')}`)
}

test('what it comes to is shown to a unit for itself alone', async () => {
  city.setClock(undefined)
  for (const { person, unit } of handlers) {
    const { rows } = await person.call('whistle', 'figures', { from: '2026-01-01', until: '2026-12-31' })
    assert.deepEqual(rows.map((row) => row.unit.id), [unit.id])
  }
})
