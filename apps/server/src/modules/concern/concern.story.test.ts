import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { event } from '../event/index.ts'
import { tools } from '../../kernel/jobs.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

type Block = Awaited<ReturnType<typeof openBlock>>
const report = async ({ worker, building }: Block, place: string, rest: object = {}) => (await worker.call('event', 'report', { description: `${place}的事`, matter: '06036', area: building, place, ...rest })).id

test('what happened behind a door stands on the pages of the unit, the household, who lives there and the shop; what happened anywhere in the building on the building’s', async () => {
  const block = await openBlock(city)
  const { worker, units: [, , home], building, elsewhere } = block
  const { id: person, residencies: [residency] } = await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: home! }, role: '01' })
  const { id: household } = await worker.call('household', 'form', { at: { housing: home! }, members: [residency!.id], head: person })
  const { id: enterprise } = await worker.call('enterprise', 'enter', { values: { name: '示例裁缝铺' }, at: { housing: home! } })
  const [atHome, byDash, nextDoor, stairs, shop] = [await report(block, '文澜苑3幢2单元501室'), await report(block, '2-501门口'), await report(block, '1单元501'), await report(block, '2单元楼道'), await report(block, '示例裁缝铺门前')]
  const of = async (asked: object, by = worker) => (await by.call('concern', 'events', asked)).rows.map(({ id }) => id)
  for (const asked of [{ housing: home! }, { household }, { person }]) assert.deepEqual(await of(asked), [byDash, atHome])
  assert.deepEqual(await of({ enterprise }), [shop, byDash, atHome])
  assert.deepEqual(await of({ building }), [shop, stairs, nextDoor, byDash, atHome])
  assert.deepEqual((await worker.call('concern', 'events', { person })).rows[0]!.ways, ['place'])
  const first = await worker.call('concern', 'events', { building, limit: 2 })
  assert.deepEqual([(await worker.call('concern', 'events', { building, limit: 3, after: first.next! })).rows.map(({ id }) => id), first.rows.length], [[nextDoor, byDash, atHome], 2])
  for (const asked of [{ person }, { household }, { housing: home! }, { enterprise }, { building }]) await assert.rejects(of(asked, elsewhere.worker), { code: 'not-found' })
  await assert.rejects(of({ person, building }), { code: 'input.invalid' })
  await assert.rejects(of({ building: block.street.area }), { code: 'input.invalid' })
  const { rows } = await city.owner.query(`select details from journal where name = 'concern.events.looked' and details ? 'household'`)
  assert.deepEqual(rows.map(({ details }) => details.household), [household])
})

test('what somebody reported stands on their page and their household’s, but a hidden reporter is found by nobody who may not know them', async () => {
  const block = await openBlock(city)
  const { worker, street, units: [home] } = block
  const phone = '13900004401'
  const { id: person, residencies: [residency] } = await worker.call('person', 'enter', { values: { name: '王示一', phone }, at: { housing: home! }, role: '01' })
  const { id: household } = await worker.call('household', 'form', { at: { housing: home! }, members: [residency!.id], head: null })
  const reporter = { name: '王示一', phone: '139 0000 4401' }
  const [open, confidential, anonymous, others] = [await report(block, '垃圾房', { reporter }), await report(block, '车棚', { reporter, privacy: 'confidential' }), await report(block, '围墙', { reporter, privacy: 'anonymous' }), await report(block, '花坛', { reporter: { name: '李例二', phone: '13900004402' } })]
  const of = async (asked: object, by = worker) => (await by.call('concern', 'events', asked)).rows.map(({ id, ways }) => [id, ...ways])
  // Who accepts or revisits speaks with whoever reported in confidence; a grid worker does not.
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.area)
  await city.owner.query(`update event set reported_by = null where id = any ($1)`, [[open, confidential, anonymous, others]])
  assert.deepEqual(await of({ person }, grid), [[open, 'reporter']])
  // Reported before numbers were found by an index, they are when it has been filled in; who hid themself stays hidden.
  await city.owner.query(`update event set reporter_index = null where id = any ($1)`, [[open, confidential, anonymous, others]])
  assert.deepEqual(await of({ person }, grid), [])
  const { around, outside, log } = city.server
  for (let turn = 0; turn < 2; turn += 1) await event.jobs!['event.index-numbers']!.run(tools(around, outside, log), undefined as never)
  assert.deepEqual((await city.owner.query(`select id from event where reporter_index is not null and id = any ($1) order by id`, [[open, confidential, anonymous, others]])).rows.map(({ id }) => id), [open, confidential, others].toSorted())
  assert.deepEqual((await city.owner.query(`select details from journal where name = 'event.numbers-indexed'`)).rows.map(({ details }) => details.events), [3])
  assert.deepEqual(await of({ household }, grid), [[open, 'reporter']])
  const known = (await of({ person })).map(([id]) => id)
  assert.deepEqual([known.includes(open), known.includes(anonymous), known.includes(others)], [true, false, false])
  const seesConfidential = (await worker.call('event', 'get', { id: confidential })).reporter !== null
  assert.equal(known.includes(confidential), seesConfidential)
  // At whose door it was is no secret; that they reported it is.
  const atTheDoor = await report(block, '1单元201室', { reporter, privacy: 'anonymous' })
  await city.owner.query(`update event set reported_by = null where id = $1`, [atTheDoor])
  assert.deepEqual((await of({ person }, grid))[0], [atTheDoor, 'place'])
})

test('a resident’s own report is theirs; a draft is nobody’s; without the right to see events there are none', async () => {
  const block = await openBlock(city)
  const { worker, street, units: [home], building } = block
  const phone = '13900004403'
  const resident = await street.resident('王示一', phone)
  const { id } = await resident.call('event', 'reportMine', { description: '楼道灯不亮', matter: '06036', area: building, place: '2单元楼道' })
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', phone }, at: { housing: home! }, role: '01' })
  await worker.call('event', 'report', { description: '还没写完', matter: '06036', area: building, place: '1单元201室', isDraft: true })
  const of = async (asked: object) => (await worker.call('concern', 'events', asked)).rows.map(({ id: one, ways }) => [one, ...ways])
  assert.deepEqual([await of({ person }), await of({ housing: home! })], [[[id, 'reporter']], []])
  await city.owner.query(`update role set permissions = array_remove(permissions, 'event.view') where code = 'gridWorker'`)
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.area)
  assert.deepEqual((await grid.call('concern', 'events', { building })).rows, [])
  await city.owner.query(`update role set permissions = permissions || array['event.view'] where code = 'gridWorker'`)
})
