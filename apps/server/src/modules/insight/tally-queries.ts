import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'
import { baseNames, columns, sharesOf, timeSharesOf, type Moments } from './measure-queries.ts'

// Filling of the tally; everything runs as the server, of one sub-district.

export const listSubdistricts = (db: Db) => db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').orderBy('path').execute()

/** Holds the mark until the transaction ends, so that two servers do not count at once. */
export async function holdMark(db: Db, subdistrict: number, area: string): Promise<Date | null> {
  await db.insertInto('tally_mark').values({ subdistrict, area, until: null }).onConflict((conflict) => conflict.doNothing()).execute()
  return (await db.selectFrom('tally_mark').select('until').where('subdistrict', '=', subdistrict).forUpdate().executeTakeFirstOrThrow()).until
}

export const moveMark = (db: Db, subdistrict: number, until: Date | null) => db.updateTable('tally_mark').set({ until }).where('subdistrict', '=', subdistrict).execute()

/**
 * Days on which anything of the events changed since counts: when they were reported, closed, when stays began and limits end, when applications
 * were decided. A limit that was moved had ended on some day before. Without `since` every day, also those that hold nothing any more.
 */
export async function changedDays(db: Db, subdistrict: number, since: Date | null): Promise<string[]> {
  const { rows } = await sql<{ day: string }>`
    with changed as (select subdistrict, id, reported_at, closed_at, extensions from event where subdistrict = ${subdistrict} and status <> 'draft' ${since ? sql`and changed_at >= ${since}` : sql``}),
    stay as (select s.since, s.due_at, s.status, c.extensions from event_stage s join changed c on c.subdistrict = s.subdistrict and c.id = s.event)
    select distinct (moment at time zone 'Asia/Shanghai')::date as day from (
      select reported_at as moment from changed union all select closed_at from changed
      union all select since from stay union all select due_at from stay where status = 'handling'
      union all select generate_series(since, due_at, interval '1 day') from stay where status = 'handling' and extensions > 0
      union all select decided_at from event_request r join changed c on c.subdistrict = r.subdistrict and c.id = r.event
      ${since ? sql`` : sql`union all select first::timestamp at time zone 'Asia/Shanghai' from tally where subdistrict = ${subdistrict} and span = 'day'`}) as moments
    where moment is not null order by day`.execute(db)
  return rows.map(({ day }) => day)
}

const slices = sql`(values ('all', ''), ('unit', unit), ('matter', matter), ('source', source), ('hour', hour)) as slices (slice, key)`
const levels = sql`(values ('subdistrict', substring(area from '^(?:/[^/]+){1,4}/')), ('community', substring(area from '^(?:/[^/]+){1,5}/'))) as levels (level, place)`
const names = sql.join(columns.map((name) => sql.ref(name)))

/** Counts days of one month anew: forgets them, counts what is there, and adds the month up. */
export async function count(db: Db, moments: Moments, days: string[], month: string): Promise<void> {
  const { subdistrict } = moments
  await sql`select tally_forget(${subdistrict}, ${days}::date[])`.execute(db)
  const sums = sql.join(columns.map((name) => sql`count(*) filter (where one = ${sql.lit(name)})::integer`))
  await sql`insert into tally (subdistrict, span, first, level, area, slice, key, ${names})
    select ${subdistrict}, 'day', day, level, place, slice, key, ${sums}
    from (${sql.join(baseNames.map((base) => sharesOf(base, moments)), sql` union all `)}) as share, unnest(counts) as one, lateral ${slices}, lateral ${levels}
    where key is not null and day = any (${days}::date[]) group by day, level, place, slice, key`.execute(db)
  await sql`insert into tally_time (subdistrict, span, first, level, area, slice, key, measure, bucket, n)
    select ${subdistrict}, 'day', day, level, place, slice, key, measure, bucket, count(*)::integer
    from (${timeSharesOf(moments)}) as share, lateral ${slices}, lateral ${levels}
    where key is not null and day = any (${days}::date[]) group by day, level, place, slice, key, measure, bucket`.execute(db)
  const inMonth = sql`from tally where subdistrict = ${subdistrict} and span = 'day' and first >= ${month}::date and first < ${month}::date + interval '1 month'`
  await sql`insert into tally (subdistrict, span, first, level, area, slice, key, ${names})
    select subdistrict, 'month', ${month}::date, level, area, slice, key, ${sql.join(columns.map((name) => sql`sum(${sql.ref(name)})::integer`))} ${inMonth}
    group by subdistrict, level, area, slice, key`.execute(db)
  await sql`insert into tally_time (subdistrict, span, first, level, area, slice, key, measure, bucket, n)
    select subdistrict, 'month', ${month}::date, level, area, slice, key, measure, bucket, sum(n)::integer
    from tally_time where subdistrict = ${subdistrict} and span = 'day' and first >= ${month}::date and first < ${month}::date + interval '1 month'
    group by subdistrict, level, area, slice, key, measure, bucket`.execute(db)
}
