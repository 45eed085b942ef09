import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../../kernel/db.ts'

type Sql = RawBuilder<unknown>
/** A source as SQL: `keys` of a row, and when it happened if it is counted by days. */
export interface Counted { name: string, from: Sql, where: Sql, keys: Sql, at: Sql | undefined }
export interface Place { area: string, day: string | null }
/** Where to count: some places, all that lies in a place, or, of what is counted by days, in a time. */
export type Where = { places: readonly Place[] } | { from: string, until: string } | { under: string }

/** What stands now is kept under this day. */
const always = '0001-01-01'
const dayOf = (at: Sql) => sql`(${at} at time zone 'Asia/Shanghai')::date`
const midnight = (day: Sql) => sql`(${day}::timestamp at time zone 'Asia/Shanghai')`

const below = (column: Sql, area: string) => sql`${column} >= ${area} and ${column} < ${area} || U&'\\FFFF'`
const chosen = (where: Where) => (!('places' in where) ? sql`with` : sql`with places as (select distinct area, coalesce(day, ${always}::date) as first from unnest(${where.places.map(({ area }) => area)}::text[], ${where.places.map(({ day }) => day)}::date[]) as place (area, day)),`)

/** Counted anew from the table: area, first, key, n. */
function fresh({ from, where, keys, at }: Counted, subdistrict: number, places: Where): Sql {
  const first = at ? dayOf(at) : sql`${always}::date`
  const within = 'under' in places ? below(sql`r.area`, places.under)
    : 'from' in places ? sql`${at ?? sql`now()`} >= ${midnight(sql`${places.from}::date`)} and ${at ?? sql`now()`} < ${midnight(sql`${places.until}::date`)}`
      : at ? sql`r.area = p.area and ${at} >= ${midnight(sql`p.first`)} and ${at} < ${midnight(sql`(p.first + 1)`)}` : sql`r.area = p.area`
  const tables = 'places' in places ? sql`places p, ${from}` : from
  return sql`select r.area, ${first} as first, counting.key, count(*)::integer as n from ${tables} cross join lateral unnest(${keys}) as counting (key) where r.subdistrict = ${subdistrict} and ${where} and ${within} group by 1, 2, 3`
}

/** As it was counted before: the same. */
function stale({ name, at }: Counted, subdistrict: number, places: Where): Sql {
  const within = 'under' in places ? below(sql`c.area`, places.under) : 'from' in places ? sql`c.first >= ${places.from}::date and c.first < ${places.until}::date` : sql`(c.area, c.first) in (select area, first from places)`
  return sql`select c.area, c.first, pair.key, pair.value::integer as n from measure_cell c cross join lateral jsonb_each_text(c.own) as pair
    where c.subdistrict = ${subdistrict} and c.source = ${name} and c.span = ${at ? 'day' : 'now'} and ${within} and c.own <> '{}'`
}

/** What is touched again meanwhile is left: it is counted when its turn comes, and a place half-way is no difference. */
const difference = (source: Counted, subdistrict: number, places: Where) => sql`
  difference as (select area, first, key, sum(n)::integer as n from (${fresh(source, subdistrict, places)} union all select area, first, key, -n from (${stale(source, subdistrict, places)}) as before) as both_counts
    where not exists (select from measure_touched t where t.subdistrict = ${subdistrict} and t.source = ${source.name} and t.area = both_counts.area and (t.day is null or t.day = first)) group by area, first, key having sum(n) <> 0)`

/**
 * Counts places anew and carries what became otherwise to everything they lie in, and to the month of a day. @returns the places with what stands there now,
 * those whose own count was otherwise marked.
 */
export async function settle(db: Db, source: Counted, subdistrict: number, places: Where): Promise<{ area: string, level: string, span: string, isOwn: boolean }[]> {
  const spans = source.at ? sql`select area, 'day' as span, first, key, n from difference union all select area, 'month', date_trunc('month', first)::date, key, sum(n)::integer from difference group by 1, 3, 4` : sql`select area, 'now' as span, first, key, n from difference`
  return (await sql<{ area: string, level: string, span: string, isOwn: boolean }>`${chosen(places)} ${difference(source, subdistrict, places)},
    lines as materialized (select place.area as from_area, line.area from (select distinct area from difference) as place cross join lateral area_line(place.area) as line (area)),
    spanned as (${spans}),
    spread as (select lines.area, span, first, key, sum(n)::integer as n, coalesce(sum(n) filter (where lines.area = spanned.area), 0)::integer as own from spanned join lines on lines.from_area = spanned.area group by 1, 2, 3, 4),
    packed as (select area, span, first, coalesce(jsonb_object_agg(key, n) filter (where n <> 0), '{}') as counts, coalesce(jsonb_object_agg(key, own) filter (where own <> 0), '{}') as own from spread group by 1, 2, 3)
    insert into measure_cell as cell (subdistrict, source, span, level, first, area, own, counts)
    select ${subdistrict}, ${source.name}, span, area_level(area), first, area, own, counts from packed
    on conflict (subdistrict, source, span, level, first, area) do update set own = counts_sum(cell.own, excluded.own), counts = counts_sum(cell.counts, excluded.counts)
    returning area, level, span, area in (select area from difference) as "isOwn"`.execute(db)).rows
}

/** Takes what was touched in a sub-district, by source; at most so many places. Of what an import still touches only who counts the whole takes any. */
export async function takeTouched(db: Db, subdistrict: number, { most, isWhole = false }: { most: number, isWhole?: boolean }): Promise<{ source: string, area: string, day: string | null }[]> {
  return (await sql<{ source: string, area: string, day: string | null }>`select source, area, day::text as day from measure_take(${subdistrict}, ${most}, ${isWhole})`.execute(db)).rows
}

export const hasTouched = async (db: Db): Promise<number[]> => (await sql<{ subdistrict: number }>`select distinct subdistrict from measure_touched`.execute(db)).rows.map(({ subdistrict }) => subdistrict)

/** What stands now is what stood at the end of the day, unless it changes again before. */
export const keepPast = (db: Db, { subdistrict, source, day, areas }: { subdistrict: number, source: string, day: string, areas: readonly string[] }) => sql`
  insert into measure_past (subdistrict, source, level, area, day, counts) select subdistrict, source, level, area, ${day}::date, counts from measure_cell
  where subdistrict = ${subdistrict} and source = ${source} and span = 'now' and level <> 'building' and area = any (${areas}::text[])
  on conflict (subdistrict, source, area, day) do update set counts = excluded.counts`.execute(db)

/** Sums that are not those of what lies in them, made right. @returns how many were not. */
export async function mendSums(db: Db, subdistrict: number, source: string): Promise<number> {
  const { numAffectedRows } = await sql`
    with right_sums as (select area, span, first, coalesce(jsonb_object_agg(key, n) filter (where n <> 0), '{}') as counts from (
      select line.area, span, first, key, sum(value::integer) as n from measure_cell cross join lateral area_line(measure_cell.area) as line (area) cross join lateral jsonb_each_text(own)
      where subdistrict = ${subdistrict} and source = ${source} group by 1, 2, 3, 4) as sums group by 1, 2, 3)
    update measure_cell cell set counts = coalesce(right_sums.counts, '{}') from measure_cell same left join right_sums using (area, span, first)
    where same.subdistrict = ${subdistrict} and same.source = ${source} and cell.subdistrict = same.subdistrict and cell.source = same.source and cell.span = same.span and cell.level = same.level and cell.first = same.first and cell.area = same.area
      and cell.counts <> coalesce(right_sums.counts, '{}')`.execute(db)
  return Number(numAffectedRows ?? 0)
}

/** From the first day on which something of a source happened until the last. */
export async function daysOf(db: Db, { from, where, at }: Counted, subdistrict: number): Promise<{ from: string, until: string } | undefined> {
  const { rows: [row] } = await sql<{ from: string | null, until: string | null }>`select min(${dayOf(at!)})::text as from, (max(${dayOf(at!)}) + 1)::text as until from ${from} where r.subdistrict = ${subdistrict} and ${where}`.execute(db)
  return row?.from && row.until ? { from: row.from, until: row.until } : undefined
}

/** The sub-district's mark, made if it has none, held until the transaction ends: one counts after another. */
export async function holdMark(db: Db, subdistrict: number, area: string): Promise<{ day: string | null, counted_at: Date | null }> {
  await sql`insert into measure_mark (subdistrict, area) values (${subdistrict}, ${area}) on conflict do nothing`.execute(db)
  return (await sql<{ day: string | null, counted_at: Date | null }>`select day::text as day, counted_at from measure_mark where subdistrict = ${subdistrict} for update`.execute(db)).rows[0]!
}

/** So long at most from one part of a whole to the next: many times what a statement may take. */
const hold = sql<Date>`clock_timestamp() + interval '2 minutes'`

/** Of several that would count the whole, one does. @returns whether it is the caller. */
export async function takeWhole(db: Db, subdistrict: number, area: string): Promise<boolean> {
  await holdMark(db, subdistrict, area)
  const { numUpdatedRows } = await db.updateTable('measure_mark').set({ held_until: hold }).where('subdistrict', '=', subdistrict).where(sql<boolean>`coalesce(held_until < clock_timestamp(), true)`).executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Leaves it to others again. */
export const leaveWhole = (db: Db, subdistrict: number) => db.updateTable('measure_mark').set({ held_until: null }).where('subdistrict', '=', subdistrict).execute()

/** What a month comes to is sorted in memory, for the rest of the transaction. */
export const takeRoom = (db: Db) => sql.raw(`set local work_mem = '64MB'`).execute(db)

export const keepWhole = (db: Db, subdistrict: number) => db.updateTable('measure_mark').set({ held_until: hold }).where('subdistrict', '=', subdistrict).execute()

export const setMark = (db: Db, subdistrict: number, mark: { day?: string, counted_at?: Date, proved_at?: Date, looked?: number, differences?: string }) => db.updateTable('measure_mark').set({ ...mark, turn: sql`turn + 1` }).where('subdistrict', '=', subdistrict).execute()

export const listMarks = (db: Db) => db.selectFrom('measure_mark').select(['area', 'day']).execute()

export const listCommunities = async (db: Db, area: string): Promise<string[]> => (await db.selectFrom('area').select('path').where('kind', '=', 'community').where(sql<boolean>`path ^@ ${area}`).orderBy('path').execute()).map(({ path }) => path)

export const listSubdistricts = async (db: Db): Promise<string[]> => (await db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').orderBy('path').execute()).map(({ path }) => path)
