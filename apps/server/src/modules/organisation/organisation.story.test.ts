import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const journalOf = async (subdistrict: number) => (await city.owner.query('select name, actor_name, details from journal where subdistrict = $1 order by at, id', [subdistrict])).rows

test('a clerk walks down from the sub-district to its grids and finds one by name', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  const { rows } = await clerk.call('organisation', 'areas', { parent: street.area })
  assert.deepEqual(rows.map(({ name, kind, hasChildren }) => [name, kind, hasChildren]), [['东苑社区', 'community', true], ['西苑社区', 'community', true], ['南苑社区', 'community', true]])
  const grids = await clerk.call('organisation', 'areas', { parent: street.communities[0]!.area })
  assert.deepEqual(grids.rows.map(({ name, hasChildren }) => [name, hasChildren]), [['第1网格', false], ['第2网格', false]])
  const found = await clerk.call('organisation', 'findAreas', { text: '西苑 第2', kinds: ['grid'] })
  assert.deepEqual(found.rows.map(({ fullName }) => fullName), ['西苑社区 第2网格'])
})

test('a building is found in whatever way people write it, 3 before 13', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('李例二', 'acceptor')
  for (const [at, name] of ['示例新村13幢', '示例新村3幢', '示例塘4组38号'].entries()) {
    await city.owner.query(`insert into area (path, name, kind, lng, lat) values ($1, $2, 'building', 120, 30)`, [`${street.communities[0]!.grids[0]}b000${at}/`, name])
  }
  const find = async (text: string) => (await clerk.call('organisation', 'findAreas', { text, kinds: ['building'] })).rows.map(({ name }) => name)
  assert.deepEqual(await find('三幢'), ['示例新村3幢', '示例新村13幢'])
  for (const text of ['示例新村3号楼', '示例新村三栋', '东苑3幢2单元', '示例新村3幢2单元501室']) assert.equal((await find(text))[0], '示例新村3幢', text)
  assert.deepEqual(await find('示例塘4组38号'), ['示例塘4组38号'])
})

test('a point belongs to the grid it lies in; beyond the sub-district it belongs to nobody', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const worker = await street.staff('钱样四', 'gridWorker', street.communities[1]!.area)
  const lng = 120 + (street.code % 1000) / 100
  assert.deepEqual(await worker.call('organisation', 'locate', { lng: lng + 0.0045, lat: 30.002 }), { area: `${street.communities[1]!.area}002/`, fullName: '西苑社区 第2网格' })
  await assert.rejects(worker.call('organisation', 'locate', { lng: lng + 0.0045, lat: 31 }), { code: 'event.place-unknown' })
  const other = 120 + (neighbour.code % 1000) / 100
  await assert.rejects(worker.call('organisation', 'locate', { lng: other + 0.001, lat: 30.001 }), { code: 'event.place-unknown' })
  const resident = await street.resident('周试五')
  assert.equal((await resident.call('organisation', 'locate', { lng: other + 0.001, lat: 30.001 })).area, `${neighbour.communities[0]!.area}001/`)
})

test('the map of a resident keeps to one sub-district: the first, or the one around a point', async () => {
  const [first, second] = [await city.subdistrict(), await city.subdistrict()]
  for (const { area } of [first, second]) await city.owner.query(`insert into plan (area, id, kind, name, width, line) values ($1, 1, 'road', $2, 8, '[[120, 30], [121, 30]]')`, [area, `${area} 的路`])
  const resident = await first.resident('周试五')
  const shown = await resident.call('organisation', 'plan', {})
  assert.deepEqual(shown.features.map(({ name }) => name).filter((name) => name !== `${shown.area} 的路`), [])
  const around = { lng: 120 + (second.code % 1000) / 100 + 0.001, lat: 30.001 }
  const moved = await resident.call('organisation', 'plan', { around })
  assert.deepEqual([moved.area, moved.features.map(({ name }) => name)], [second.area, [`${second.area} 的路`]])
  await assert.rejects(resident.call('organisation', 'plan', { around: { lng: 100, lat: 20 } }), { code: 'event.place-unknown' })
  const clerk = await first.staff('李例二', 'acceptor')
  assert.equal((await clerk.call('organisation', 'plan', {})).area, first.area)
  await assert.rejects(clerk.call('organisation', 'plan', { around }), { code: 'event.place-unknown' })
})

test('the administrator adds a grid and a building, renames and retires them, and all of it stays on record', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await street.staff('李例二', 'acceptor')
  const parent = street.communities[0]!.area
  const grid = await admin.call('organisation', 'createArea', { parent, code: '003', name: '第3网格', centre: { lng: 120.5, lat: 30.1 } })
  assert.deepEqual([grid.kind, grid.path, grid.centre], ['grid', `${parent}003/`, { lng: 120.5, lat: 30.1 }])
  const building = await admin.call('organisation', 'createArea', { parent: grid.path, code: 'b0001', name: '1幢', centre: null })
  assert.equal(building.kind, 'building')
  await assert.rejects(admin.call('organisation', 'createArea', { parent, code: '003', name: '重号网格', centre: null }), { code: 'conflict.exists' })
  await assert.rejects(admin.call('organisation', 'createArea', { parent, code: '03', name: '短码网格', centre: null }), { code: 'input.invalid' })
  await assert.rejects(admin.call('organisation', 'changeArea', { path: grid.path, name: '第3网格', centre: null, until: '2026-01-01' }), { code: 'conflict.in-use' })
  await admin.call('organisation', 'changeArea', { path: building.path, name: '1号楼', centre: null, until: '2020-02-01' })
  assert.deepEqual((await clerk.call('organisation', 'areas', { parent: grid.path })).rows, [])
  assert.deepEqual((await admin.call('organisation', 'areas', { parent: grid.path })).rows.map(({ name, until }) => [name, until]), [['1号楼', '2020-02-01']])
  assert.deepEqual((await journalOf(street.code)).map(({ name, actor_name }) => [name, actor_name]), [['area.created', '王示一'], ['area.created', '王示一'], ['area.changed', '王示一']])
})

test('units are listed page by page within the sub-district only', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const admin = await street.staff('王示一', 'systemAdmin')
  const team = await admin.call('organisation', 'createUnit', { name: '综合行政执法队', kind: 'department', area: street.area, parent: null, phone: '0571-00000001' })
  const all = await admin.call('organisation', 'units', { limit: 3 })
  const rest = await admin.call('organisation', 'units', { limit: 3, after: all.next! })
  assert.deepEqual([...all.rows, ...rest.rows].map(({ name }) => name).toSorted(), ['东苑社区', '南苑社区', '综合行政执法队', '西苑社区'])
  assert.equal(rest.next, null)
  const changed = await admin.call('organisation', 'changeUnit', { ...team, name: '综合行政执法中队', isActive: false })
  assert.equal(changed.isActive, false)
  assert.deepEqual((await admin.call('organisation', 'units', { text: '执法', isActive: true })).rows, [])
  const stranger = await neighbour.staff('赵范三', 'systemAdmin')
  assert.equal((await stranger.call('organisation', 'units', { text: '执法' })).rows.length, 0)
  await assert.rejects(stranger.call('organisation', 'changeUnit', { ...team, isActive: true, area: neighbour.area }), { code: 'input.invalid' })
  await assert.rejects(stranger.call('organisation', 'changeUnit', { ...team, isActive: true }), { code: 'not-found' })
  assert.deepEqual((await journalOf(street.code)).map(({ name }) => name), ['unit.created', 'unit.changed'])
})

test('who does not maintain the organisation is refused, and nobody reaches into the neighbour’s', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const clerk = await street.staff('李例二', 'acceptor')
  await assert.rejects(clerk.call('organisation', 'createArea', { parent: street.communities[0]!.area, code: '009', name: '第9网格', centre: null }), { code: 'may.not' })
  const admin = await street.staff('王示一', 'systemAdmin')
  await assert.rejects(admin.call('organisation', 'createArea', { parent: neighbour.communities[0]!.area, code: '009', name: '第9网格', centre: null }), { code: 'not-found' })
  await assert.rejects(admin.call('organisation', 'changeArea', { path: neighbour.communities[0]!.area, name: '别人的社区', centre: null, until: null }), { code: 'not-found' })
  assert.deepEqual((await admin.call('organisation', 'shapes', { area: neighbour.area, kind: 'community' })).rows, [])
  assert.equal((await admin.call('organisation', 'shapes', { area: street.area, kind: 'community' })).rows.length, 3)
})
