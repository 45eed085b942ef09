import type pg from 'pg'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person, Subdistrict } from '../apps/server/test/city-people.ts'
import { refresh } from '../apps/server/src/modules/insight/index.ts'
import { median, type Result } from './measure.ts'

/** Events of one sub-district in a year, and of how many sub-districts. LINLI_BENCH_SUBDISTRICTS=1,33 goes up to a million, which takes long to fill and to count. */
const perYear = 30_000
const sizes = (process.env.LINLI_BENCH_SUBDISTRICTS ?? '1').split(',').map(Number)
const year = { from: '2025-01-01', until: '2026-01-01' }

/** The statistics screen of a year through the front door (HTTP in memory), against the same counts read from the events themselves. */
export default async function insight(): Promise<Result[]> {
  const city = await openCity()
  const results: Result[] = []
  try {
    city.setClock('2026-01-15T10:00:00+08:00')
    await city.owner.query(`set session_replication_role = replica; drop index event_by_grams`)
    const streets: Subdistrict[] = []
    for (const size of sizes) {
      while (streets.length < size) streets.push(await fill(city, streets.length))
      await city.owner.query('analyze event; analyze event_stage')
      const began = performance.now()
      const days = await refresh({ database: city.server.around.database, now: city.server.around.clock() })
      console.log(`counted ${days} days of ${size * perYear} events in ${((performance.now() - began) / 1000).toFixed(1)} s`)
      await city.owner.query('analyze tally')
      results.push(...await measure(city, streets))
    }
    return results
  } finally {
    await city.close()
  }
}

async function measure(city: City, streets: Subdistrict[]): Promise<Result[]> {
  const what = `${(streets.length * perYear).toLocaleString('en')} events`
  const [street] = streets
  const leaders = await Promise.all(Array.from({ length: 4 }, () => street!.staff('街道领导', 'leader')))
  const above = await Promise.all(Array.from({ length: 4 }, () => street!.staff('区领导', 'leader', '/33/99/01/')))
  const ask = (people: Person[], endpoint: 'figures' | 'structure', area?: string) => (at: number) => people[at % people.length]!.call('insight', endpoint, { ...year, area })
  return [
    { what: `figures of a year, one sub-district, ${what}`, unit: 'ms', ours: await median(60, ask(leaders, 'figures')), baseline: await median(5, () => raw(city.owner, street!.area, street!.code)), note: 'baseline: from events, only three of the figures' },
    { what: `structure of a year, one sub-district, ${what}`, unit: 'ms', ours: await median(60, ask(leaders, 'structure')), baseline: await median(5, () => raw(city.owner, street!.area, street!.code)) },
    { what: `figures of a year, the level above, ${what}`, unit: 'ms', ours: await median(40, ask(above, 'figures')), baseline: await median(2, () => raw(city.owner, '/33/99/01/')) },
  ]
}

/** What a request would have to read without the tally: how many were reported and closed, and the median of handling. */
async function raw(client: pg.Client, area: string, code?: number): Promise<void> {
  const within = `area >= $1 and area < $1 || U&'\\FFFF' ${code ? `and subdistrict = ${code}` : ''}`
  await client.query(`select count(*), count(*) filter (where status = 'closed'), count(*) filter (where is_overdue) from event where reported_at >= '2025-01-01 00:00+08' and reported_at < '2026-01-01 00:00+08' and ${within}`, [area])
  await client.query(`select percentile_disc(0.5) within group (order by used_minutes) from event_stage where status = 'handling' and until >= '2025-01-01 00:00+08' and until < '2026-01-01 00:00+08' and ${within}`, [area])
}

/** A year of a sub-district: nine of ten are closed, each after six stays. */
async function fill(city: City, at: number): Promise<Subdistrict> {
  const street = await city.subdistrict()
  const units = await Promise.all(Array.from({ length: 8 }, (_, no) => street.unit(`单位${no}`)))
  const ids = units.map(({ id }) => id)
  await city.owner.query(`
    insert into event (subdistrict, id, area, number, title, description, status, severity, source, matter, matter_name, area_name, place, unit, unit_name, handle_limit_amount, handle_limit_unit, last_step, last_by,
      rating, rating_solved, close_kind, closed_at, reported_at, stage_no, stage_since, is_overdue, changed_at)
    select $1, lpad(to_hex($2::bigint * 100000 + n), 32, '0')::uuid, $3 || lpad((n % 17 + 1)::text, 3, '0') || '/001/', n::text, '', '', case when n % 10 = 0 then 'handling' else 'closed' end, 'ordinary', (array['grid', 'resident', 'hotline', 'steward'])[n % 4 + 1],
      (array(select code from matter where is_leaf order by code limit 100))[n * 7 % 100 + 1], '', '', '', ($4::uuid[])[n % 8 + 1], '', 4, 'workingHour', 'close', '',
      case when n % 3 = 0 then 4 end, n % 3 = 0, case when n % 10 <> 0 then 'normal' end, case when n % 10 <> 0 then moment + interval '2 days' end, moment, 6, moment + interval '2 days', n % 40 = 0, moment + interval '2 days'
    from generate_series(1, $5::integer) as n, lateral (select timestamptz '2025-01-01 00:00+08' + n * interval '17.5 minutes' as moment) as m`, [street.code, at + 1, street.area, ids, perYear])
  await city.owner.query(`
    insert into event_stage (subdistrict, event, no, area, status, since, until, due_at, used_minutes, paused_minutes, overdue_minutes)
    select subdistrict, id, no, area, (array['reported', 'accepted', 'filed', 'dispatched', 'handling', 'closed'])[no], reported_at + no * interval '7 hours', reported_at + (no + 1) * interval '7 hours',
      case when no = 5 then reported_at + interval '40 hours' end, (('x' || right(id::text, 4))::bit(16)::integer * no) % 900, 0, 0
    from event, generate_series(1, 6) as no where subdistrict = $1 and (no < 6 or status = 'closed')`, [street.code])
  return street
}
