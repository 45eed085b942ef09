import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const day = (from: string, until: string) => ({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` })
const around = ({ lng, lat }: { lng: number, lat: number }, by = 0.0004): [number, number][] => [[lng - by, lat - by], [lng + by, lat - by], [lng + by, lat + by], [lng - by, lat + by]]

test('people in care are numbers of a building, told to those who may look them up, and each look is kept', async () => {
  const { street, building, worker, units: [first, second], elsewhere } = await openBlock(city)
  const community = street.communities[0]!.area
  const leader = await street.staff('街道领导', 'leader')
  const live = (housing: string, name: string, groups: string[] = []) => worker.call('person', 'enter', { values: { name, ...(groups.length > 0 && { groups }) }, at: { housing }, role: '01' })
  await live(first!, '王示一', ['01'])
  await live(second!, '李例二')
  await city.owner.query('update area set lng = 120.5, lat = 30.5 where path = $1', [building])
  assert.deepEqual((await worker.call('sandtable', 'care', { area: community })).rows, [{ area: building, name: '文澜苑3幢', point: { lng: 120.5, lat: 30.5 }, count: 1, groups: { '01': 1 } }])
  assert.deepEqual((await worker.call('sandtable', 'care', { area: community, groups: ['02'] })).rows, [])
  await assert.rejects(leader.call('sandtable', 'care', { area: community }), { code: 'may.not' })
  await assert.rejects(elsewhere.worker.call('sandtable', 'care', { area: community }), { code: 'not-found' })
  await assert.rejects(worker.call('sandtable', 'care', { area: street.area }), { code: 'input.invalid' })
  const looks = await city.owner.query(`select count(*)::integer as looks from journal where name = 'sandtable.care.looked' and actor = $1`, [worker.id])
  assert.equal(looks.rows[0].looks, 2)
  const told = await worker.call('sandtable', 'insidePeople', { ring: around({ lng: 120.5, lat: 30.5 }), inCare: true })
  assert.deepEqual(told.rows.map(({ name, groups }) => [name, groups]), [['王示一', ['01']]])
  const one = await worker.call('sandtable', 'insidePeople', { ring: around({ lng: 120.5, lat: 30.5 }), limit: 1 })
  assert.deepEqual([one.rows.length, (await worker.call('sandtable', 'insidePeople', { ring: around({ lng: 120.5, lat: 30.5 }), limit: 1, after: one.next! })).rows.length], [1, 1])
  assert.deepEqual((await elsewhere.worker.call('sandtable', 'insidePeople', { ring: around({ lng: 120.5, lat: 30.5 }) })).rows, [])
})

test('events of a time lie on the map as points that gather, are counted by hour, and listed where a line is drawn around them', async () => {
  const { street, resident, acceptor, dispatcher } = await openOffice(city)
  const report = (at: string, community: number, description: string) => {
    city.setClock(at)
    return resident.call('event', 'reportMine', { description, matter: '06010', point: pointIn(street, community) })
  }
  const [early, late, away] = [await report('2026-03-02T09:10:00+08:00', 0, '垃圾满了'), await report('2026-03-02T11:50:00+08:00', 0, '路灯不亮'), await report('2026-03-03T08:00:00+08:00', 2, '井盖坏了')]
  const box = { west: 119, south: 29, east: 131, north: 31 }
  const points = async (filters: ReturnType<typeof day>, zoom = 18) => (await dispatcher.call('sandtable', 'points', { filters, box, zoom })).rows
  assert.deepEqual((await points(day('2026-03-02', '2026-03-03'))).map(({ count, red, one }) => [count, red, one]), [[2, 2, null]])
  assert.deepEqual((await points(day('2026-03-03', '2026-03-04'))).map(({ count, one }) => [count, one?.id]), [[1, away.id]])
  const times = await dispatcher.call('sandtable', 'times', { filters: day('2026-03-02', '2026-03-04'), by: 'hour' })
  assert.deepEqual(times.rows, [{ at: '2026-03-02T01:00:00.000Z', count: 1 }, { at: '2026-03-02T03:00:00.000Z', count: 1 }, { at: '2026-03-03T00:00:00.000Z', count: 1 }])
  const asked = { ring: around(pointIn(street, 0)), filters: day('2026-03-01', '2026-03-31') }
  assert.deepEqual((await dispatcher.call('sandtable', 'insideEvents', asked)).rows.map(({ id }) => id), [late.id, early.id])
  const first = await dispatcher.call('sandtable', 'insideEvents', { ...asked, limit: 1 })
  assert.deepEqual((await dispatcher.call('sandtable', 'insideEvents', { ...asked, limit: 1, after: first.next! })).rows.map(({ id }) => id), [early.id])
  assert.deepEqual(await dispatcher.call('sandtable', 'inside', asked), { buildings: { total: 0, isMore: false }, events: { total: 2, isMore: false }, people: null })
  const { xlsx, ...told } = await dispatcher.call('sandtable', 'insideExport', asked)
  const { sheets } = await readXlsx(Buffer.from(xlsx, 'base64'))
  assert.deepEqual([told.events, told.buildings, told.isMore, sheets.map(({ name }) => name), sheets[0]!.rows.slice(1).map(([number]) => number)], [2, 0, false, ['事件', '楼幢'], (await dispatcher.call('sandtable', 'insideEvents', asked)).rows.map(({ number }) => number)])
  const looks = await city.owner.query(`select count(*)::integer as looks from journal where name = 'sandtable.insideExport.looked' and actor = $1`, [dispatcher.id])
  assert.equal(looks.rows[0].looks, 1)
  await assert.rejects(dispatcher.call('sandtable', 'points', { filters: day('2026-01-01', '2026-03-31'), box, zoom: 12 }), { code: 'input.invalid' })
  const neighbour = await openOffice(city)
  assert.deepEqual([(await neighbour.acceptor.call('sandtable', 'points', { filters: asked.filters, box, zoom: 9 })).rows, (await neighbour.dispatcher.call('sandtable', 'insideEvents', asked)).rows], [[], []])
  await assert.rejects(acceptor.call('sandtable', 'inside', asked), { code: 'may.not' })
  city.setClock(undefined)
})
