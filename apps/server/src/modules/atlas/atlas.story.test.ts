import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { startTiandituSimulator } from '../../outside/tianditu-simulator.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** The tile that holds a point of a zoom level. */
const at = (lng: number, lat: number, z: number) => {
  const angle = lat * Math.PI / 180
  return { z, x: Math.floor((lng + 180) / 360 * 2 ** z), y: Math.floor((1 - Math.log(Math.tan(angle) + 1 / Math.cos(angle)) / Math.PI) / 2 * 2 ** z) }
}

async function fetched(person: Person, tiles: string, { z, x, y }: { z: number, x: number, y: number }) {
  const answer = await city.http.inject({ url: tiles.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)), headers: { authorization: `Bearer ${person.token}` } })
  const names = answer.statusCode === 200 ? Object.fromEntries(Object.entries(new VectorTile(new PbfReader(answer.rawPayload)).layers).map(([layer, one]) => [layer, Array.from({ length: one.length }, (_, index) => one.feature(index).properties.name)])) : {}
  return { status: answer.statusCode, keep: answer.headers['cache-control'], names }
}

test('the map of a sub-district comes in tiles that hold what is drawn, and under another address when it is drawn otherwise', async () => {
  const street = await city.subdistrict()
  const worker = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
  const [west, south] = [120 + (street.code % 1000) / 100 + 0.001, 30.0007]
  const walls = [[west, south], [west + 0.0003, south], [west + 0.0003, south + 0.0001], [west, south]]
  await city.owner.query(`insert into area (path, name, kind, lng, lat, shape, floors) values ($1, '3幢', 'building', $2, $3, $4, 6)`, [`${street.communities[0]!.grids[0]!}b0003/`, west, south, JSON.stringify({ type: 'Polygon', coordinates: [walls] })])
  const base = await worker.call('atlas', 'base', {})
  assert.deepEqual([base.area, base.kind], [street.area, 'subdistrict'])
  const middle = at(base.centre!.lng, base.centre!.lat, 12)
  const tile = await fetched(worker, base.tiles, middle)
  assert.deepEqual([tile.status, tile.keep, tile.names.area?.filter((name) => String(name).endsWith('社区')).toSorted()], [200, 'private, max-age=31536000, immutable', ['东苑社区', '南苑社区', '西苑社区']])
  assert.deepEqual(tile.names.building, ['3幢'], 'near enough to see them')
  assert.equal((await fetched(worker, base.tiles, at(base.centre!.lng, base.centre!.lat, 11))).names.building, undefined)
  const manager = await street.staff('系统管理员', 'systemAdmin')
  const { path, name, centre, until } = (await manager.call('organisation', 'areas', { parent: street.area })).rows[0]!
  await manager.call('organisation', 'changeArea', { path, name: `${name}（新）`, centre, until })
  const again = await worker.call('atlas', 'base', {})
  assert.notEqual(again.tiles, base.tiles)
  assert.ok((await fetched(worker, again.tiles, middle)).names.area!.includes('东苑社区（新）'))
})

test('nobody is shown the neighbour’s map; residents may look anywhere; what is no tile is none', async () => {
  const [here, there] = [await city.subdistrict(), await city.subdistrict()]
  const [worker, resident] = [await here.staff('受理员', 'acceptor'), await here.resident('李例二')]
  const base = await (await there.staff('受理员', 'acceptor')).call('atlas', 'base', {})
  const middle = at(base.centre!.lng, base.centre!.lat, 13)
  assert.equal((await fetched(worker, base.tiles, middle)).status, 404)
  assert.equal((await worker.raw('/api/atlas/base', { area: there.area })).status, 404)
  assert.equal((await fetched(resident, base.tiles, middle)).status, 200)
  assert.deepEqual((await fetched(worker, (await worker.call('atlas', 'base', {})).tiles, { z: 3, x: 0, y: 0 })).names, {})
  for (const [z, x, y] of [['17', '0', '0'], ['2', '4', '0'], ['a', '0', '0'], ['-1', '0', '0']] as const) assert.equal((await city.http.inject({ url: `/api/tile/${here.code}/1/${z}/${x}/${y}`, headers: { authorization: `Bearer ${worker.token}` } })).statusCode, 404)
  assert.equal((await city.http.inject({ url: `/api/tile/${here.code}/1/10/1/1` })).statusCode, 401)
})

test('天地图 is asked by browsers where the installation has a key, and by nobody where it has none', async () => {
  const street = await city.subdistrict()
  const clerk = await street.staff('受理员', 'acceptor')
  assert.equal((await clerk.call('atlas', 'base', {})).tianditu, null)
  assert.doesNotMatch(String((await city.http.inject('/api/health')).headers['content-security-policy']), /tianditu|127\.0\.0\.1/)
  const simulator = await startTiandituSimulator('a key')
  const other = await openCity({ env: { TIANDITU_ENDPOINT: simulator.address, TIANDITU_KEY: 'a key' } })
  try {
    const { tianditu, centre } = await (await (await other.subdistrict()).staff('受理员', 'acceptor')).call('atlas', 'base', {})
    const { z, x, y } = at(centre!.lng, centre!.lat, 15)
    const ask = async (template: string) => fetch(template.replace('{z}', String(z)).replace('{x}', String(x)).replace('{y}', String(y)))
    for (const [layer] of [tianditu!.vector, tianditu!.vectorNames, tianditu!.image, tianditu!.imageNames]) {
      const answer = await ask(layer!)
      assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png'])
    }
    assert.deepEqual(simulator.asked(), ['vec', 'cva', 'img', 'cia'].map((layer) => `${layer} ${z}/${x}/${y}`))
    assert.equal((await ask(tianditu!.vector[0]!.replace('a%20key', 'another'))).status, 403)
    assert.equal((await fetch(tianditu!.vector[0]!)).status, 400)
    const policy = String((await other.http.inject('/api/health')).headers['content-security-policy'])
    assert.ok(policy.includes(`img-src 'self' data: blob: ${simulator.address};`) && policy.includes(`connect-src 'self' ${simulator.address};`), policy)
  } finally {
    await other.close()
    await simulator.close()
  }
})
