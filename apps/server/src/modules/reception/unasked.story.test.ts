import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Person } from '../../../test/city-people.ts'
import { openCity, type City } from '../../../test/city.ts'
import { runJob, settled } from '../../../test/job.ts'
import { openOffice } from '../../../test/office.ts'

// What comes without anybody asking for it: the alert of who is on duty, and the end of talks in which nothing is said. 2026-03-02 is a Monday.
let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const at = (moment: string) => city.setClock(`2026-03-02T${moment}:00+08:00`)
const gas = '我家厨房有煤气味怎么办'

async function openDesk() {
  at('09:00')
  const office = await openOffice(city)
  const [east, west] = office.street.communities
  const [secretary, worker, other, neighbour] = await Promise.all([office.street.staff('书记', 'secretary', east!.area), office.street.staff('社工小李', 'socialWorker', east!.area), office.street.staff('社工小王', 'socialWorker', east!.area), office.street.staff('西苑社工', 'socialWorker', west!.area)])
  return { ...office, east: east!, secretary, worker, other, neighbour }
}

const say = async (resident: Person, talk: string, text: string) => {
  await resident.call('reception', 'ask', { talk, text })
  await settled(city, 'reception/reception.alerted')
}
const alertsOf = async ({ call }: Person) => (await call('notice', 'list', { kinds: ['talkAlert'] })).rows
const counts = (people: Person[]) => Promise.all(people.map(async (person) => (await alertsOf(person)).length))

test('danger is told to who is on duty, with a way to the talk and none of its words; said again in the same talk it is no news for five minutes', async () => {
  const { east, secretary, worker, other, neighbour, acceptor, resident } = await openDesk()
  const { shifts } = await secretary.call('duty', 'week', { area: east.area, day: '2026-03-02' })
  await secretary.call('duty', 'put', { area: east.area, person: worker.id, isOn: true, cells: [{ day: '2026-03-02', shift: shifts[0]!.key }] })
  const { id: talk } = await resident.call('reception', 'begin', { area: east.area })
  const others = [other, secretary, neighbour, acceptor]
  await say(resident, talk, gas)
  const [alert] = await alertsOf(worker)
  assert.deepEqual([alert?.talk, alert?.title, alert?.areaName, alert?.isRead, alert?.event, await counts([worker, ...others])], [talk, '问社工：紧急情况', '东苑社区', false, null, [1, 0, 0, 0, 0]])
  assert.match(alert!.words, /可能有人身危险，已请其先拨打紧急电话，请马上接待/)
  assert.doesNotMatch(JSON.stringify(alert), /煤气/)
  assert.equal((await worker.call('attend', 'get', { id: alert!.talk! })).id, talk)
  assert.deepEqual((await worker.call('notice', 'count', {})).unread, 1)
  at('09:04')
  await say(resident, talk, gas)
  assert.deepEqual(await counts([worker]), [1])
  at('09:06')
  await say(resident, talk, '煤气味更大了，救命')
  assert.deepEqual(await counts([worker, ...others]), [2, 0, 0, 0, 0])
  const { rows } = await city.owner.query(`select details from journal where name = 'notice.sent' and details->>'talk' = $1`, [talk])
  assert.deepEqual(rows, Array.from({ length: 2 }, () => ({ details: { kind: 'talkAlert', talk } })))
})

test('where nobody is on duty all who answer there are told, and no neighbour; the notice goes with its talk', async () => {
  const { street, east, secretary, worker, other, neighbour, acceptor, handler, resident } = await openDesk()
  at('22:00')
  const { id: talk } = await resident.call('reception', 'begin', { area: east.area })
  await say(resident, talk, gas)
  assert.deepEqual(await counts([worker, other, secretary, acceptor]), [1, 1, 1, 1])
  assert.deepEqual((await neighbour.call('notice', 'list', { kinds: ['talkAlert'] })).rows, [])
  await assert.rejects(handler.call('attend', 'get', { id: talk }), { code: 'may.not' })
  assert.deepEqual((await handler.call('notice', 'list', { kinds: ['talkAlert'] })).rows, [])
  await city.owner.query('delete from turn where subdistrict = $1', [street.code])
  await city.owner.query('delete from talk where subdistrict = $1', [street.code])
  assert.deepEqual(await counts([worker]), [0])
})

test('a talk the machine answers in ends after half an hour of silence and may still be rated; one that waits for a person does not', async () => {
  const { street, east, resident } = await openDesk()
  const waiting = await street.resident('等人的居民')
  const { id: talk } = await resident.call('reception', 'begin', { area: east.area })
  await resident.call('reception', 'ask', { talk, text: '你好' })
  const { id: kept } = await waiting.call('reception', 'begin', { area: east.area })
  await waiting.call('reception', 'handOver', { talk: kept })
  at('09:30')
  await runJob(city, 'reception.idle')
  assert.equal((await resident.call('reception', 'get', { talk })).state, 'open', 'half an hour has not passed')
  at('09:31')
  await runJob(city, 'reception.idle')
  await runJob(city, 'reception.idle')
  const ended = await resident.call('reception', 'get', { talk })
  assert.deepEqual([ended.state, ended.endedAt, ended.mayRate, ended.turns.map(({ kind }) => kind)], ['ended', '2026-03-02T01:31:00.000Z', true, ['greeting', 'say', 'small', 'ended']])
  assert.equal((await waiting.call('reception', 'get', { talk: kept })).state, 'waiting')
  const { rows } = await city.owner.query(`select actor, details from journal where name = 'reception.ended' and subject = $1`, [talk])
  assert.deepEqual(rows, [{ actor: null, details: { by: 'time' } }])
  await assert.rejects(resident.call('reception', 'ask', { talk, text: '还在吗' }), { code: 'reception.over' })
  assert.equal((await resident.call('reception', 'rate', { talk, score: 5 })).rating?.score, 5)
})
