import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { baseNames, columns, sharesOf, timeNames, timeSharesOf, type Moments } from './measure-queries.ts'

// Filling of the tally; everything runs as the server, of one sub-district.

export const listSubdistricts = (db: Db) => db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').orderBy('path').execute()

/** Holds the mark until the transaction ends, so that two servers do not count at once. */
export async function holdMark(db: Db, subdistrict: number, area: string): Promise<Date | null> {
  await db.insertInto('tally_mark').values({ subdistrict, area, until: null }).onConflict((conflict) => conflict.doNothing()).execute()
  return (await db.selectFrom('tally_mark').select('until').where('subdistrict', '=', subdistrict).forUpdate().executeTakeFirstOrThrow()).until
}

export const moveMark = (db: Db, subdistrict: number, until: Date | null) => db.updateTable('tally_mark').set({ until }).where('subdistrict', '=', subdistrict).execute()

/** Every day that may hold something: from the first report, or what was counted before, to the last limit. */
export async function everyDay(db: Db, subdistrict: number, now: Date): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    select generate_series(min(day), max(day), interval '1 day')::date as day from (
      (select (reported_at at time zone 'Asia/Shanghai')::date from event where subdistrict = ${subdistrict} order by reported_at limit 1)
      union all (select (due_at at time zone 'Asia/Shanghai')::date from event_stage where subdistrict = ${subdistrict} and status = 'handling' and due_at is not null order by due_at desc limit 1)
      union all select (${now}::timestamptz at time zone 'Asia/Shanghai')::date
      union all select min(first) from tally where subdistrict = ${subdistrict} and span = 'day' union all select max(first) from tally where subdistrict = ${subdistrict} and span = 'day') as ends (day)
    order by day`.execute(db)
  return rows.map(({ day }) => day)
}

/**
 * Days on which anything of the events changed since counts: when they were reported, closed, when stays began and limits end, when applications
 * were decided. A limit that was moved had ended on some day before.
 */
export async function changedDays(db: Db, subdistrict: number, since: Date): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    with changed as (select subdistrict, id, reported_at, closed_at, extensions from event where subdistrict = ${subdistrict} and status <> 'draft' and changed_at >= ${since}),
    stay as (select s.since, s.due_at, s.status, c.extensions from event_stage s join changed c on c.subdistrict = s.subdistrict and c.id = s.event)
    select distinct (moment at time zone 'Asia/Shanghai')::date as day from (
      select reported_at as moment from changed union all select closed_at from changed
      union all select since from stay union all select due_at from stay where status = 'handling'
      union all select generate_series(since, due_at, interval '1 day') from stay where status = 'handling' and extensions > 0
      union all select decided_at from event_request r join changed c on c.subdistrict = r.subdistrict and c.id = r.event) as moments
    where moment is not null order by day`.execute(db)
  return rows.map(({ day }) => day)
}

const slices = sql`(values ('all', ''), ('unit', unit), ('matter', matter), ('source', source), ('hour', hour), ('person', person)) as slices (slice, key)`
const levels = sql`(values ('subdistrict', street), ('community', community)) as levels (level, place)`
const names = sql.join(columns.map((name) => sql.ref(name)))
const sums = sql.join(columns.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::integer as ${sql.ref(name)}`))
const timeColumns = sql.join(timeNames.flatMap((name) => [sql.ref(`${name}_times`), sql.ref(`${name}_n`)]))
/** Buckets and how many stand in each, side by side. */
const histograms = sql.join(timeNames.map((name) => sql`array_agg(bucket order by bucket) filter (where measure = ${sql.lit(name)}), array_agg(n order by bucket) filter (where measure = ${sql.lit(name)})`))
const bucketsOf = sql.join(timeNames.map((name) => sql`select ${sql.lit(name)} as measure, * from unnest(${sql.ref(`${name}_times`)}, ${sql.ref(`${name}_n`)}) as pair (bucket, n)`), sql` union all `)

/** Forgets days of one month, and the month. */
export const forget = (db: Db, subdistrict: number, days: string[]) => sql`select tally_forget(${subdistrict}, ${days}::date[])`.execute(db)

/** Counts what is there on days that were forgotten. */
export async function count(db: Db, moments: Moments, days: string[]): Promise<void> {
  const { subdistrict } = moments
  const cell = sql`day, level, place, slice, key`
  const spread = sql`lateral ${slices}, lateral ${levels} where key is not null and day = any (${days}::date[])`
  await sql`insert into tally (subdistrict, span, first, level, area, slice, key, ${names}, ${timeColumns})
    with share as (${sql.join(baseNames.map((base) => sharesOf(base, moments)), sql` union all `)}),
    alike as (select day, street, community, unit, matter, source, hour, person, ${sums} from share where day = any (${days}::date[]) group by day, street, community, unit, matter, source, hour, person),
    counted as (select ${cell}, ${sums} from alike, ${spread} group by ${cell}),
    bucketed as (select ${cell}, measure, bucket, count(*)::integer as n from (${timeSharesOf(moments)}) as share, ${spread} group by ${cell}, measure, bucket),
    timed (day, level, place, slice, key, ${timeColumns}) as (select ${cell}, ${histograms} from bucketed group by ${cell})
    select ${subdistrict}, 'day', ${cell}, ${names}, ${timeColumns} from counted left join timed using (${cell})`.execute(db)
}

/** The month of its days. */
export async function addUp(db: Db, subdistrict: number, month: string): Promise<void> {
  const cell = sql`level, area, slice, key`
  const days = sql`tally where subdistrict = ${subdistrict} and span = 'day' and first >= ${month}::date and first < ${month}::date + interval '1 month'`
  await sql`insert into tally (subdistrict, span, first, ${cell}, ${names}, ${timeColumns})
    with counted as (select ${cell}, ${sums} from ${days} group by ${cell}),
    bucketed as (select ${cell}, measure, bucket, sum(n)::integer as n from (select * from ${days}) as part, lateral (${bucketsOf}) as pairs group by ${cell}, measure, bucket),
    timed (${cell}, ${timeColumns}) as (select ${cell}, ${histograms} from bucketed group by ${cell})
    select ${subdistrict}, 'month', ${month}::date, ${cell}, ${names}, ${timeColumns} from counted left join timed using (${cell})`.execute(db)
}
