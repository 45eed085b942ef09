import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '@linli/standards'
import fc from 'fast-check'
import { openCity, type City } from '../../../test/city.ts'
import { sources } from '../indicator/sources.ts'
import { countTouched, prove } from './index.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const counting = () => ({ database: city.server.around.database, now: city.server.around.clock(), sources })

/** Streets, communities, grids and buildings with people, homes and events that come, move, change and go; `step` is one change, `count` what stands. */
async function openTown() {
  const street = await city.subdistrict()
  const grids = street.communities.flatMap(({ grids: some }) => some)
  const buildings = grids.flatMap((grid) => [`${grid}b0001/`, `${grid}b0002/`])
  for (const path of buildings) await city.owner.query(`insert into area (path, name, kind) values ($1, '示例幢', 'building') on conflict do nothing`, [path])
  return { street, places: [street.area, ...street.communities.map(({ area }) => area), ...grids, ...buildings] }
}

const change = fc.record({ what: fc.constantFrom('comes', 'comes', 'moves', 'ages', 'leaves', 'goes', 'reported', 'reported', 'closed', 'reopened', 'late', 'moved'), place: fc.nat(1000), which: fc.nat(1000), day: fc.nat(70), count: fc.boolean() })
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

/** One of those there are. */
const one = (table: string) => `id = (select id from ${table} where subdistrict = $1 order by id offset $3 % greatest((select count(*) from ${table} where subdistrict = $1), 1) limit 1)`
const statements: Record<string, string> = {
  comes: `insert into person (subdistrict, id, area, name, pinyin, initials, birth, population_kind, groups, created_at, changed_at, checked_at) values ($1, gen_random_uuid(), $2, '王示一', 'wangshiyi', 'wsy', date '1930-01-01' + $4 * 400, '0' || (1 + $3 % 3), case $3 % 3 when 0 then '{01,09}'::text[] else '{}' end, now(), now(), now() - make_interval(days => $4 * 7))`,
  moves: `update person set area = $2 where ${one('person')} and $4 >= 0`,
  ages: `update person set birth = date '1940-01-01' + $4 * 300, groups = '{12}' where ${one('person')} and $2 <> ''`,
  leaves: `update person set standing = 'left' where ${one('person')} and $2 <> '' and $4 >= 0`,
  reported: `insert into event (subdistrict, id, area, area_name, description, handle_limit_amount, handle_limit_unit, last_by, last_step, matter, matter_name, number, place, reported_at, severity, source, stage_no, stage_since, status, title, changed_at)
    values ($1, gen_random_uuid(), $2, '示例', '垃圾', 1, 'workingDay', '示例', 'report', '01', case $3 % 2 when 0 then '消防通道' else '垃圾' end, gen_random_uuid()::text, '示例', now() - make_interval(days => $4), 'ordinary', (array['resident', 'grid'])[1 + $3 % 2], 1, now(), 'filed', '示例', now())`,
  closed: `update event set status = 'closed', closed_at = now() - make_interval(days => $4), rating = 1 + $3 % 4 where ${one('event')} and $2 <> ''`,
  reopened: `update event set status = 'handling', closed_at = null, rating = null, is_overdue = true where ${one('event')} and $2 <> '' and $4 >= 0`,
  late: `update event set reported_at = reported_at - make_interval(days => $4) where ${one('event')} and $2 <> ''`,
  moved: `update event set area = $2 where ${one('event')} and $4 >= 0`,
  goes: `delete from person where ${one('person')} and $2 <> '' and $4 >= 0`,
}

test('whatever happens in whatever order, what was kept up is what counting everything finds', async () => {
  const { street, places } = await openTown()
  const office = { subdistrict: street.code, area: street.area }
  await countTouched(counting())
  await fc.assert(fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 25 }), async (changes: Change[]) => {
    for (const { what, place, which, day, count } of changes) {
      await city.owner.query(statements[what]!, [street.code, places[place % places.length], which, day])
      if (count) await countTouched(counting())
    }
    assert.deepEqual(await prove(counting(), office), [])
    assert.deepEqual(await kept(street.code), await counted(street.code))
    assert.deepEqual(await keptEvents(street.code), await countedEvents(street.code))
  }), { numRuns: 12 })
})

/** People of every place with all that lies in it, as kept and as plain SQL counts them. */
const kept = async (subdistrict: number) => (await city.owner.query(`select area, (counts ->> 'people')::integer as people, coalesce((counts ->> 'aged60')::integer, 0) as aged, coalesce((counts ->> 'group=12')::integer, 0) as poor from measure_cell where subdistrict = $1 and source = 'people' and counts ? 'people' order by area`, [subdistrict])).rows
const counted = async (subdistrict: number) => (await city.owner.query(`select line.area, count(*)::integer as people, (count(*) filter (where birth <= ((now() at time zone 'Asia/Shanghai')::date - interval '60 years')))::integer as aged, (count(*) filter (where '12' = any (groups)))::integer as poor
  from person cross join lateral area_line(person.area) as line (area) where subdistrict = $1 and standing = 'present' group by 1 order by 1`, [subdistrict])).rows

/** Events of every place and day, and of months. */
const keptEvents = async (subdistrict: number) => (await city.owner.query(`select source, span, first::text, area, (counts ->> case source when 'reports' then 'reported' else 'closed' end)::integer as n from measure_cell
  where subdistrict = $1 and source in ('reports', 'closings') and counts <> '{}' order by 1, 2, 3, 4`, [subdistrict])).rows
const countedEvents = async (subdistrict: number) => (await city.owner.query(`
  select source, span, case span when 'day' then day else date_trunc('month', day)::date end::text as first, line.area, count(*)::integer as n from (
    select 'reports' as source, area, (reported_at at time zone 'Asia/Shanghai')::date as day from event where subdistrict = $1
    union all select 'closings', area, (closed_at at time zone 'Asia/Shanghai')::date from event where subdistrict = $1 and status = 'closed') as happened
  cross join (values ('day'), ('month')) as span (span) cross join lateral area_line(happened.area) as line (area) group by 1, 2, 3, 4 order by 1, 2, 3, 4`, [subdistrict])).rows

test('a figure that went wrong is told by the night that counts everything, and is right in the morning; who has a birthday is older then', async () => {
  const { street, places } = await openTown()
  const office = { subdistrict: street.code, area: street.area }
  await city.owner.query(statements.comes!, [street.code, places.at(-1), 1, 0])
  await city.owner.query(`update person set birth = ((now() at time zone 'Asia/Shanghai')::date + 1) - interval '60 years' where subdistrict = $1`, [street.code])
  await countTouched(counting())
  assert.deepEqual(await prove(counting(), office), [])
  await city.owner.query(`update measure_cell set own = jsonb_set(own, '{people}', '7') where subdistrict = $1 and source = 'people' and area = $2`, [street.code, places.at(-1)])
  await city.owner.query(`update measure_cell set counts = jsonb_set(counts, '{people}', '9') where subdistrict = $1 and source = 'people' and area = $2`, [street.code, street.area])
  const told = await Promise.all([prove(counting(), office), prove(counting(), office)])
  assert.deepEqual(told.flatMap((differences) => differences ?? []), [{ source: 'people', places: 1, sums: 4 }], 'two that would count everything do not get into each other’s way')
  assert.deepEqual(await kept(street.code), await counted(street.code))
  assert.deepEqual(await prove(counting(), office), [])

  city.setClock(new Date(Date.now() + 86_400_000).toISOString())
  assert.deepEqual(await prove(counting(), office), [], 'that somebody is sixty now is no difference')
  assert.deepEqual((await kept(street.code)).map(({ aged }) => aged), [1, 1, 1, 1])
  city.setClock(undefined)
})

test('while an import goes on its figures wait for its end, and those of others do not', async () => {
  const { street, places } = await openTown()
  await countTouched(counting())
  const touched = (source: string, count: number) => city.owner.query(`insert into measure_touched (subdistrict, source, area, day) select $1, $2, $3, $4::date from generate_series(1, $5)`, [street.code, source, places.at(-1), source === 'people' ? null : dayOf(new Date()), count])
  const waiting = async () => (await city.owner.query(`select source, count(*)::integer as n from measure_touched where subdistrict = $1 group by source`, [street.code])).rows
  await city.owner.query(statements.comes!, [street.code, places.at(-1), 1, 0])
  await touched('people', 600)
  await city.owner.query(statements.reported!, [street.code, places.at(-1), 1, 0])
  await countTouched(counting())
  assert.deepEqual(await waiting(), [{ source: 'people', n: 601 }])
  assert.deepEqual([await kept(street.code), (await keptEvents(street.code)).length > 0], [[], true])
  await city.owner.query(`update measure_touched set at = at - interval '11 seconds' where subdistrict = $1`, [street.code])
  await countTouched(counting())
  assert.deepEqual([await waiting(), await kept(street.code)], [[], await counted(street.code)])
})
