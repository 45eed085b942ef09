import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { contract, type Endpoint, type EventStep, type ModuleName, type Role } from '@linli/contract'
import fc from 'fast-check'
import { newId } from '../src/kernel/id.ts'
import type { City } from './city.ts'
import { inputsOf } from './hostile.ts'
import type { Asking, Asker } from './hostile-ask.ts'
import { matrix, type World } from './matrix.ts'
import { told } from './told.ts'

/** What leaves no track in the journal: docs/decisions/0175. */
const fleeting = ['/api/presence/place']

/** A submission that is repeated, three times at once, is done once and answered alike; under the same key nothing else is done. */
export async function twice({ owner }: City, asking: Asking, seed: number): Promise<void> {
  let done = 0
  for (const [module, endpoints] of Object.entries(contract) as [ModuleName, Record<string, Endpoint>][]) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      if (endpoint.kind === 'reads' || endpoint.may === 'anyone' || endpoint.tellsSecret || name === 'signOut') continue
      const { who, input } = (matrix[module] as unknown as Record<string, { who: readonly Role[] | string, input: (world: World) => unknown }>)[name]!
      const asker = asking.ours().find(({ role }) => typeof who === 'string' || (who as readonly string[]).includes(role))!
      const [url, right, key] = [`/api/${module}/${name}`, input(asking.subject().world), { 'idempotency-key': newId() }]
      const requests = async () => (await owner.query('select count(distinct request)::integer as count from journal where actor = $1', [asker.id])).rows[0].count as number
      const before = await requests()
      const answers = await Promise.all([1, 2, 3].map(() => asking.send(url, right, asker, key)))
      assert.equal(new Set(answers.map(({ statusCode }) => statusCode)).size, 1, `${url}: ${answers.map(({ body }) => body.slice(0, 200)).join(' | ')}`)
      if (answers[0]!.statusCode !== 200) continue
      done += 1
      assert.equal(await requests(), before + (fleeting.includes(url) ? 0 : 1), url)
      for (const { body } of answers) assert.deepEqual(JSON.parse(body), answers[0]!.json(), url)
      for (const other of fc.sample(inputsOf(endpoint, asking.subject().known[module]), { numRuns: 4, seed })) {
        const isSame = isDeepStrictEqual(endpoint.input.safeParse(other).data, endpoint.input.safeParse(right).data)
        const { statusCode, body } = await asking.send(url, other, asker, key)
        assert.ok(statusCode !== 200 || isSame, `${url} answered another submission with what was done for the first: ${JSON.stringify(other).slice(0, 300)} → ${body.slice(0, 200)}`)
      }
    }
  }
  await asking.lookOver()
  assert.ok(done >= 10, `only ${done} were done`)
}

/** Everybody takes what they are offered at once, for the event as it stood: one of them at most is first; who comes later with the same moment comes too late. */
export async function atOnce(city: City, asking: Asking, seed: number): Promise<void> {
  const people = asking.ours().filter(({ role, side }) => side !== 'resident' && (matrix.event.take.who as readonly string[]).includes(role))
  const { event: { id: ids }, whistle: { units } } = asking.subject().known
  const events = ids as string[]
  const named = { events, units: (units as string[]).map((id) => ({ id })), areas: [asking.subject().world.area] }
  let taken = 0
  for (const choice of fc.sample(fc.nat(), { numRuns: 14, seed })) {
    const id = events[choice % events.length]!
    const seen = await Promise.all(people.map(async (asker) => ({ asker, ...await look(asking, asker, id) })))
    const asOf = seen.find(({ changedAt }) => changedAt !== undefined)?.changedAt
    const offers = seen.flatMap(({ asker, steps }) => steps.map((step) => ({ asker, step })))
    if (asOf === undefined || offers.length === 0) continue
    const answers = await Promise.all(offers.map(({ asker, step }) => asking.send('/api/event/take', { id, take: told(step, choice, named), asOf }, asker)))
    const first = answers.filter(({ statusCode }) => statusCode === 200).length
    assert.ok(first <= 1, `${first} steps were taken of one moment: ${offers.map(({ step }) => step).join(', ')}`)
    taken += first
    if (first === 0) continue
    for (const { asker, step } of offers) {
      const { statusCode, body } = await asking.send('/api/event/take', { id, take: told(step, choice, named), asOf }, asker)
      assert.ok(statusCode === 409 || statusCode === 404, `${step} was taken of a moment that is gone: ${body.slice(0, 200)}`)
    }
  }
  await asking.lookOver()
  assert.ok(taken >= 5, `only ${taken} steps were taken`)
}

async function look(asking: Asking, asker: Asker, id: string): Promise<{ changedAt?: string, steps: EventStep[] }> {
  const answer = await asking.send('/api/event/get', { id }, asker)
  return answer.statusCode === 200 ? answer.json() : { steps: [] }
}
