import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { eventually } from '../../../test/eventually.ts'

let city: City
before(async () => { city = await openCity({ work: true, pace: { retryLimit: 2, retryDelay: 1, retryBackoff: false, lookSeconds: 0.5 } }) })
after(() => city.close())

const near = ({ lng, lat }: { lng: number, lat: number }, metres: number) => ({ lng, lat: lat + metres / 111_000 })
const statusOf = async (person: Person, id: string) => (await person.call('event', 'getMine', { id })).status

test('who reports the same again is shown what is there, joins it, and is answered with it', async () => {
  const office = await openOffice(city)
  const { street, acceptor, shiftLeader, checker, resident } = office
  const first = await toHandling(office)
  const neighbour = await street.resident('赵范三')
  const point = near(pointIn(street, 0), 20)
  const { rows } = await neighbour.call('event', 'similarMine', { matter: '06010', point })
  assert.deepEqual(rows.map(({ id, matter, place, metres }) => [id, matter, place, metres]), [[first, '暴露垃圾', '东苑社区 第1网格', 20]])
  assert.equal(JSON.stringify(rows).includes('垃圾没人收'), false, 'not in the words of who reported it')
  assert.deepEqual((await neighbour.call('event', 'similarMine', { matter: '06010', point: near(point, 60) })).rows, [])
  assert.deepEqual((await neighbour.call('event', 'similarMine', { matter: '06012', point })).rows, [])
  const mine = await neighbour.call('event', 'reportMine', { description: '我也看到了，很臭', matter: '06010', point, joins: first })
  assert.deepEqual([mine.status, mine.steps], ['merged', []])
  await assert.rejects(neighbour.call('event', 'reportMine', { description: '别处的', matter: '06010', point: pointIn(street, 1), joins: first }), { code: 'event.cannot-merge' })
  const whole = await acceptor.call('event', 'get', { id: first })
  assert.deepEqual(whole.merged.map(({ id }) => id), [mine.id])
  assert.deepEqual((await acceptor.call('event', 'get', { id: mine.id })).whole?.number, whole.number)

  await office.handler.call('event', 'take', { id: first, take: { step: 'feedback', publicReply: '已清运，并加桶' } })
  await checker.call('event', 'take', { id: first, take: { step: 'check' } })
  await resident.call('event', 'takeMine', { id: first, take: { step: 'rate', score: 5, isSolved: true } })
  await shiftLeader.call('event', 'take', { id: first, take: { step: 'close' } })
  await eventually(async () => assert.equal(await statusOf(neighbour, mine.id), 'closed'))
  const told = await neighbour.call('event', 'getMine', { id: mine.id })
  assert.deepEqual([told.publicReply, told.steps], ['已清运，并加桶', ['rate', 'reopen']])
  assert.equal((await neighbour.call('event', 'takeMine', { id: mine.id, take: { step: 'reopen', reason: '又满了' } })).status, 'filed')
})

test('the acceptor merges what is one thing; merged into what is merged itself it goes on with it', async () => {
  const office = await openOffice(city)
  const { street, acceptor, shiftLeader, resident } = office
  const report = async () => (await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })).id
  const [one, two, three] = [await report(), await report(), await report()]
  const { rows } = await acceptor.call('event', 'similar', { matter: '06010', point: pointIn(street, 0), except: one })
  assert.deepEqual(rows.map(({ id }) => id).toSorted(), [two, three].toSorted())
  assert.equal((await acceptor.call('event', 'take', { id: one, take: { step: 'merge', into: two } })).status, 'merged')
  await assert.rejects(acceptor.call('event', 'take', { id: three, take: { step: 'merge', into: one } }), { code: 'event.cannot-merge' })
  await assert.rejects(acceptor.call('event', 'take', { id: three, take: { step: 'merge', into: three } }), { code: 'event.cannot-merge' })
  await acceptor.call('event', 'take', { id: two, take: { step: 'merge', into: three } })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id: one })).whole?.id, three))
  await shiftLeader.call('event', 'take', { id: three, take: { step: 'cancel', reason: '已由市政统一更换' } })
  for (const id of [one, two]) await eventually(async () => assert.equal(await statusOf(resident, id), 'reported'))
  assert.deepEqual((await acceptor.call('event', 'get', { id: one })).flags, [])
})

test('two that are merged into each other at once: one is merged, and the other lives', async () => {
  const { street, acceptor, resident } = await openOffice(city)
  const report = async () => (await resident.call('event', 'reportMine', { description: '井盖松动', matter: '06010', point: pointIn(street, 0) })).id
  for (let round = 0; round < 5; round += 1) {
    const [one, two] = [await report(), await report()]
    const results = await Promise.allSettled([[one, two], [two, one]].map(([id, into]) => acceptor.call('event', 'take', { id: id!, take: { step: 'merge', into: into! } })))
    assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
    assert.deepEqual([await statusOf(resident, one), await statusOf(resident, two)].toSorted(), ['merged', 'reported'])
  }
})

test('a whole is split, its parts are handled by themselves, and with the last the whole is answered', async () => {
  const office = await openOffice(city)
  const { street, unit, dispatcher, handler, checker, shiftLeader, resident } = office
  const other = await street.unit('市政养护公司')
  const worker = await street.handler('养护员', other)
  const whole = await toHandling(office, { until: 'filed', description: '垃圾成堆，路面也坏了' })
  const split = await dispatcher.call('event', 'take', { id: whole, take: { step: 'split', parts: [{ description: '清运垃圾', matter: '06010', unit: unit.id }, { description: '修补路面', matter: '06013', unit: other.id }] } })
  assert.deepEqual([split.status, split.parts.map(({ title, status }) => [title, status])], ['split', [['清运垃圾', 'filed'], ['修补路面', 'filed']]])
  const handled: [Person, { id: string }, string][] = [[handler, unit, '垃圾已清运'], [worker, other, '路面已修好']]
  for (const [at, [person, { id: to }, publicReply]] of handled.entries()) {
    const id = split.parts[at]!.id
    assert.equal((await dispatcher.call('event', 'get', { id })).suggestedUnit?.id, to)
    await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: to } })
    await assert.rejects(person.call('event', 'get', { id: whole }), { code: 'not-found' }, 'a unit sees its part and not the whole')
    await person.call('event', 'take', { id, take: { step: 'sign' } })
    await person.call('event', 'take', { id, take: { step: 'feedback', publicReply } })
    await checker.call('event', 'take', { id, take: { step: 'check' } })
    assert.equal(await statusOf(resident, whole), 'split')
    assert.equal((await shiftLeader.call('event', 'take', { id, take: { step: 'close' } })).status, 'closed')
  }
  await eventually(async () => assert.equal(await statusOf(resident, whole), 'checked'))
  const told = await resident.call('event', 'getMine', { id: whole })
  assert.deepEqual([told.publicReply, told.steps], ['垃圾已清运\n路面已修好', ['rate']])
})

test('where every part was cancelled the whole is dispatched anew', async () => {
  const office = await openOffice(city)
  const { dispatcher, shiftLeader } = office
  const whole = await toHandling(office, { until: 'filed' })
  const { parts } = await dispatcher.call('event', 'take', { id: whole, take: { step: 'split', parts: [{ description: '清运垃圾', matter: '06010' }, { description: '加桶', matter: '06042' }] } })
  for (const { id } of parts) await shiftLeader.call('event', 'take', { id, take: { step: 'cancel', reason: '合并由一家办理' } })
  await eventually(async () => assert.deepEqual((await dispatcher.call('event', 'get', { id: whole })).steps.slice(0, 3), ['relocate', 'dispatch', 'split']))
})
