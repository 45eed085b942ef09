import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { kept } from '../../kernel/db.ts'

/** Which cells: of a source, at a level, within an area; `area` itself is one of them where it is of that level. */
export interface Choice { subdistricts: readonly number[], source: string, level: string, area: string }
export interface Spans { months: { from: string, until: string } | null, days: readonly { from: string, until: string }[] }
export interface Counts { area: string, counts: Record<string, number> }

const within = (area: string) => sql`area >= ${area} and area < ${area} || U&'\\FFFF'`
/** No function takes more than a hundred arguments. */
const mostKeys = 40
const quoted = (text: string) => `'${text.replaceAll(`'`, `''`)}'`
/** A number for each key, as text: a dashboard asks for some two hundred. */
function objectOf(keys: readonly string[], valueOf: (key: string) => string): RawBuilder<unknown> {
  const parts = Array.from({ length: Math.max(1, Math.ceil(keys.length / mostKeys)) }, (_, at) => keys.slice(at * mostKeys, (at + 1) * mostKeys))
  return sql.raw(parts.map((some) => `jsonb_build_object(${some.map(quoted).map((key) => `${key}, ${valueOf(key)}`).join()})`).join(' || '))
}
const picked = (keys: readonly string[]) => objectOf(keys, (key) => `coalesce((counts ->> ${key})::integer, 0)`)
const summed = (keys: readonly string[]) => objectOf(keys, (key) => `coalesce(sum((counts ->> ${key})::integer), 0)`)
const during = ({ months, days }: Spans) => sql`(${sql.join([
  ...(months ? [sql`span = 'month' and first >= ${months.from}::date and first < ${months.until}::date`] : []),
  ...days.map(({ from, until }) => sql`span = 'day' and first >= ${from}::date and first < ${until}::date`), sql`false`], sql` or `)})`
const of = ({ subdistricts, source, level }: Choice) => sql`subdistrict = any (${subdistricts}::integer[]) and source = ${source} and level = ${level}`

/** A look at some cells, place by place: as they stand now, as they stood at the end of a day (kept from the grid upwards), or what happened in a time. */
export interface Look { choice: Choice, keys: readonly string[], at: 'now' | { day: string } | Spans }

/** Looks at the same places and the same time, whatever the source, are one. */
interface Looks extends Look { sources: string[] }

function together(looks: readonly Look[]): { groups: Looks[], groupOf: number[] } {
  const [groups, numbers] = [[] as Looks[], new Map<string, number>()]
  const groupOf = looks.map((one) => {
    const { source, ...where } = one.choice
    const name = JSON.stringify([where, one.at])
    const no = numbers.get(name) ?? groups.push({ ...one, sources: [], keys: [] }) - 1
    numbers.set(name, no)
    const { sources, keys } = groups[no]!
    groups[no] = { ...groups[no]!, sources: [...new Set([...sources, source])], keys: [...new Set([...keys, ...one.keys])] }
    return no
  })
  return { groups, groupOf }
}

function cellsOf({ choice: { subdistricts, level, area }, sources, keys, at }: Looks): RawBuilder<unknown> {
  const ofCells = sql`c.subdistrict = any (${subdistricts}::integer[]) and c.source = any (${sources}::text[]) and c.level = ${level} and c.area >= ${area} and c.area < ${area} || U&'\\FFFF'`
  const standing = sql`c.span = 'now' and c.first = '0001-01-01'`
  if (at === 'now') return sql`select c.source, c.area, ${picked(keys)} as counts from measure_cell c where ${ofCells} and ${standing}`
  // Of each place the last day it changed on: found by the index, however long it has been kept.
  if ('day' in at) return sql`select c.source, c.area, ${picked(keys)} as counts from (select c.source, c.area, p.counts from measure_cell c cross join lateral (
    select p.counts from measure_past p where p.subdistrict = c.subdistrict and p.source = c.source and p.area = c.area and p.day <= ${at.day}::date order by p.day desc limit 1) as p where ${ofCells} and ${standing}) as c`
  return sql`select c.source, c.area, ${summed(keys)} as counts from measure_cell c where ${ofCells} and ${during(at)} group by c.source, c.area`
}

/** All looks in one statement: a dashboard takes some thirty. @returns what each found, in their order. */
export async function look(ctx: Ctx, looks: readonly Look[]): Promise<Counts[][]> {
  if (looks.length === 0) return []
  const { groups, groupOf } = together(looks)
  const { rows } = await sql<Counts & { no: number, source: string }>`${sql.join(groups.map((group, no) => sql`select ${sql.lit(no)}::integer as no, source, area, counts from (${cellsOf(group)}) as cells`), sql` union all `)}`.execute(ctx.db)
  const found = Map.groupBy(rows, ({ no, source }) => `${no} ${source}`)
  return looks.map(({ choice, keys }, at) => (found.get(`${groupOf[at]} ${choice.source}`) ?? []).map(({ area, counts }) => ({ area, counts: Object.fromEntries(keys.map((key) => [key, counts[key]!])) })))
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
