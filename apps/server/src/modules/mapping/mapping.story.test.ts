import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { convertPosition, toGaussKruger, type Position } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import type { Person, Subdistrict } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { sendUpAs } from '../../../test/photo.ts'
import { shapefile } from '../../../test/shapefile.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const westOf = ({ code }: Subdistrict) => 120 + (code % 1000) / 100
/** A house of some 20 by 11 m, its corner so many thousandths of a degree into the first community; the second grid begins at 1.5 north. */
const house = (street: Subdistrict, east: number, north: number): [number, number][] => {
  const [x, y] = [westOf(street) + east / 1000, 30 + north / 1000]
  return [[x, y], [x + 0.0002, y], [x + 0.0002, y + 0.0001], [x, y + 0.0001], [x, y]]
}
const feature = (coordinates: unknown, properties: object, type = 'Polygon') => ({ type: 'Feature', properties, geometry: { type, coordinates } })
const geojson = (features: object[], more: object = {}) => Buffer.from(JSON.stringify({ type: 'FeatureCollection', ...more, features }))

async function send(admin: Person, content: Uint8Array, layer: string, words: Record<string, string> = {}, name = '楼幢.geojson') {
  const { status, body } = await sendUpAs(city.http, `Bearer ${admin.token}`, Buffer.from(content), name, { url: '/api/map/upload', words: { layer, ...words } })
  assert.equal(status, 200, JSON.stringify(body))
  return settled(admin, body.id)
}
async function settled(admin: Person, id: string) {
  await eventually(async () => assert.ok(!['reading', 'committing', 'undoing'].includes((await admin.call('mapping', 'get', { id })).status)))
  return admin.call('mapping', 'get', { id })
}
const featuresOf = async (admin: Person, id: string) => (await admin.call('mapping', 'features', { id, limit: 100 })).rows
const putBuilding = (path: string, name: string, ring: [number, number][] | null) => city.owner.query(`insert into area (path, name, kind, shape) values ($1, $2, 'building', $3)`, [path, name, ring && JSON.stringify({ type: 'Polygon', coordinates: [ring] })])

test('buildings are looked over, what is certain is mended, the good ones are taken over, and all of it is undone as one', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const [south, north] = street.communities[0]!.grids as [string, string]
  await putBuilding(`${south}b0001/`, '1幢', house(street, 0.5, 0.5))
  await putBuilding(`${south}b0002/`, '2幢', null)
  const open = house(street, 1.5, 2).slice(0, -1).toReversed()
  const [a, b, c, d] = house(street, 2, 0.5) as unknown as [Position, Position, Position, Position]
  const one = await send(admin, geojson([
    feature([house(street, 0.52, 0.5)], { 名称: '第一幢', 层数: '6层', 高度: 18.5 }), feature([house(street, 1, 0.5)], { 名称: '2幢' }), feature([house(street, 1, 2)], { 名称: '3幢', 层数: 11 }), feature([open], { 名称: '4幢' }),
    feature([[a, c, b, d, [a[0] + 0.0003, a[1] - 0.0001], [a[0] + 0.0001, a[1] + 0.0002], a]], { 名称: '5幢' }), feature([house(street, 900, 0.5)], { 名称: '6幢' }), feature([house(street, 2.5, 2)], {}), feature([house(street, 1.01, 2)], { 名称: '3幢' }), { type: 'Feature', properties: { 名称: '8幢' }, geometry: null }, feature([house(street, 2.5, 0.5)], { 名称: '9幢', 层数: '很多' }),
  ]), 'building')
  assert.deepEqual([one.status, one.total, one.counts, one.look?.columns], ['ready', 10, { fresh: 2, changed: 2, bad: 6 }, { name: '名称', height: '高度', floors: '层数' }])
  const rows = await featuresOf(admin, one.id)
  assert.deepEqual(rows.map(({ no, outcome, name, faults }) => [no, outcome, name, faults.map(({ code }) => code).join()]), [
    [1, 'changed', '1幢', 'name.differs'], [2, 'changed', '2幢', ''], [3, 'fresh', '3幢', ''], [4, 'fresh', '4幢', 'ring.open,ring.turn'], [5, 'bad', '5幢', 'ring.cross'], [6, 'bad', '6幢', 'place.outside'], [7, 'bad', null, 'name.missing'], [8, 'bad', '3幢', 'key.twice'], [9, 'bad', '8幢', 'shape.none'], [10, 'bad', '9幢', 'floors.wrong'],
  ])
  assert.deepEqual(rows[0]!.differences.map(({ label, before: was, after: is }) => [label, was, is]), [['轮廓', '已有', '按文件重画'], ['高度', '—', '18.5 米'], ['层数', '—', '6 层']])
  assert.ok(rows.flatMap(({ faults }) => faults).every(({ message, mend }) => message !== '' && mend !== ''))
  await assert.rejects(admin.call('mapping', 'commit', { id: one.id, which: 'all' }), { code: 'input.invalid' })
  await admin.call('mapping', 'commit', { id: one.id, which: 'good' })
  assert.deepEqual((await settled(admin, one.id)).results, { entered: 2, changed: 2 })
  const stand = async () => (await city.owner.query(`select name, floors, height, shape is not null as drawn, valid_until is null as stands from area where kind = 'building' and path ^@ $1 order by path`, [street.area])).rows.map(Object.values)
  assert.deepEqual(await stand(), [['1幢', 6, 18.5, true, true], ['2幢', null, null, true, true], ['3幢', 11, null, true, true], ['4幢', null, null, true, true]])
  assert.equal((await city.owner.query(`select from area where path ^@ $1 and kind = 'building'`, [north])).rowCount, 2, 'in the grid that holds them')
  assert.deepEqual((await send(admin, geojson([feature([house(street, 0.52, 0.5)], { 名称: '1幢', 层数: 6 })]), 'building')).counts, { same: 1 })
  await assert.rejects(admin.call('mapping', 'commit', { id: one.id, which: 'good' }), { code: 'intake.not-now' })
  const worker = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
  await worker.call('housing', 'add', { building: `${north}b0001/`, doors: [{ room: '101' }] })
  await admin.call('mapping', 'undo', { id: one.id })
  assert.deepEqual((await settled(admin, one.id)).results, { undone: 3, kept: 1 })
  assert.deepEqual(await stand(), [['1幢', null, null, true, true], ['2幢', null, null, false, true], ['3幢', 11, null, true, true], ['4幢', null, null, true, false]], 'a building that somebody was entered in stays')
  assert.deepEqual((await city.owner.query(`select name from journal where subject = $1 and actor_name = '王示一' order by at`, [one.id])).rows.map(({ name }) => name), ['mapping.received', 'mapping.confirmed', 'mapping.undo-asked'])
})

const prj = 'PROJCS["CGCS2000_3_Degree_GK_Zone_40",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]'
/** 3幢 in GBK. */
const named = Buffer.from('33b4b1', 'hex')
type Read = (position: Position) => readonly [number, number]
const files: [string, { to: Read, options?: Parameters<typeof shapefile>[1], crs?: string, fields?: Record<string, string | number | Buffer>, told: RegExp }][] = [
  ['a shapefile of a survey, Gauss–Krüger with its zone, names in GBK', { to: (at) => toGaussKruger(at, 120, 40_500_000), options: { prj }, told: /GBK.*中央经线 120°（按 \.prj/ }],
  ['the same without a .prj: the zone stands before the easting', { to: (at) => toGaussKruger(at, 120, 40_500_000), options: { mark: 0x4d }, told: /没有 \.prj.*按带号 40/ }],
  ['the same without a zone: by where the sub-district lies', { to: (at) => toGaussKruger(at, 120), told: /推断/ }],
  ['north before east', { to: (at) => [toGaussKruger(at, 120)[1], toGaussKruger(at, 120)[0]], told: /中央经线 120°/ }],
  ['degrees, the latitude first, names in UTF-8', { to: ([x, y]) => [y, x], options: { cpg: 'UTF-8' }, fields: { NAME: '3幢' }, told: /UTF-8.*CGCS2000/ }],
  ['degrees as 高德 draws them', { to: (at) => convertPosition(at, 'CGCS2000', 'GCJ02'), crs: 'GCJ02', told: /GCJ-02/ }],
  ['degrees as 百度 draws them', { to: (at) => convertPosition(at, 'CGCS2000', 'BD09'), crs: 'BD09', told: /BD-09/ }],
]
test('a building comes from every kind of file to the same place', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  // Well within the degrees of the zone of 120°.
  const ring = house(street, 1, 2)
  for (const [what, { to, options, crs, fields = { NAME: named, FLOORS: 6 }, told }] of files) {
    const one = await send(admin, shapefile([{ ring: ring.map((at) => to(at) as [number, number]), fields }], options), 'building', crs === undefined ? {} : { crs }, '楼幢.zip')
    assert.deepEqual([one.status, one.counts], ['ready', { fresh: 1 }], `${what}: ${one.fault}`)
    assert.match(one.look!.told.join(), told, what)
    const [row] = await featuresOf(admin, one.id)
    assert.equal(row!.name, '3幢', what)
    const [lng, lat] = (row!.geometry as { coordinates: [number, number][][] }).coordinates[0]![0]!
    const nearest = Math.min(...ring.map(([x, y]) => Math.hypot(x - lng, y - lat)))
    assert.ok(nearest < 2e-8, `${what}: ${nearest}`)
  }
})

const broken: [string, Uint8Array | Buffer, RegExp][] = [
  ['西安 80', shapefile([{ ring: [[500_000, 3_000_000], [500_010, 3_000_000], [500_010, 3_000_010], [500_000, 3_000_000]], fields: { NAME: '1' } }], { prj: prj.replace('D_China_2000', 'D_Xian_1980').replaceAll('China_Geodetic_Coordinate_System_2000', 'Xian_1980') }), /Xian.*CGCS2000|CGCS2000.*转换/],
  ['plane coordinates that nobody knows the meridian of', geojson([feature([[[500_000, 100_000], [500_010, 100_000], [500_010, 100_010], [500_000, 100_000]]], { 名称: '1' })]), /中央经线/],
  ['no archive', Buffer.from('PK not an archive'), /压缩包打不开/], ['a single letter', Buffer.from('P'), /没有内容/], ['no map', Buffer.from('姓名,电话\n'), /不是 GeoJSON/], ['a lone .shp', Buffer.from('0000270a00000000', 'hex'), /一起压缩/],
  ['a .shp that says a record is endless', shapefile([{ ring: [[120, 30], [120.1, 30], [120.1, 30.1], [120, 30]], fields: { NAME: '1' } }], { spoil: (shp) => void shp.writeInt32BE(-4, 104) }), /损坏|读不出来/],
]
test('what cannot be read is refused in words, and may be read otherwise', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  for (const [what, content, words] of broken) {
    const one = await send(admin, content, 'building', {}, '数据.zip')
    assert.equal(one.status, 'failed', what)
    assert.match(one.fault!, words, what)
  }
  const other = await city.subdistrict()
  const one = await send(admin, geojson([feature([house(other, 1, 2).map((at) => [...convertPosition(at, 'CGCS2000', 'GCJ02')])], { 名称: '1幢' })]), 'building')
  const neighbour = await other.staff('邻街', 'systemAdmin')
  await assert.rejects(neighbour.call('mapping', 'get', { id: one.id }), { code: 'not-found' })
  await admin.call('mapping', 'read', { id: one.id, crs: 'GCJ02', mends: false, columns: { name: '' } })
  const again = await settled(admin, one.id)
  assert.deepEqual([again.status, again.look?.crs, again.look?.columns, again.counts], ['ready', 'GCJ02', {}, { bad: 1 }])
  await admin.call('mapping', 'cancel', { id: one.id })
})

test('roads, water, greens and places come into the plan, are known again, and lie in the tiles', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const [x, y] = [westOf(street), 30]
  const line = (north: number) => [[x, y + north / 1000], [x + 0.004, y + north / 1000]]
  const features = [
    feature(line(1), { 类型: '城市道路', name: '示例路', code: 'R1', width: '12米' }, 'LineString'), feature([line(1.2), line(1.3)], { 类型: '支路', name: '示例弄' }, 'MultiLineString'), feature([house(street, 1, 1)], { 类型: '河流', name: '示例河' }), feature([house(street, 2, 2)], { 类型: '公园' }),
    feature([house(street, 3, 2)], { 类型: '道路面' }), feature([[10, 10], [10.1, 10]], { 类型: '道路' }, 'LineString'), feature(line(2), { 类型: '其他' }, 'LineString'),
  ]
  const one = await send(admin, geojson(features), 'plan')
  assert.deepEqual((await featuresOf(admin, one.id)).map(({ no, outcome, faults }) => [no, outcome, faults.map(({ code }) => code).join()]), [
    [1, 'fresh', ''], [2, 'fresh', 'width.usual,line.parts'], [2, 'fresh', 'width.usual,line.parts'], [3, 'fresh', ''], [4, 'fresh', ''], [5, 'bad', 'road.surface'], [6, 'bad', 'place.outside,width.usual'], [7, 'bad', 'kind.missing'],
  ])
  await admin.call('mapping', 'commit', { id: one.id, which: 'good' })
  assert.equal((await settled(admin, one.id)).status, 'done')
  const places = await send(admin, geojson([feature([x + 0.001, y + 0.001], { name: '示例小学', amenity: '学校' }, 'Point'), feature([house(street, 1, 2)], { name: '示例公园' })]), 'place')
  await admin.call('mapping', 'commit', { id: places.id, which: 'all' })
  await settled(admin, places.id)
  assert.deepEqual((await admin.call('mapping', 'plan', {})).rows.map(({ kind, name, width, sort }) => [kind, name, width, sort]), [['place', '示例公园', null, null], ['place', '示例小学', null, '学校'], ['road', '示例弄', 7, null], ['road', '示例弄', 7, null], ['water', '示例河', null, null], ['road', '示例路', 12, null], ['green', null, null, null]], 'by their names, those without one last')
  assert.deepEqual((await admin.call('organisation', 'plan', {})).features.map(({ kind }) => kind), ['road', 'road', 'road', 'water', 'green'])
  const next = await send(admin, geojson([{ ...features[0]!, properties: { 类型: '城市道路', name: '示例大道', code: 'R1', width: 12 } }, ...features.slice(1, 4)]), 'plan')
  assert.deepEqual(next.counts, { changed: 1, same: 4 })
  await admin.call('mapping', 'undo', { id: one.id })
  await settled(admin, one.id)
  assert.deepEqual((await admin.call('mapping', 'plan', {})).rows.map(({ name }) => name), ['示例公园', '示例小学'])
})

test('borders of communities and grids come with their codes; what lies in a grid goes along, and all of it is undone', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const [home] = street.communities
  const [south, north] = home!.grids as [string, string]
  const west = westOf(street)
  await putBuilding(`${south}b0001/`, '1幢', house(street, 1, 1.2))
  const worker = await street.staff('社工', 'socialWorker', home!.area)
  await worker.call('housing', 'add', { building: `${south}b0001/`, doors: [{ room: '101' }] })
  const box = (from: number, to: number, east = 0.003) => [[[west, 30 + from], [west + east, 30 + from], [west + east, 30 + to], [west, 30 + to], [west, 30 + from]]]
  const code = (path: string) => path.replaceAll('/', '')
  const one = await send(admin, geojson([
    feature(box(0, 0.001), { 编码: code(south) }), feature(box(0.001, 0.002), { 编码: code(north) }), feature(box(0.002, 0.003), { 编码: `${code(home!.area)}005`, 名称: '第5网格' }),
    feature(box(0.0019, 0.0025), { 编码: `${code(home!.area)}006`, 名称: '第6网格' }), feature(box(0, 0.001, 0.004), { 编码: `${code(home!.area)}007`, 名称: '第7网格' }), feature(box(0, 0.001), { 编码: '12345' }), feature(box(0, 0.003), { 编码: code(home!.area) }),
  ]), 'area')
  assert.deepEqual((await featuresOf(admin, one.id)).map(({ no, outcome, faults }) => [no, outcome, faults.map((fault) => fault.code).join()]), [[1, 'changed', ''], [2, 'changed', ''], [3, 'fresh', ''], [4, 'bad', 'overlap,overlap'], [5, 'bad', 'parent.outside,overlap'], [6, 'bad', 'code.missing'], [7, 'same', '']])
  await admin.call('mapping', 'commit', { id: one.id, which: 'good' })
  assert.deepEqual((await settled(admin, one.id)).results, { changed: 2, entered: 1 })
  const { areas } = await admin.call('zoning', 'borders', { parent: home!.area })
  assert.deepEqual(areas.map(({ path, name, units }) => [path, name, units]), [[south, '第1网格', 0], [north, '第2网格', 1], [`${home!.area}005/`, '第5网格', 0]])
  assert.equal((await admin.call('zoning', 'changes', {})).rows[0]!.moved.length, 1)
  await putBuilding(`${home!.area}005/b0001/`, '后来的楼', null)
  await assert.rejects(admin.call('mapping', 'undo', { id: one.id }), { code: 'conflict.in-use' }, 'in the new grid a building was entered since')
  await city.owner.query(`update area set valid_until = '2020-02-01' where path = $1`, [`${home!.area}005/b0001/`])
  await admin.call('mapping', 'undo', { id: one.id })
  await settled(admin, one.id)
  assert.deepEqual((await admin.call('zoning', 'borders', { parent: home!.area })).areas.map(({ path, units }) => [path, units]), [[south, 1], [north, 0]])
})
