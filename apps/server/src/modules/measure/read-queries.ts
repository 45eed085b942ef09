import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { kept } from '../../kernel/db.ts'

/** Which cells: of a source, at a level, within an area; `area` itself is one of them where it is of that level. */
export interface Choice { subdistricts: readonly number[], source: string, level: string, area: string }
export interface Spans { months: { from: string, until: string } | null, days: readonly { from: string, until: string }[] }
export interface Counts { area: string, counts: Record<string, number> }

const within = (area: string) => sql`area >= ${area} and area < ${area} || U&'\\FFFF'`
const picked = (keys: readonly string[]) => sql`jsonb_build_object(${sql.join(keys.flatMap((key) => [sql.lit(key), sql`coalesce((counts ->> ${sql.lit(key)})::integer, 0)`]))})`
const summed = (keys: readonly string[]) => sql`jsonb_build_object(${sql.join(keys.flatMap((key) => [sql.lit(key), sql`coalesce(sum((counts ->> ${sql.lit(key)})::integer), 0)`]))})`
const during = ({ months, days }: Spans) => sql`(${sql.join([
  ...(months ? [sql`span = 'month' and first >= ${months.from}::date and first < ${months.until}::date`] : []),
  ...days.map(({ from, until }) => sql`span = 'day' and first >= ${from}::date and first < ${until}::date`), sql`false`], sql` or `)})`
const of = ({ subdistricts, source, level }: Choice) => sql`subdistrict = any (${subdistricts}::integer[]) and source = ${source} and level = ${level}`

/** What is looked for of a source: as it stands now, as it stood at the end of a day (kept from the grid upwards), or what happened in a time. */
export interface Look { source: string, keys: readonly string[], at: 'now' | { day: string } | Spans }
/** Where: in the places of a level, one by one or all of them together. */
export interface Places extends Omit<Choice, 'source'> { isTogether: boolean }

interface Range { no: number, source: string, keys: string, span: string, from: string, until: string }

/** The days of cells that a look is made of; what stands now is kept under the first of all days. */
function rangesOf({ source, keys, at }: Look, no: number): Range[] {
  const range = (span: string, { from, until }: { from: string, until: string }): Range => ({ no, source, keys: JSON.stringify(keys), span, from, until })
  if (at === 'now') return [range('now', { from: '0001-01-01', until: '0001-01-02' })]
  if ('day' in at) return [range('past', { from: at.day, until: at.day })]
  return [...at.months ? [range('month', at.months)] : [], ...at.days.map((days) => range('day', days))]
}

/** All looks in one statement, in the same words whatever is looked for, so that it is planned once: a dashboard takes some thirty. @returns what each found, in their order. */
export async function look(ctx: Ctx, { subdistricts, level, area, isTogether }: Places, looks: readonly Look[]): Promise<Counts[][]> {
  const ranges = looks.flatMap(rangesOf)
  const all = <K extends keyof Range>(name: K) => ranges.map((range) => range[name])
  const cellsOf = (span: RawBuilder<unknown>) => sql`c.subdistrict = any (${subdistricts}::integer[]) and c.source = looks.source and c.span = ${span} and c.level = ${level} and c.area >= ${area} and c.area < ${area} || U&'\\FFFF'`
  // OFFSET 0: each look by itself finds its few cells by the index. Joined, all cells of these places would be read.
  const { rows } = await sql<Counts & { no: number }>`
    with looks as materialized (select * from unnest(${all('no')}::integer[], ${all('source')}::text[], ${all('keys')}::jsonb[], ${all('span')}::text[], ${all('from')}::date[], ${all('until')}::date[]) as look (no, source, keys, span, first, until)),
    cells as (
      select no, keys, c.area, c.counts from looks cross join lateral (select area, counts from measure_cell c where ${cellsOf(sql`looks.span`)} and first >= looks.first and first < looks.until offset 0) as c
      union all
      select no, keys, c.area, p.counts from looks cross join lateral (select subdistrict, area from measure_cell c where looks.span = 'past' and ${cellsOf(sql`'now'`)} and first = '0001-01-01' offset 0) as c cross join lateral (
        select counts from measure_past p where p.subdistrict = c.subdistrict and p.source = looks.source and p.area = c.area and p.day <= looks.first order by p.day desc limit 1) as p)
    select no, area, jsonb_object_agg(key, n) as counts from (
      select no, case when ${isTogether} then ${area} else area end as area, key, coalesce(sum((counts ->> key)::integer), 0) as n from cells cross join lateral jsonb_array_elements_text(keys) as key group by 1, 2, 3) as sums
    group by no, area ${kept}`.execute(ctx.db)
  const found = Map.groupBy(rows, ({ no }) => no)
  return looks.map((_, no) => found.get(no) ?? [])
}

/** Every key that begins so of every place of a level, in a time or as it stands now. */
export const keysIn = async (ctx: Ctx, choice: Choice, spans: Spans | null, prefix: string): Promise<{ area: string, key: string, n: number }[]> => (await sql<{ area: string, key: string, n: number }>`
  select area, pair.key, sum(pair.value::integer)::integer as n from measure_cell cross join lateral jsonb_each_text(counts) as pair
  where ${of(choice)} and ${within(choice.area)} and starts_with(pair.key, ${prefix}) and ${spans ? during(spans) : sql`span = 'now'`} group by area, pair.key limit 60000`.execute(ctx.db)).rows

/** Every key that something stands or stood under, of all places of a level together; for the values of a dimension. */
export const keysAt = async (ctx: Ctx, choice: Choice, spans: Spans | null, prefix: string): Promise<{ key: string, n: number }[]> => (await sql<{ key: string, n: number }>`
  select pair.key, sum(pair.value::integer)::integer as n from measure_cell cross join lateral jsonb_each_text(counts) as pair
  where ${of(choice)} and ${within(choice.area)} and starts_with(pair.key, ${prefix}) and ${spans ? during(spans) : sql`span = 'now'`}
  group by pair.key order by n desc, pair.key limit 1000`.execute(ctx.db)).rows

export interface OfDay { day: string, counts: Record<string, number> }

/** What happened day by day, in all places of a level together. */
export const dailyFlow = async (ctx: Ctx, choice: Choice, keys: readonly string[], { from, until }: { from: string, until: string }): Promise<OfDay[]> => (await sql<OfDay>`
  select first::text as day, ${summed(keys)} as counts from measure_cell where ${of(choice)} and span = 'day' and ${within(choice.area)} and first >= ${from}::date and first < ${until}::date group by first order by first`.execute(ctx.db)).rows

/** What stood in one place at the end of each day on which it changed, the one before the first of them too. */
export const dailyPast = async (ctx: Ctx, choice: Choice, keys: readonly string[], { from, until }: { from: string, until: string }): Promise<OfDay[]> => (await sql<OfDay>`
  select day::text as day, ${picked(keys)} as counts from measure_past where ${of(choice)} and area = ${choice.area} and day < ${until}::date
    and day >= coalesce((select max(day) from measure_past where ${of(choice)} and area = ${choice.area} and day <= ${from}::date), ${from}::date) order by day`.execute(ctx.db)).rows

/** The first day that anything happened on which is counted; nothing where nothing ever did. */
export const firstDay = async (ctx: Ctx, { subdistricts, source, area }: Omit<Choice, 'level'>): Promise<string | null> => (await sql<{ day: string | null }>`
  select min(first)::text as day from measure_cell where subdistrict = any (${subdistricts}::integer[]) and source = ${source} and span = 'day' and ${within(area)}`.execute(ctx.db)).rows[0]!.day

export const marks = (ctx: Ctx, area: string) => ctx.db.selectFrom('measure_mark').selectAll().where(sql<boolean>`(starts_with(area, ${area}) or starts_with(${area}, area))`).orderBy('area').limit(50).execute()

/** Which count of these sub-districts is told: as long as it is the same, so are all figures. */
export const turnOf = async (ctx: Ctx, subdistricts: readonly number[]): Promise<string> => (await sql<{ turn: string | null }>`select string_agg(subdistrict || ' ' || turn || ' ' || coalesce(counted_at, '-infinity'), ', ' order by subdistrict) as turn from measure_mark where subdistrict = any (${subdistricts}::integer[]) ${kept}`.execute(ctx.db)).rows[0]!.turn ?? ''
