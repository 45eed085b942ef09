import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const report = (resident: Person, street: Parameters<typeof pointIn>[0], matter = '06010') =>
  resident.call('event', 'reportMine', { description: '楼下垃圾没人收', matter, point: pointIn(street, 0) })

test('a resident who comes too late is told so, and no name of staff', async () => {
  const { street, resident } = await openOffice(city)
  const clerk = await street.staff('周试六', 'acceptor')
  const { id } = await report(resident, street)
  await clerk.call('event', 'take', { id, take: { step: 'accept' } })
  const { status, body } = await resident.raw('/api/event/takeMine', { id, take: { step: 'answer', text: '三单元' } })
  assert.deepEqual([status, (body as { code: string }).code, JSON.stringify(body).includes('周试六')], [409, 'event.step-not-open', false])
})

test('a draft is its author’s alone, whoever knows its number', async () => {
  const { street, acceptor, checker, shiftLeader } = await openOffice(city)
  const { id } = await acceptor.call('event', 'report', { description: '还没写完的草稿', matter: '06010', point: pointIn(street, 0), isDraft: true, reporter: { name: '赵范三', phone: '13900001234' } })
  const asked = [
    ['get', { id }], ['trace', { id }], ['reveal', { id, purpose: '看看' }], ['take', { id, take: { step: 'report' } }], ['take', { id, take: { step: 'cancel', reason: '不要了' } }],
    ['change', { id, description: '改成我的', matter: '06010', point: pointIn(street, 0) }],
  ] as const
  for (const [endpoint, input] of asked) {
    for (const stranger of [checker, shiftLeader]) assert.equal(((await stranger.raw(`/api/event/${endpoint}`, input)).body as { code: string }).code, 'not-found', endpoint)
  }
  for (const filter of [{}, { text: '草稿' }, { status: ['draft' as const] }]) {
    assert.deepEqual(await checker.call('event', 'list', filter), { rows: [], next: null })
    assert.deepEqual([await checker.call('event', 'count', filter), await acceptor.call('event', 'count', filter)], [{ total: 0, isMore: false }, { total: 1, isMore: false }])
  }
})

test('neither the stays nor the trace tell a resident’s name', async () => {
  const { street, acceptor, resident } = await openOffice(city)
  const { id } = await report(resident, street)
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '在几楼？' } })
  await resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '三楼' } })
  const seen = [await acceptor.call('event', 'get', { id }), await acceptor.call('event', 'trace', { id })]
  assert.deepEqual((seen[0] as Awaited<ReturnType<typeof acceptor.call<'event', 'get'>>>).stages.map(({ by }) => by), ['受理员', '上报人', null])
  assert.equal(JSON.stringify(seen).includes(resident.name), false)
})

test('who reported a confidential matter is known to those who speak with the reporter, and never to those who handle it', async () => {
  const { street, resident, acceptor, shiftLeader, dispatcher, checker, handler, unit } = await openOffice(city)
  const { rows } = await acceptor.call('matter', 'tree', {})
  const { id } = await report(resident, street, rows.find(({ isConfidential, isLeaf }) => isConfidential && isLeaf)!.code)
  const known = async (person: Person) => {
    const [event, { rows: [first] }, reveal] = [await person.call('event', 'get', { id }), await person.call('event', 'trace', { id }), await person.raw('/api/event/reveal', { id, purpose: '核实' })]
    return [event.reporter?.name, first!.by, reveal.status]
  }
  assert.deepEqual(await known(acceptor), ['李**', '上报人 李**', 200])
  for (const other of [shiftLeader, dispatcher, checker]) assert.deepEqual(await known(other), [undefined, '上报人', 403], other.name)
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  assert.deepEqual(await known(handler), [undefined, '上报人', 403])
  const { rows: looks } = await city.owner.query(`select actor_name from journal where name = 'event.reveal.looked' and subject = $1 order by at, id`, [id])
  assert.deepEqual(looks.map(({ actor_name }) => actor_name), ['受理员'])
})

test('a caller who leaves only a number can be called back', async () => {
  const { street, acceptor } = await openOffice(city)
  const { id, reporter } = await acceptor.call('event', 'report', { description: '不愿留名', matter: '06010', point: pointIn(street, 0), source: 'hotline', reporter: { name: '', phone: '13900001234' } })
  assert.deepEqual(reporter, { name: '', phone: '139****1234' })
  assert.equal((await acceptor.call('event', 'reveal', { id, purpose: '回访' })).phone, '13900001234')
})

test('staff who report for a resident rate nothing in the resident’s name', async () => {
  const { street, checker, acceptor, shiftLeader, dispatcher, unit, handler } = await openOffice(city)
  const worker = await street.staff('郑示八', 'gridWorker', street.communities[0]!.area)
  const { id } = await worker.call('event', 'report', { description: '居民当面反映', matter: '06010', point: pointIn(street, 0), source: 'resident' })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  await handler.call('event', 'take', { id, take: { step: 'sign' } })
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已清理', photos: [] } })
  const { steps } = await checker.call('event', 'take', { id, take: { step: 'check', photos: [] } })
  assert.deepEqual(steps, [])
  await assert.rejects(worker.call('event', 'take', { id, take: { step: 'rate', score: 5, isSolved: true } }), { code: 'event.step-not-open' })
})

test('how grave it is does not depend on who shouts', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '楼下垃圾没人收', matter: '06010', point: pointIn(street, 0), severity: 'extreme' })
  assert.equal((await acceptor.call('event', 'get', { id })).severity, 'ordinary')
})
