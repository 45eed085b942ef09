import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** An office where something was reported that a leader founds an item from. */
async function openPlace() {
  city.setClock('2026-03-10T09:00:00+08:00')
  const office = await openOffice(city)
  const leader = await office.street.staff('街道领导', 'leader')
  const event = (await office.resident.call('event', 'reportMine', { description: '垃圾堆在西门', matter: '06010', point: pointIn(office.street, 0) })).id
  const { id, title } = await leader.call('governance', 'found', { events: [event] })
  const take = (person: Person, step: Parameters<typeof person.call<'governance', 'take'>>[2]['take']) => person.call('governance', 'take', { id, take: step })
  const plan = { step: 'plan', cause: '西门没有投放点', measure: '增设投放点一处', unit: office.unit.id, targetOn: '2026-03-31' } as const
  return { ...office, leader, id, title, take, plan }
}

test('the responsible unit is told what it is to see to, by which day, when that changes and when it is to be done again', async () => {
  const { street, leader, handler, dispatcher, unit, id, title, take, plan } = await openPlace()
  const other = await street.unit('园林所')
  const gardener = await street.handler('园林所经办人', other)
  const told = async (person: Person) => (await person.call('notice', 'list', { limit: 20 })).rows.filter(({ governance }) => governance !== null).map(({ kind, words }) => [kind, words]).toReversed()
  assert.deepEqual(await told(handler), [], 'nobody is responsible yet')
  await take(leader, { ...plan, person: '张示例' })
  assert.deepEqual(await told(handler), [['governed', `${leader.name}立项治理，由贵单位负责，责任人 张示例，3月31日前完成：增设投放点一处`]])
  const [notice] = (await handler.call('notice', 'list', { limit: 1 })).rows
  assert.deepEqual([notice!.title, notice!.governance, notice!.event, notice!.isRead], [title, id, null, false])
  assert.deepEqual([await told(leader), await told(gardener), await told(dispatcher)], [[], [], []], 'who planned it knows, and others are not concerned')
  await take(leader, { ...plan, step: 'replan', measure: '增设投放点两处', targetOn: '2026-04-10' })
  assert.deepEqual((await told(handler)).slice(1), [['replanned', `${leader.name}调整了治理方案，由贵单位负责，4月10日前完成：增设投放点两处`]])
  await take(leader, { ...plan, step: 'replan', unit: other.id })
  assert.deepEqual([(await told(handler)).length, (await told(gardener)).map(([kind]) => kind)], [2, ['governed']])
  await take(gardener, { step: 'begin' })
  await take(gardener, { step: 'finish', text: '已补种' })
  await take(leader, { step: 'redo', reason: '又有人扔' })
  assert.deepEqual((await told(gardener)).at(-1), ['redone', `${leader.name}要求重新治理：又有人扔`])
  await handler.call('notice', 'read', { id: notice!.id })
  assert.equal((await handler.call('notice', 'list', { limit: 20 })).rows.find((row) => row.id === notice!.id)!.isRead, true)
  const { rows } = await city.owner.query(`select unit, details from journal join notice on notice.id::text = subject where name = 'notice.sent' and details ->> 'governance' = $1 order by journal.at, journal.id`, [id])
  assert.deepEqual(rows.map(({ unit: to, details }) => [to, details.kind]), [[unit.id, 'governed'], [unit.id, 'replanned'], [other.id, 'governed'], [other.id, 'redone']])
})

test('where a community is responsible its people are told, and not those next door', async () => {
  const { street, leader, checker, id, take, plan } = await openPlace()
  const neighbour = await street.staff('邻社区社工', 'socialWorker', street.communities[1]!.area)
  await take(leader, { ...plan, unit: street.communities[0]!.unit.id })
  const kinds = async (person: Person) => (await person.call('notice', 'list', { limit: 20, kinds: ['governed'] })).rows.map(({ governance }) => governance)
  assert.deepEqual([await kinds(checker), await kinds(neighbour)], [[id], []])
})
