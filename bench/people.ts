import { randomOf } from '../apps/server/demo/random.ts'
import { makeBase, type Base } from '../apps/server/demo/base/index.ts'
import { storeBase } from '../apps/server/demo/base/store.ts'
import { makePeople } from '../apps/server/demo/people/account.ts'
import { makeUnits } from '../apps/server/demo/people/unit.ts'
import { withoutIndexes } from '../apps/server/demo/bulk.ts'
import { drawDistrict } from '../apps/server/demo/town/district.ts'
import type { City } from '../apps/server/test/city.ts'
import type { Person, Subdistrict } from '../apps/server/test/city-people.ts'

/** A sub-district of 112,000 people as the demo has them, and who asks. One person's requests are limited by the minute, so there are several of each. */
export interface Street { street: Subdistrict, base: Base, community: string, who: Record<'county' | 'street' | 'community' | 'grid', Person[]> }

const crowd = 60
const copied = ['housing', 'person', 'residency', 'person_by_mark', 'enterprise', 'thing']
/** Further sub-districts of the county, each with as many people. */
export const further = Number(process.env.LINLI_BENCH_STREETS ?? 9)

export async function fillStreet(city: City, { isEmpty = false } = {}): Promise<Street> {
  const street = await city.subdistrict()
  const now = new Date()
  const communities = drawDistrict('bench', street.area)
  const accounts = makePeople(randomOf('bench people'), communities, makeUnits(randomOf('bench units'), communities, now.getTime()), now.getTime())
  const base = makeBase({ seed: 'bench', now, communities, accounts })
  const areas = communities.flatMap(({ path, name, grids }) => [[path, name, 'community'], ...grids.flatMap((grid) => [[grid.path, grid.name, 'grid'], ...grid.buildings.map((one) => [one.path, one.name, 'building'])])])
  await city.owner.query('insert into area (path, name, kind) select * from unnest($1::text[], $2::text[], $3::text[]) on conflict (path) do update set name = excluded.name', [0, 1, 2].map((at) => areas.map((one) => one[at])))
  await storeBase(city.owner, isEmpty ? { ...base, homes: [], people: [], businesses: [], things: [], ties: { relations: [], claims: [] } } : base, { seed: 'bench', crypto: city.server.around.crypto, now, accounts })
  await city.owner.query('vacuum analyze')
  await city.owner.query('checkpoint')
  const several = (area: string) => Promise.all(Array.from({ length: crowd }, () => street.staff('社工', 'socialWorker', area)))
  const [county, home] = [street.area.split('/').slice(0, 4).join('/') + '/', communities[3]!]
  return { street, base, community: home.path, who: { county: await several(county), street: await several(street.area), community: await several(home.path), grid: await several(home.grids[2]!.path) } }
}

/** The other sub-districts of the county, with the same people. */
export async function fillCounty(city: City, { street }: Street): Promise<void> {
  await copyStreet(city, street, copied)
  await city.owner.query('vacuum analyze')
  await city.owner.query('checkpoint')
}

const named = ['id', 'person', 'residency', 'head', 'housing', 'household', 'enterprise', 'event', 'merged_into']

/** What these tables hold of a sub-district once more for each further one of its county: the same under other ids and areas, by statements on whole sets that no trigger hears of. `dropped`: indexes that are not made again. */
export async function copyStreet({ owner }: City, { code, area: of }: Subdistrict, tables: readonly string[], dropped: readonly string[] = []): Promise<void> {
  const { rows } = await owner.query<{ name: string, column_name: string }>(`select table_name as name, column_name from information_schema.columns where table_schema = 'public' and table_name = any ($1) and is_generated = 'NEVER' order by ordinal_position`, [tables])
  const [county, own] = [of.replace(/\d+\/$/, ''), Number(of.split('/')[4])]
  const moved = (no: number, column: string) => `'${county}' || ${own + no * 10} || substring(${column} from ${of.length})`
  const another = (no: number, table: string) => (column: string) => {
    if (column === 'subdistrict') return `${code + no * 10}`
    // Of an event it is where in words.
    if (column === 'area' || (column === 'place' && table !== 'event')) return moved(no, column)
    // The first digit of a UUID of our time is 0.
    return named.includes(column) ? `('${no}' || substring(${column}::text from 2))::uuid` : `"${column}"`
  }
  await owner.query(`set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2; set session_replication_role = replica`)
  for (const index of dropped) await owner.query(`drop index if exists ${index}`)
  await withoutIndexes(owner, tables, async () => {
    for (let no = 1; no <= further; no += 1) {
      await owner.query(`insert into area (path, name, kind) select ${moved(no, 'path')}, case kind when 'subdistrict' then '第${no}街道' else name end, kind from area where path ^@ $1 on conflict do nothing`, [of])
      for (const table of tables) {
        const columns = rows.filter(({ name }) => name === table).map((row) => row.column_name)
        await owner.query(`insert into ${table} (${columns.map((column) => `"${column}"`).join(', ')}) select ${columns.map(another(no, table)).join(', ')} from ${table} where subdistrict = $1`, [code])
      }
    }
  })
  await owner.query('set session_replication_role = origin')
}
