import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { columns, hourOf, idsOf, timeNames, type Moments } from './measure-queries.ts'
import type { Measure, TimeMeasure } from './measure-rules.ts'
import type { Dated, Period, Spans } from './period-rules.ts'

/** Which rows of the tally: of a place (and its sub-district, 0 above one), at one level, of one slice; without `keys` all of the slice. */
export interface Choice { area: string | undefined, subdistrict: number, level: 'subdistrict' | 'community', slice: 'all' | 'unit' | 'matter' | 'source' | 'hour' | 'person', keys?: string[] | undefined }

const within = (column: RawBuilder<unknown>, area: string) => sql`${column} >= ${area} and ${column} < ${area} || U&'\\FFFF'`

const chosen = ({ area, subdistrict, level, slice, keys }: Choice, { months, days }: Spans) => sql`
  level = ${level} and slice = ${slice}
  ${subdistrict > 0 ? sql`and subdistrict = ${subdistrict}` : sql``} ${area === undefined ? sql`` : sql`and ${within(sql`area`, area)}`} ${keys ? sql`and key = any (${keys}::text[])` : sql``}
  and (${sql.join([
    ...(months ? [sql`span = 'month' and first >= ${months.from}::date and first < ${months.until}::date`] : []),
    ...days.map(({ from, until }) => sql`span = 'day' and first >= ${from}::date and first < ${until}::date`),
    sql`false`,
  ], sql` or `)})`

export type By = 'key' | 'area' | 'none'
const grouping = { key: sql`key`, area: sql`area`, none: sql`''` }

/** Sums of the chosen rows, for each key or area or as a whole. */
export async function sums(ctx: Ctx, choice: Choice, spans: Spans, by: By): Promise<Map<string, Record<Measure, number>>> {
  const { rows } = await sql<Record<Measure, number> & { by: string }>`
    select ${grouping[by]} as by, ${sql.join(columns.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::integer as ${sql.ref(name)}`))}
    from tally where ${chosen(choice, spans)} ${by === 'none' ? sql`` : sql`group by 1`}`.execute(ctx.db)
  return new Map(rows.map((row) => [row.by, row]))
}

/** Matters that were reported at least so often all over a community. */
export async function widespread(ctx: Ctx, choice: Choice, spans: Spans, { least, most }: { least: number, most: number }): Promise<{ area: string, key: string, count: number }[]> {
  return (await sql<{ area: string, key: string, count: number }>`select area, key, sum(reported)::integer as count from tally where ${chosen(choice, spans)} group by area, key having sum(reported) >= ${least} order by count desc, area, key limit ${most}`.execute(ctx.db)).rows
}

/** Only how many were reported, for each key: the cheap question behind the structure. */
export async function reportedBy(ctx: Ctx, choice: Choice, spans: Spans): Promise<{ key: string, count: number }[]> {
  return (await sql<{ key: string, count: number }>`select key, sum(reported)::integer as count from tally where ${chosen(choice, spans)} group by key having sum(reported) > 0 order by count desc, key`.execute(ctx.db)).rows
}

/** The same for each area. */
export async function reportedIn(ctx: Ctx, choice: Choice, spans: Spans): Promise<{ key: string, count: number }[]> {
  return (await sql<{ key: string, count: number }>`select area as key, sum(reported)::integer as count from tally where ${chosen(choice, spans)} group by area having sum(reported) > 0 order by count desc, area`.execute(ctx.db)).rows
}

/** How long things took, as far as `names` asks. */
export async function histograms(ctx: Ctx, choice: Choice, spans: Spans, by: By, names: readonly TimeMeasure[] = timeNames): Promise<Map<string, Partial<Record<TimeMeasure, Map<number, number>>>>> {
  const { rows } = await sql<{ by: string, measure: TimeMeasure, bucket: number, n: number }>`
    select ${grouping[by]} as by, measure, bucket, sum(n)::integer as n from (select * from tally where ${chosen(choice, spans)}) as part,
      lateral (${sql.join(names.map((name) => sql`select ${sql.lit(name)} as measure, * from unnest(${sql.ref(`${name}_times`)}, ${sql.ref(`${name}_n`)}) as pair (bucket, n)`), sql` union all `)}) as pairs group by 1, 2, 3`.execute(ctx.db)
  const found = new Map<string, Partial<Record<TimeMeasure, Map<number, number>>>>()
  for (const { by: key, measure, bucket, n } of rows) {
    const of = found.get(key) ?? {}
    found.set(key, of)
    ;(of[measure] ??= new Map()).set(bucket, n)
  }
  return found
}

export interface Of { area: string | undefined, subdistrict: number, unit: string | undefined, matters: string[] | undefined, source: string | undefined, person?: string | undefined, hour?: number | undefined }

const ofEvent = ({ area, subdistrict, unit, matters, source, hour }: Of) => sql`
  ${subdistrict > 0 ? sql`and e.subdistrict = ${subdistrict}` : sql``} ${area === undefined ? sql`` : sql`and ${within(sql`e.area`, area)}`}
  ${unit ? sql`and e.unit = ${unit}` : sql``} ${matters ? sql`and e.matter = any (${matters}::text[])` : sql``} ${source ? sql`and e.source = ${source}` : sql``}
  ${hour === undefined ? sql`` : sql`and ${hourOf(sql`e.reported_at`)} = ${hour}`}`

/** What stands now; only open events are read, of which there are never many. Overdue as the event list says it; 积存 is what was reported before this month. */
export async function present(ctx: Ctx, of: Of): Promise<{ open: number, overdue: number, suspended: number, stock: number }> {
  const { rows } = await sql<{ open: number, overdue: number, suspended: number, stock: number }>`
    select count(*)::integer as open, count(*) filter (where e.is_overdue or (e.due_at < ${ctx.now} and e.status not in ('needInfo', 'needDetail')))::integer as overdue, count(*) filter (where e.status = 'suspended')::integer as suspended,
      count(*) filter (where e.reported_at < date_trunc('month', ${ctx.now}::timestamptz, 'Asia/Shanghai'))::integer as stock
    from event e where e.status in ('reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'handling', 'needDetail', 'suspended', 'split', 'transferred', 'feedback', 'checked', 'revisited') ${ofEvent(of)}`.execute(ctx.db)
  return rows[0]!
}

export interface Behind { measure: Measure, moments: Moments, after: (string | number)[] | undefined, limit: number }

/** How often it was counted on each day, the newest first: which days a page of the list behind it is made of. */
export async function daysOf(ctx: Ctx, choice: Choice, measure: Measure, period: Period): Promise<Dated[]> {
  return (await sql<Dated>`select first as day, sum(${sql.ref(measure)})::integer as times from tally where ${chosen(choice, { months: null, days: [period] })} group by first having sum(${sql.ref(measure)}) > 0 order by first desc`.execute(ctx.db)).rows
}

export interface BehindRow { id: string, number: string, title: string, status: string, matter_name: string, area_name: string, unit_name: string | null, reported_at: Date, day: string, times: number }

/** The events behind a measure, day by day as they were counted, of a day the last reported first. */
export async function listBehind(ctx: Ctx, of: Of, { measure, moments, after, limit }: Behind) {
  return (await sql<BehindRow>`
    select e.id, e.number, e.title, e.status, e.matter_name, e.area_name, e.unit_name, e.reported_at, behind.day, behind.times from event e join (${idsOf(measure, moments, of.person)}) as behind on behind.id = e.id
    where true ${ofEvent(of)} ${after ? sql`and (behind.day, e.reported_at, e.id) < (${after[0]}::date, ${after[1]}::timestamptz, ${after[2]}::uuid)` : sql``}
    order by behind.day desc, e.reported_at desc, e.id desc limit ${limit}`.execute(ctx.db)).rows
}

/** Places are buildings where they are known, else squares of about 50 m (0.0005°) within an area. Duplicates count: they are what comes back. */
export async function recurring(ctx: Ctx, of: Of, { from, until }: { from: Date, until: Date }, { least, most }: { least: number, most: number }) {
  return (await sql<{ area: string, area_name: string, place: string, spot: string, matter: string, matter_name: string, count: number, last_at: Date, events: string[], total: number, places: number }>`
    with one as materialized (
      select e.id, e.area, e.matter, e.spot, e.reported_at from event e
      where e.status not in ('draft', 'cancelled') and e.part_of is null and e.reported_at >= ${from} and e.reported_at < ${until} ${ofEvent(of)}
    ), spot as materialized (select matter, spot, count(*)::integer as count, max(reported_at) as last_at from one group by matter, spot),
    often as (select *, count(*) over ()::integer as total, (select count(*)::integer from spot) as places from spot where count >= ${least} order by count desc, last_at desc limit ${most}),
    named as (select matter, spot, min(one.area) as area, array_agg(one.id order by one.reported_at desc) as ids from often join one using (matter, spot) group by matter, spot)
    select often.*, named.area, named.ids[:20] as events, newest.area_name, newest.place, newest.matter_name
    from often join named using (matter, spot) join event newest on newest.id = named.ids[1] order by often.count desc, often.last_at desc`.execute(ctx.db)).rows
}

/** Whatever counts for the recurring place of one event, the last reported first. */
export async function listLike(ctx: Ctx, of: Of, { from, until }: { from: Date, until: Date }, { like, after, limit }: { like: string, after: (string | number)[] | undefined, limit: number }) {
  return (await sql<BehindRow>`
    select e.id, e.number, e.title, e.status, e.matter_name, e.area_name, e.unit_name, e.reported_at, (e.reported_at at time zone 'Asia/Shanghai')::date::text as day, 1 as times
    from event as one join event e on e.subdistrict = one.subdistrict and e.matter = one.matter and e.spot = one.spot
    where one.id = ${like} and e.status not in ('draft', 'cancelled') and e.part_of is null and e.reported_at >= ${from} and e.reported_at < ${until} ${ofEvent(of)}
      ${after ? sql`and (e.reported_at, e.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by e.reported_at desc, e.id desc limit ${limit}`.execute(ctx.db)).rows
}

export const listMatters = (ctx: Ctx) => ctx.db.selectFrom('matter').select(['code', 'name', 'parent']).orderBy('valid_from').execute()
export const unitNames = async (ctx: Ctx, ids: string[]) => new Map(ids.length === 0 ? [] : (await ctx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()).map(({ id, name }) => [id, name]))
export const areaNames = async (ctx: Ctx, paths: string[]) => new Map(paths.length === 0 ? [] : (await ctx.db.selectFrom('area').select(['path', 'name']).where('path', 'in', paths).execute()).map(({ path, name }) => [path, name]))
/** The first day on which anything was counted. */
export const countedSince = async (ctx: Ctx, subdistrict: number): Promise<string | null> =>
  (await ctx.db.selectFrom('tally').select(({ fn }) => fn.min('first').as('since')).where('level', '=', 'subdistrict').where('slice', '=', 'all').where('span', '=', 'day').$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).executeTakeFirst())?.since ?? null
export const countedUntil = async (ctx: Ctx, subdistrict: number): Promise<Date | null> =>
  (await ctx.db.selectFrom('tally_mark').select(({ fn }) => fn.min('until').as('until')).$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).executeTakeFirst())?.until ?? null
