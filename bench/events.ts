import type pg from 'pg'
import { withoutIndexes } from '../apps/server/demo/bulk.ts'
import { stories } from '../apps/server/demo/event/story/index.ts'
import type { City } from '../apps/server/test/city.ts'
import type { Person, Subdistrict, Unit } from '../apps/server/test/city-people.ts'
import { bornSql, eventSql, stageSql } from './events-sql.ts'

/** A sub-district full of events, and people who look at them. One person's requests are limited by the minute, so there are several of each. */
export interface Town { street: Subdistrict, units: Unit[], events: number, who: Record<'acceptor' | 'secretary' | 'handler' | 'resident' | 'leader', Person[]> }

/** `buildings`: how many in each grid something happens in. */
export interface Volume { events: number, days: number, buildings?: number }

/** A year of a sub-district of 110,000 people (domain §7.5), and a million events: what such a one holds after a generation, here within three years. */
export const aYear: Volume = { events: 30_000, days: 365 }
export const aMillion: Volume = { events: Number(process.env.LINLI_BENCH_EVENTS ?? 1_000_000), days: 1095 }

const people = 24

/**
 * Founds a sub-district of 17 communities, unless one is given, and fills it as the demo's story tells it: which matters in which words, who reports, where, how it goes on (domain §7.5).
 * By statements on whole sets, without secondary indexes, the same at every run. The journal stays empty: no list and no figure is read from it.
 */
export async function fill(city: City, { events, days, buildings = 120 }: Volume, founded?: Subdistrict): Promise<Town> {
  const { owner } = city
  const street = founded ?? await city.subdistrict()
  const units = await Promise.all(Array.from({ length: 18 }, (_, no) => street.unit(`单位${no + 1}`)))
  const crowd = (make: (at: number) => Promise<Person>) => Promise.all(Array.from({ length: people }, (_, at) => make(at)))
  const who = {
    acceptor: await crowd(() => street.staff('受理员', 'acceptor')), secretary: await crowd(() => street.staff('社区书记', 'secretary', street.communities[0]!.area)),
    handler: await crowd(() => street.handler('经办人', units[0]!)), resident: await crowd((at) => street.resident('李例二', `139${String(street.code % 10_000).padStart(4, '0')}${String(at).padStart(4, '0')}`)), leader: await crowd(() => street.staff('街道领导', 'leader')),
  }
  await settle(owner, street)
  await owner.query('select setseed(0.5)')
  await tell(owner)
  await owner.query(bornSql, [street.code, street.area, events, days, units.map(({ id }) => id), who.resident.map(({ id }) => id), sums, buildings])
  await owner.query(`set maintenance_work_mem = '512MB'; set max_parallel_maintenance_workers = 2`)
  await withoutIndexes(owner, ['event', 'event_stage'], async () => {
    await owner.query(eventSql)
    await owner.query(stageSql)
  })
  await owner.query(`insert into event_assist (subdistrict, event, unit, area, unit_name, asked_at, due_at, done_at)
    select subdistrict, id, assists[1], area, '协办单位', stage_since, stage_since + interval '2 days', case when assists_open = '{}' then stage_since + interval '1 day' end from event where subdistrict = $1 and assists <> '{}'`, [street.code])
  await owner.query(`insert into event_request (subdistrict, event, no, area, kind, asked_by, asked_name, asked_at, reason, amount, decided_name, decided_at, is_approved)
    select subdistrict, id, 1, area, 'extension', unit, '经办人', stage_since, '等配件', 1, '派遣员', stage_since, true from event where subdistrict = $1 and extensions > 0 and unit is not null`, [street.code])
  // What a server does by itself after a load (autovacuum) is not waited for. The cluster of a test has none.
  await owner.query('drop table born')
  await owner.query('vacuum analyze event, event_stage, event_assist, event_request')
  return { street, units, events, who }
}

/** The communities that a story's sub-district does not have, each also a unit. */
const settle = (owner: pg.Client, { code, area }: Subdistrict) => owner.query(`
  with more as (insert into area (path, name, kind, lng, lat, shape, west, south, east, north)
    select $2 || lpad(no::text, 3, '0') || '/', '第' || no || '社区', 'community', 120, 30, '{}', 120, 30, 120, 30 from generate_series(4, 17) as no on conflict (path) do update set kind = excluded.kind returning path, name)
  insert into unit (id, subdistrict, area, name, kind) select gen_random_uuid(), $1, path, name, 'community' from more`, [code, area])

/** Stories by their weight: a random number finds its place among the sums. */
const sums = stories.map((_, at) => stories.slice(0, at + 1).reduce((sum, { weight }) => sum + weight, 0) / stories.reduce((sum, { weight }) => sum + weight, 0)).slice(0, -1)

async function tell(owner: pg.Client): Promise<void> {
  await owner.query('create temporary table if not exists told (no integer, code text, titles text[], texts text[])')
  await owner.query('truncate told')
  await owner.query('insert into told select no, code, titles, texts from jsonb_to_recordset($1) as story (no integer, code text, titles text[], texts text[])',
    [JSON.stringify(stories.map(({ code, titles, texts }, no) => ({ no, code, titles, texts })))])
}
