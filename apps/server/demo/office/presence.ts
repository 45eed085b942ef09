import { subdistrictOf } from '@linli/standards'
import { role } from '@linli/contract'
import type { ClientBase } from 'pg'
import { copyRows, type Cell } from '../copy.ts'
import type { Account, People } from '../people/account.ts'
import type { Units } from '../people/unit.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'

const code = subdistrictOf(subdistrict.path)
const hourMs = 3_600_000
/** Units whose people are out, and how many of them. */
const out: readonly [string, number][] = [['环卫所', 2], ['综合行政执法队', 2], ['市政养护公司', 1], ['应急消防管理站', 1]]
const gridWorkers = 6

interface Scene { seed: string, now: Date, communities: readonly Community[], people: People, units: Units }

/** A few fictional workers share where they are, and units sit somewhere; from here on the server walks them around. */
export async function storePresence(client: ClientBase, { seed, now, communities, people, units }: Scene): Promise<void> {
  const random = randomOf(`${seed} presence`)
  const spot = (at: number) => communities[at % communities.length]!.grids[0]!.centre
  const handlers = out.flatMap(([name, count]) => {
    const unit = units.handlers.find((one) => one.name === name)!
    return people.handlers.get(unit.id)!.slice(0, count).map((account) => ({ account, kind: 'unit', unit }))
  })
  // Not those who are signed in as: their own switch is theirs.
  const grids = [...people.gridWorkers.values()].filter((_, at) => at % 19 === 7).slice(0, gridWorkers).map((account) => ({ account, kind: 'grid', unit: units.all.find(({ id }) => id === account.unit)! }))
  const rows = [...handlers, ...grids].map(({ account, kind, unit }, at) => rowOf(random, { account, kind, unit, centre: kind === 'grid' ? gridOf(communities, account.area) : spot(at * 3), now }))
  await copyRows(client, 'presence', ['subdistrict', 'account', 'area', 'name', 'kind', 'post', 'unit', 'unit_name', 'since', 'until', 'lng', 'lat', 'accuracy', 'at', 'staged'], rows)
  await client.query(`update unit set lng = seat.lng, lat = seat.lat from jsonb_to_recordset($1) as seat (id uuid, lng float8, lat float8) where unit.id = seat.id`,
    [JSON.stringify(units.handlers.map(({ id }, at) => ({ id, lng: spot(at)[0] + random.between(-0.002, 0.002), lat: spot(at)[1] + random.between(-0.0015, 0.0015) })))])
}

const gridOf = (communities: readonly Community[], path: string) => communities.flatMap(({ grids }) => grids).find((grid) => grid.path === path)!.centre

function rowOf(random: Random, { account, kind, unit, centre, now }: { account: Account, kind: string, unit: { id: string, name: string }, centre: readonly [number, number], now: Date }): Cell[] {
  const [lng, lat] = [centre[0] + random.between(-0.001, 0.001), centre[1] + random.between(-0.001, 0.001)]
  return [code, account.id, account.area, account.name, kind, kind === 'unit' ? role.handler : role.gridWorker, unit.id, unit.name, new Date(now.getTime() - 2 * hourMs), new Date(now.getTime() + hourMs), lng, lat, 12, now, `(${lng},${lat})`]
}
