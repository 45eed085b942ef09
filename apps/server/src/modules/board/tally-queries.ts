import { sql } from 'kysely'
import type { Db } from '../../kernel/db.ts'

export interface Counting { subdistrict: number, area: string, day: string }

export const listOffices = (db: Db) => db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').orderBy('path').execute()
export const forget = (db: Db, subdistrict: number, days: string[]) => sql`select reception_forget(${subdistrict}, ${days}::date[])`.execute(db)

export const isCounted = async (db: Db, subdistrict: number): Promise<boolean> => (await db.selectFrom('reception_day').select('day').where('subdistrict', '=', subdistrict).limit(1).execute()).length > 0

/** Days on which anything was said, judged or rated since a moment. A talk counts on the day it began, a question on its own. */
export const changedDays = async (db: Db, { subdistrict, area, since }: { subdistrict: number, area: string, since: Date }): Promise<string[]> =>
  (await sql<{ day: string }>`select distinct (moment at time zone 'Asia/Shanghai')::date as day from (
    select begun_at as moment from talk where subdistrict = ${subdistrict} and area >= ${area} and area < ${area} || U&'\\FFFF' and (last_at >= ${since} or rated_at >= ${since})
    union all select at from turn where subdistrict = ${subdistrict} and area >= ${area} and area < ${area} || U&'\\FFFF' and at >= ${since}
    union all select claimed_at from attendance where subdistrict = ${subdistrict} and area >= ${area} and area < ${area} || U&'\\FFFF' and (claimed_at >= ${since} or replied_at >= ${since})) as moments order by day`.execute(db)).rows.map(({ day }) => day)

const within = (at: string, day: string) => sql`${sql.ref(at)} >= ${day}::date::timestamp at time zone 'Asia/Shanghai' and ${sql.ref(at)} < (${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
const under = (row: string, area: string) => sql`${sql.ref(`${row}.area`)} >= ${area} and ${sql.ref(`${row}.area`)} < ${area} || U&'\\FFFF'`

/**
 * One day of an office, by community. A talk was handed over when a person was called in it; suggested when something was offered; the machine's when it was answered
 * (by the knowledge, with contacts or with a report to go on with); unanswered where none of it. A question is repeated when another talk of the office had the same entry within thirty days before.
 */
export async function count(db: Db, { subdistrict, area, day }: Counting): Promise<void> {
  await sql`insert into reception_day (subdistrict, day, area, talks, machine, suggested, handed, unanswered, rated, satisfied, score, questions, answered, offered, repeated, attended, replies, waits)
    with asked as (select t.id, t.area, t.rating, t.waiting_since is not null or t.attended_at is not null as handed,
        exists (select from turn where turn.subdistrict = t.subdistrict and turn.talk = t.id and turn.by = 'machine' and turn.kind = 'offer') as offered,
        exists (select from turn where turn.subdistrict = t.subdistrict and turn.talk = t.id and turn.by = 'machine' and turn.kind in ('answer', 'follow', 'contacts', 'report')) as answered
      from talk t where t.subdistrict = ${subdistrict} and ${under('t', area)} and ${within('t.begun_at', day)} and exists (select from turn where turn.subdistrict = t.subdistrict and turn.talk = t.id and turn.by = 'resident')),
    talks as (select area, count(*) as talks, count(*) filter (where not handed and not offered and answered) as machine, count(*) filter (where not handed and offered) as suggested, count(*) filter (where handed) as handed,
        count(*) filter (where not handed and not offered and not answered) as unanswered, count(rating) as rated, count(*) filter (where rating >= 4) as satisfied, coalesce(sum(rating), 0) as score from asked group by area),
    questions as (select q.area, count(*) as questions, count(*) filter (where q.band = 'answer') as answered, count(*) filter (where q.band = 'offer') as offered,
        count(*) filter (where q.entry is not null and q.band <> 'hand-over' and exists (select from turn before where before.subdistrict = q.subdistrict and before.entry = q.entry and before.talk <> q.talk and before.band is not null and before.at < q.at and before.at >= q.at - interval '30 days')) as repeated
      from turn q where q.subdistrict = ${subdistrict} and ${under('q', area)} and ${within('q.at', day)} and q.by = 'machine' and q.band is not null group by q.area),
    people as (select a.area, count(*) as attended, sum(a.replies) as replies, array_agg(greatest(0, round(extract(epoch from a.replied_at - a.waiting_since) / 60))::integer) filter (where a.replied_at is not null) as waits
      from attendance a where a.subdistrict = ${subdistrict} and ${under('a', area)} and ${within('a.claimed_at', day)} group by a.area)
    select ${subdistrict}, ${day}::date, area, coalesce(talks, 0), coalesce(machine, 0), coalesce(suggested, 0), coalesce(handed, 0), coalesce(unanswered, 0), coalesce(rated, 0), coalesce(satisfied, 0), coalesce(score, 0),
      coalesce(questions, 0), coalesce(answered, 0), coalesce(offered, 0), coalesce(repeated, 0), coalesce(attended, 0), coalesce(replies, 0), coalesce(waits, '{}')
    from talks full join questions using (area) full join people using (area)`.execute(db)
  await sql`insert into reception_entry_day (subdistrict, day, area, entry, asked, answered, disliked)
    select ${subdistrict}, ${day}::date, q.area, q.entry, count(*), count(*) filter (where q.band = 'answer'), count(*) filter (where q.is_helpful = false)
    from turn q where q.subdistrict = ${subdistrict} and ${under('q', area)} and ${within('q.at', day)} and q.by = 'machine' and q.band is not null and q.entry is not null group by q.area, q.entry`.execute(db)
}
