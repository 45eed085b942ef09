import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { whistleStep, type ProblemBody, type WhistleStep } from '@linli/contract'
import { WhistleTake } from '@linli/contract/whistle'
import * as z from 'zod'
import { openCity, type City } from '../../../test/city.ts'
import type { Person, Unit } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { tireless } from '../../../test/tireless.ts'
import { moves } from './rules.ts'
import { happened } from './words.ts'

/** Every step of a whistle, told once: who takes it; everybody else, after it is over, or with a word missing, is refused and nothing has changed. */
let city: City
let people: Record<Who, Person>
let units: { lead: Unit, other: Unit, further: Unit }
let place: { lng: number, lat: number }
let over: string
before(async () => {
  city = await openCity()
  city.setClock('2026-03-02T09:00:00+08:00')
  const { street, unit, handler, dispatcher, acceptor, resident, checker } = await openOffice(city)
  units = { lead: unit, other: await street.unit('综合执法队'), further: await street.unit('派出所') }
  place = pointIn(street, 0)
  people = { dispatcher: await tireless(city, dispatcher), leader: await street.staff('领导', 'leader'), acceptor, checker, resident, lead: handler, other: await street.handler('执法员', units.other), stranger: await street.handler('民警', units.further) }
  over = await blown(['dispatcher', { step: 'withdraw', reason: '误吹' }])
})
after(() => city.close())

type Who = 'dispatcher' | 'leader' | 'acceptor' | 'checker' | 'resident' | 'lead' | 'other' | 'stranger'
type Told = Record<string, unknown> & { step: WhistleStep }
const raw = (who: Who, id: string, told: Told) => people[who].raw('/api/whistle/take', { id, take: told })
async function take(who: Who, id: string, told: Told): Promise<void> {
  const { status, body } = await raw(who, id, told)
  assert.equal(status, 200, `${who} ${told.step}: ${JSON.stringify(body)}`)
}

/** Blown for two units, and then further by these steps. */
async function blown(...further: [Who, Told][]): Promise<string> {
  const { id } = await people.dispatcher.call('whistle', 'blow', { point: place, kind: 'keyWork', urgency: 'urgent', title: '联合整治', requirement: '带齐装备', units: [units.lead.id, units.other.id], lead: units.lead.id })
  for (const [who, told] of further) await take(who, id, told)
  return id
}
const arrive = { step: 'reportIn', reason: '手机没有信号' } as const
const end = { step: 'end', outcome: 'solved', text: '已整治' } as const

interface Case { by: Who, whistle: () => Promise<string>, told?: () => object }
const cases: Partial<Record<WhistleStep, Case>> = {
  answer: { by: 'lead', whistle: blown },
  reportIn: { by: 'lead', whistle: blown, told: () => ({ point: place, accuracy: 10 }) },
  feedback: { by: 'lead', whistle: () => blown(['lead', arrive]), told: () => ({ text: '已劝离' }) },
  rateOffice: { by: 'lead', whistle: () => blown(['lead', arrive], ['lead', { step: 'feedback', text: '已劝离' }]), told: () => ({ isRight: true, preparation: 5 }) },
  callMore: { by: 'dispatcher', whistle: blown, told: () => ({ units: [units.further.id] }) },
  end: { by: 'dispatcher', whistle: () => blown(['lead', arrive]), told: () => ({ outcome: 'solved', text: '已整治' }) },
  rateUnits: { by: 'dispatcher', whistle: () => blown(['lead', arrive], ['dispatcher', end]), told: () => ({ ratings: [units.lead, units.other].map(({ id: unit }) => ({ unit, arrival: 4, cooperation: 4, isSolved: true })) }) },
  release: { by: 'dispatcher', whistle: blown, told: () => ({ unit: units.other.id, reason: '另有任务' }) },
  withdraw: { by: 'dispatcher', whistle: blown, told: () => ({ reason: '误吹' }) },
}

const stored = async (id: string) => (await city.owner.query('select to_jsonb(whistle) as whole, (select jsonb_agg(to_jsonb(part) order by unit) from whistle_call part where part.whistle = $1::uuid) as parts, (select count(*)::integer from journal where subject = $1::text) as told from whistle where id = $1::uuid', [id])).rows[0] as object

const schemas = (z.toJSONSchema(WhistleTake, { io: 'input' }) as unknown as { oneOf: { properties: { step: { const: WhistleStep } }, required: string[] }[] }).oneOf
const needed = (step: WhistleStep) => schemas.find(({ properties }) => properties.step.const === step)!.required.filter((field) => field !== 'step')

test('every step of the table is told here; a whistle is blown by who may, and by nobody else', async () => {
  assert.deepEqual((Object.keys(whistleStep) as WhistleStep[]).filter((step) => step !== 'blow').toSorted(), Object.keys(cases).toSorted())
  assert.deepEqual(Object.keys(moves).toSorted(), [...Object.keys(cases), 'blow'].toSorted())
  const blowing = { point: place, kind: 'keyWork', urgency: 'urgent', title: '联合整治', requirement: '带齐装备', units: [units.lead.id], lead: units.lead.id }
  for (const who of ['acceptor', 'checker', 'resident', 'lead'] as const) assert.equal((await people[who].raw('/api/whistle/blow', blowing)).status, 403, who)
  for (const field of ['kind', 'urgency', 'title', 'requirement', 'units', 'lead', 'point']) assert.equal((await people.leader.raw('/api/whistle/blow', { ...blowing, [field]: undefined })).status, 400, field)
  assert.equal((await people.leader.raw('/api/whistle/blow', blowing)).status, 200)
})

for (const [step, { by, whistle, told }] of Object.entries(cases) as [WhistleStep, Case][]) {
  test(`${whistleStep[step]} (${step}): who may, who may not, where not, and what is missing`, async () => {
    const id = await whistle()
    const words = { step, ...told?.() } as Told
    const unchanged = await stored(id)
    for (const field of needed(step)) {
      const { status, body } = await raw(by, id, Object.fromEntries(Object.entries(words).filter(([key]) => key !== field)) as Told)
      assert.deepEqual([status, (body as ProblemBody).fields?.[0]?.path], [400, `take.${field}`])
    }
    for (const who of Object.keys(people) as Who[]) {
      const seen = (await people[who].raw('/api/whistle/get', { id })).body as { steps?: WhistleStep[] }
      if (seen.steps?.includes(step)) continue
      assert.notEqual(who, by, `${by} is offered it`)
      const { body } = await raw(who, id, words)
      assert.ok(['whistle.step-not-open', 'not-found', 'may.not'].includes((body as ProblemBody).code), `${who}: ${JSON.stringify(body)}`)
    }
    assert.equal(((await raw(by, over, words)).body as ProblemBody).code, 'whistle.step-not-open')
    assert.deepEqual(await stored(id), unchanged, 'what was refused changed nothing')
    await take(by, id, words)
    assert.ok((await city.owner.query('select from journal where subject = $1 and name = $2', [id, happened[step]])).rowCount! > 0)
  })
}
