import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'

// 06010 is handled within four working hours unless the office says otherwise.
let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const limitOf = async (person: Person, id: string) => (await person.call('event', 'get', { id })).handleLimit

test('the class of an area, inherited from the one above, and how grave it is change the limit; the most particular rule speaks', async () => {
  const [{ street, acceptor }, next] = [await openOffice(city), await openOffice(city)]
  const admin = await street.staff('系统管理员', 'systemAdmin')
  const [first, second] = street.communities as [typeof street.communities[0], typeof street.communities[0]]
  const limit = (areaClass: 'A' | null, severity: 'major' | null, amount: number) => admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass, severity, limit: { amount, unit: 'workingHour' } })
  const change = { name: first!.name, centre: null, until: null }
  const classed = await admin.call('organisation', 'changeArea', { path: first!.area, ...change, class: 'A' })
  assert.deepEqual([classed.class, classed.heldClass], ['A', 'A'])
  assert.deepEqual((await admin.call('organisation', 'areas', { parent: first!.area })).rows.map((row) => [row.class, row.heldClass]), [[null, 'A'], [null, 'A']])
  assert.equal((await admin.call('organisation', 'changeArea', { path: first!.area, ...change })).class, 'A', 'what is not said stays')
  const report = async (community: number, severity?: 'major') => {
    const { id } = await acceptor.call('event', 'report', { description: '垃圾没人收', matter: '06010', point: pointIn(street, community) })
    await acceptor.call('event', 'take', { id, take: { step: 'accept', severity } })
    return limitOf(acceptor, id)
  }
  const all = async () => [await report(0), await report(0, 'major'), await report(1), await report(1, 'major')]
  assert.deepEqual(await all(), ['4 工作时', '4 工作时', '4 工作时', '4 工作时'])
  await limit('A', null, 3)
  await limit(null, 'major', 2)
  assert.deepEqual(await all(), ['3 工作时', '2 工作时', '4 工作时', '2 工作时'])
  const set = await limit('A', 'major', 1)
  assert.deepEqual(set.specialLimits.map((one) => [one.matter, one.areaClass, one.severity, one.limit.amount]), [['06010', 'A', 'major', 1], ['06010', null, 'major', 2], ['06010', 'A', null, 3]])
  assert.deepEqual(await all(), ['3 工作时', '1 工作时', '4 工作时', '2 工作时'])
  // A grid of its own class within the community.
  const path = second!.grids[0]!
  await admin.call('organisation', 'changeArea', { path, name: '第1网格', centre: null, until: null, class: 'A' })
  assert.deepEqual([await report(1), await report(0)], ['3 工作时', '3 工作时'])
  await admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: 'A', severity: null, limit: null })
  assert.deepEqual([await report(0), await report(0, 'major')], ['4 工作时', '1 工作时'])
  await assert.rejects(admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: 'A', severity: null, limit: null }), { code: 'not-found' })
  await assert.rejects(admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: null, severity: null, limit: { amount: 1, unit: 'day' } }), { code: 'input.invalid' })
  await assert.rejects(acceptor.call('matter', 'setSpecialLimit', { code: '06010', areaClass: 'A', severity: null, limit: null }), { code: 'may.not' })
  const neighbours = await next.acceptor.call('matter', 'tree', {})
  assert.deepEqual(neighbours.rows.find(({ code }) => code === '06010')?.specialLimits, [])
  const { rows } = await city.owner.query(`select details from journal where name = 'matter.special-limit-set' and subdistrict = $1 order by at, id`, [street.code])
  assert.deepEqual(rows.map(({ details }) => [details.areaClass, details.severity, details.limit?.amount ?? null]), [['A', null, 3], [null, 'major', 2], ['A', 'major', 1], ['A', null, null]])
})

test('who handles stays as the plain rule says', async () => {
  const { street, unit, acceptor } = await openOffice(city)
  const admin = await street.staff('系统管理员', 'systemAdmin')
  await admin.call('matter', 'setRule', { code: '06010', handleLimit: { amount: 5, unit: 'workingHour' }, unit: unit.id, byCommunity: false })
  await admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: null, severity: 'larger', limit: { amount: 30, unit: 'workingMinute' } })
  const event = await acceptor.call('event', 'report', { description: '大件垃圾堵住通道', matter: '06010', point: pointIn(street, 0), severity: 'larger' })
  assert.deepEqual([event.handleLimit, event.suggestedUnit?.name], ['30 工作分钟', '环卫所'])
})

test('changed limits, hours, holidays and classes change nothing that was stored', async () => {
  const office = await openOffice(city)
  const { street, handler } = office
  const admin = await street.staff('系统管理员', 'systemAdmin')
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  const facts = async () => {
    const { handleLimit, dueAt, stages } = await handler.call('event', 'get', { id })
    const { rows: [row] } = await city.owner.query('select warn_at, severe_at, handle_limit_amount from event where id = $1', [id])
    return { handleLimit, dueAt, row, stages: stages.map(({ status, dueAt: due, limit, usedMinutes }) => [status, due, limit, usedMinutes]) }
  }
  const stored = await facts()
  assert.deepEqual([stored.dueAt, stored.row.severe_at.toISOString()], ['2026-03-02T06:30:00.000Z', '2026-03-03T07:00:00.000Z'])
  await admin.call('matter', 'setRule', { code: '06010', handleLimit: { amount: 1, unit: 'workingHour' }, unit: null, byCommunity: true })
  await admin.call('matter', 'setSpecialLimit', { code: '06010', areaClass: 'A', severity: null, limit: { amount: 10, unit: 'workingMinute' } })
  await admin.call('organisation', 'changeArea', { path: street.communities[0]!.area, name: '东苑社区', centre: null, until: null, class: 'A' })
  await admin.call('matter', 'setStepLimit', { status: 'dispatched', limit: { amount: 1, unit: 'workingMinute' } })
  await admin.call('calendar', 'setHours', { hours: [['13:00', '16:00']] })
  await admin.call('calendar', 'setDay', { day: '2026-03-02', kind: 'rest', note: '停电' })
  assert.deepEqual(await facts(), stored)
  // What begins from now on goes by what holds now.
  city.setClock('2026-03-02T10:00:00+08:00')
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已清运' } })
  const fresh = await toHandling(office)
  const later = await handler.call('event', 'get', { id: fresh })
  assert.deepEqual([later.handleLimit, later.dueAt], ['10 工作分钟', '2026-03-03T05:10:00.000Z'])
  city.setClock(undefined)
})
