import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const clock = (time: string) => city.setClock(`2026-03-02T${time}:00+08:00`)

/** An office with somebody of the environmental unit and a grid worker in the field. */
async function openField() {
  clock('09:00')
  const office = await openOffice(city)
  const worker = await office.street.staff('王格一', 'gridWorker', office.street.communities[0]!.grids[0]!)
  const [leader, next] = [await office.street.staff('领导', 'leader'), await openOffice(city)]
  const seen = async (who = office.dispatcher) => (await who.call('presence', 'list', { area: office.street.area })).workers
  return { ...office, worker, leader, next, seen }
}

test('a grid worker shares until the end of duty: the office sees name, unit, place and what they have in hand; only the newest place is there, and in no journal', async () => {
  const { street, worker, handler, unit, dispatcher, leader, seen } = await openField()
  assert.deepEqual([(await worker.call('presence', 'mine', {})).until, await seen()], [null, []], 'off until it is switched on')
  const { until, at } = await worker.call('presence', 'start', { until: 'duty' })
  assert.deepEqual([until, at, await seen()], ['2026-03-02T09:30:00.000Z', null, []], 'nothing is seen before the phone has told')
  await worker.call('presence', 'place', { point: pointIn(street, 1), accuracy: 20 })
  clock('09:01')
  await worker.call('presence', 'place', { point: pointIn(street, 0), accuracy: 8 })
  await handler.call('presence', 'start', { until: 'day' })
  await handler.call('presence', 'place', { point: pointIn(street, 2), accuracy: 30 })
  assert.deepEqual((await seen()).map(({ name, kind, post, unit: of, point, since, accuracy }) => [name, kind, post, of?.name, point, since, accuracy]), [
    ['经办人', 'unit', '部门经办人', '环卫所', pointIn(street, 2), '2026-03-02T01:01:00.000Z', 30], ['王格一', 'grid', '网格员', '东苑社区', pointIn(street, 0), '2026-03-02T01:00:00.000Z', 8],
  ])
  assert.deepEqual(await dispatcher.call('presence', 'news', { area: street.area }), { workers: 2, changedAt: '2026-03-02T01:01:00.000Z' })
  assert.equal((await seen(leader)).length, 2)
  assert.deepEqual((await dispatcher.call('presence', 'list', { area: street.communities[0]!.area })).workers.map(({ name }) => name), ['王格一'])
  const { rows } = await city.owner.query(`select name, details from journal where subject_kind = 'presence' and subject = $1`, [worker.id])
  assert.deepEqual(rows, [{ name: 'presence.started', details: { until } }])
  const looks = await city.owner.query(`select count(*)::integer as looks from journal where name = 'presence.list.looked' and actor = $1`, [dispatcher.id])
  assert.ok(looks.rows[0].looks >= 4)
  const kept = await city.owner.query('select count(*)::integer as rows from presence where account = $1', [worker.id])
  assert.equal(kept.rows[0].rows, 1)
  await city.owner.query('update unit set lng = 120.5, lat = 30.5 where id = $1', [unit.id])
  assert.deepEqual((await dispatcher.call('presence', 'list', { area: street.area })).units.find(({ name }) => name === '环卫所')?.point, { lng: 120.5, lat: 30.5 })
})

test('what waits in their hands is said with them, and with the unit where it sits', async () => {
  const office = await openField()
  const { street, unit, handler, dispatcher } = office
  const id = await toHandling(office)
  await city.owner.query('update event set person = $2 where id = $1', [id, handler.id])
  await city.owner.query('update unit set lng = 120.5, lat = 30.5 where id = $1', [unit.id])
  await handler.call('presence', 'start', { until: 'duty' })
  await handler.call('presence', 'place', { point: pointIn(street, 2), accuracy: 30 })
  const told = await dispatcher.call('presence', 'list', { area: street.area })
  assert.deepEqual([told.workers[0]?.open, told.units.find(({ name }) => name === '环卫所')?.open], [1, 1])
})

test('one tap ends it, it ends by itself, and who has not told for an hour is seen no more', async () => {
  const { street, worker, handler, seen } = await openField()
  const share = async (who: typeof worker) => {
    await who.call('presence', 'start', { until: 'duty' })
    await who.call('presence', 'place', { point: pointIn(street, 0), accuracy: 8 })
  }
  await share(worker)
  assert.equal((await worker.call('presence', 'stop', {})).until, null)
  assert.deepEqual(await seen(), [])
  for (const step of [() => worker.call('presence', 'stop', {}), () => worker.call('presence', 'place', { point: pointIn(street, 0), accuracy: 8 })]) await assert.rejects(step(), { code: 'presence.off' })
  await share(worker)
  await share(handler)
  clock('09:59')
  await handler.call('presence', 'place', { point: pointIn(street, 1), accuracy: 8 })
  clock('10:01')
  assert.deepEqual((await seen()).map(({ name }) => name), ['经办人'])
  await runJob(city, 'presence.sweep')
  const places = async () => (await city.owner.query('select name, lng is not null as told from presence where subdistrict = $1 order by name', [street.code])).rows
  assert.deepEqual(await places(), [{ name: '王格一', told: false }, { name: '经办人', told: true }])
  clock('17:30')
  await assert.rejects(handler.call('presence', 'place', { point: pointIn(street, 1), accuracy: 8 }), { code: 'presence.off' })
  await runJob(city, 'presence.sweep')
  assert.deepEqual(await places(), [])
  const { rows } = await city.owner.query(`select actor_name, details->>'name' as name from journal where name = 'presence.ended' and subdistrict = $1 and actor is null order by 2`, [street.code])
  assert.deepEqual(rows, [{ actor_name: '系统', name: '王格一' }, { actor_name: '系统', name: '经办人' }])
  await assert.rejects(worker.call('presence', 'start', { until: 'duty' }), { code: 'input.invalid' }, 'the office is closed')
  assert.equal((await worker.call('presence', 'start', { until: 'day' })).until, '2026-03-02T16:00:00.000Z')
})

test('a colleague in the same grid, the acceptor and the office next door see nobody', async () => {
  const { street, worker, acceptor, checker, next, seen } = await openField()
  await worker.call('presence', 'start', { until: 'day' })
  await worker.call('presence', 'place', { point: pointIn(street, 0), accuracy: 8 })
  for (const stranger of [acceptor, checker]) await assert.rejects(seen(stranger), { code: 'may.not' })
  await assert.rejects(seen(next.dispatcher), { code: 'not-found' })
  assert.deepEqual((await next.dispatcher.call('presence', 'list', { area: next.street.area })).workers, [])
})
