import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Output } from '@linli/contract'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

type Step = Output<'reception', 'ask'>
/** What was said to the resident. */
const kinds = ({ turns }: Step) => turns.filter(({ by }) => by !== 'resident').map(({ kind }) => kind)
const cardOf = ({ turns }: Step, kind: string) => turns.flatMap(({ cards }) => cards).find((card) => card.kind === kind)
const journalOf = async (id: string) => (await city.owner.query<{ name: string, details: Record<string, unknown> }>('select name, details from journal where subject = $1 order by at, id', [id])).rows

test('a talk begins with the words that a machine speaks, and a question nobody knows goes to a person', async () => {
  const { street, resident } = await openOffice(city)
  const talk = await resident.call('reception', 'begin', { area: street.communities[0]!.area })
  assert.match(talk.turns[0]!.text, /东苑社区的智能客服，由程序自动回答，不是真人/)
  const asked = await resident.call('reception', 'ask', { talk: talk.id, text: '阳台能不能封起来' })
  assert.deepEqual([kinds(asked), asked.talk.state], [['handedOver'], 'waiting'])
  assert.deepEqual((await journalOf(talk.id)).map(({ name }) => name), ['reception.begun', 'reception.asked', 'reception.handed-over'])
  assert.doesNotMatch(JSON.stringify(await journalOf(talk.id)), /阳台/)
  await assert.rejects(resident.call('reception', 'begin', { area: street.communities[0]!.area }), { code: 'reception.stands' })
})

test('who tells of danger is given the numbers at once, and people on duty hear of it', async () => {
  const { street, resident } = await openOffice(city)
  const { id: talk } = await resident.call('reception', 'begin', { area: street.communities[0]!.area })
  const asked = await resident.call('reception', 'ask', { talk, text: '我家厨房有煤气味怎么办' })
  assert.deepEqual([kinds(asked), asked.talk.state, cardOf(asked, 'calls')], [['danger', 'handedOver'], 'waiting', { kind: 'calls', rows: [{ number: '119', name: '火警' }] }])
  assert.deepEqual((await journalOf(talk)).find(({ name }) => name === 'reception.alerted')?.details, { calls: ['119'] })
})
