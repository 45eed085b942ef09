import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { look, sendUp, takePhoto } from '../../../test/photo.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('the place put right before it is sent: routed anew, nothing sent, and the other community sees all of it', async () => {
  const { street, unit, resident, acceptor, shiftLeader, dispatcher, handler } = await openOffice(city)
  const [first, second] = street.communities as [typeof street.communities[0], typeof street.communities[0]]
  const [there, here] = [await street.staff('东苑社工', 'socialWorker', first!.area), await street.staff('西苑社工', 'socialWorker', second!.area)]
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  const { id } = await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0), photos: [photo] })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'relocate', area: second!.area } }), { code: 'event.step-not-open' }, 'a unit has it')
  await handler.call('event', 'take', { id, take: { step: 'return', reason: 'place', note: '这里没有垃圾，可能在西苑' } })
  assert.equal((await there.raw('/api/event/get', { id })).status, 200)
  assert.equal((await here.raw('/api/event/get', { id })).status, 404)

  const stood = await dispatcher.call('event', 'get', { id })
  const moved = await dispatcher.call('event', 'take', { id, take: { step: 'relocate', point: pointIn(street, 1), place: '西苑北门', note: '电话问过上报人' } })
  assert.deepEqual([moved.status, moved.place, moved.area.startsWith(second!.area), moved.suggestedUnit?.name, moved.unit?.id, moved.dueAt], ['filed', '西苑北门', true, '西苑社区', stood.unit?.id, stood.dueAt])
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'relocate', point: pointIn(street, 1), place: '西苑北门' } }), { code: 'input.invalid' }, 'it lies there already')
  assert.deepEqual((await dispatcher.call('event', 'trace', { id })).rows.slice(-1).map(({ title, text }) => [title, text]), [['更正地点', '西苑北门（电话问过上报人）']])
  assert.deepEqual((await resident.call('event', 'getMine', { id })).trace.slice(-1).map(({ title, text }) => [title, text]), [['地点已更正', '西苑北门']])

  assert.equal((await there.raw('/api/event/get', { id })).status, 404)
  assert.equal((await look(city.http, there, photo, 'full')).status, 404)
  const seen = await here.call('event', 'get', { id })
  assert.deepEqual([seen.stages.map(({ status }) => status), seen.photos.map((one) => one.id)], [['reported', 'accepted', 'filed', 'dispatched', 'filed'], [photo]])
  assert.equal((await look(city.http, here, photo, 'full')).status, 200)
  assert.deepEqual((await here.call('event', 'trace', { id })).rows.map(({ title }) => title), ['上报', '受理', '立案', '派遣', '退回', '更正地点'])
  const { rows } = await city.owner.query(`select count(*)::integer as left from (select area from event_stage where event = $1 union all select area from reminder where event = $1) as one where not area ^@ $2`, [id, second!.area])
  assert.deepEqual(rows, [{ left: 0 }])
  // The community that it lies in now may be sent it, the other no more.
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: first!.unit.id } }), { code: 'unit.unknown' })
  assert.equal((await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: second!.unit.id } })).unit?.name, '西苑社区')
})

test('nobody moves it out of the own area, into another sub-district, or to nowhere', async () => {
  const office = await openOffice(city)
  const next = await openOffice(city)
  const id = await toHandling(office, { until: 'reported' })
  const { acceptor, shiftLeader, resident, street } = office
  const move = (to: object) => acceptor.raw('/api/event/take', { id, take: { step: 'relocate', ...to } })
  assert.deepEqual([await move({ area: next.street.communities[0]!.area }), await move({ point: pointIn(next.street, 0) }), await move({})].map(({ body }) => (body as { code: string }).code), ['event.place-unknown', 'event.place-unknown', 'input.invalid'])
  const own = await street.staff('东苑书记', 'secretary', street.communities[0]!.area)
  for (const who of [own, shiftLeader, next.acceptor]) {
    const { status } = await who.raw('/api/event/take', { id, take: { step: 'relocate', area: street.communities[1]!.area } })
    assert.ok(status >= 400 && status < 500, who.name)
  }
  assert.equal((await resident.raw('/api/event/takeMine', { id, take: { step: 'relocate', area: street.communities[1]!.area } })).status, 409)
  assert.ok((await acceptor.call('event', 'get', { id })).area.startsWith(street.communities[0]!.area))
  assert.equal((await city.owner.query(`select from journal where subject = $1 and name = 'event.relocated'`, [id])).rowCount, 0)
})
