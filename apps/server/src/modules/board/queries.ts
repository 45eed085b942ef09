import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Estimate, Sums } from './board-rules.ts'

export interface Period { area: string, from: string, until: string }

const within = ({ area, from, until }: Period) => sql`area >= ${area} and area < ${area} || U&'\\FFFF' and day between ${from}::date and ${until}::date`
const names = ['talks', 'machine', 'suggested', 'handed', 'unanswered', 'rated', 'satisfied', 'score', 'questions', 'answered', 'offered', 'repeated', 'attended', 'replies'] as const
const sums = sql.join(names.map((name) => sql`coalesce(sum(${sql.ref(name)}), 0)::integer as ${sql.ref(name)}`))

export const sumOf = async (ctx: Ctx, period: Period): Promise<Sums> =>
  (await sql<Sums>`select ${sums}, coalesce((select array_agg(wait) from reception_day as days, unnest(days.waits) as wait where ${within(period)}), '{}') as waits from reception_day where ${within(period)}`.execute(ctx.db)).rows[0]!

export const listDays = async (ctx: Ctx, period: Period): Promise<{ day: string, talks: number, handed: number }[]> =>
  (await sql<{ day: string, talks: number, handed: number }>`select day, sum(talks)::integer as talks, sum(handed)::integer as handed from reception_day where ${within(period)} group by day order by day`.execute(ctx.db)).rows

export interface EntryRow { entry: string, question: string, category: string, asked: number, answered: number, disliked: number, earlier: number }

/** What was asked for most, beside how often in the time before. */
export const listEntries = async (ctx: Ctx, period: Period, earlier: Period, limit: number): Promise<EntryRow[]> =>
  (await sql<EntryRow>`with now as (select entry, sum(asked)::integer as asked, sum(answered)::integer as answered, sum(disliked)::integer as disliked from reception_entry_day where ${within(period)} group by entry),
      was as (select entry, sum(asked)::integer as asked from reception_entry_day where ${within(earlier)} group by entry)
    select now.entry, r.question, r.category, now.asked, now.answered, now.disliked, coalesce(was.asked, 0) as earlier from now left join was using (entry)
    join knowledge k on k.id = now.entry join knowledge_revision r on r.subdistrict = k.subdistrict and r.knowledge = k.id and r.no = k.shown order by now.asked desc, now.entry limit ${limit}`.execute(ctx.db)).rows

/** By what is asked about: how many questions found an entry of it, how many were answered at once, and how many there were in the time before. */
export const listCategories = async (ctx: Ctx, period: Period, earlier: Period): Promise<{ category: string, asked: number, answered: number, earlier: number }[]> =>
  (await sql<{ category: string, asked: number, answered: number, earlier: number }>`select coalesce(nullif(r.category, ''), '未分类') as category, sum(e.asked)::integer as asked, sum(e.answered)::integer as answered, sum(e.earlier)::integer as earlier
    from (select entry, asked, answered, 0 as earlier from reception_entry_day where ${within(period)} union all select entry, 0, 0, asked from reception_entry_day where ${within(earlier)}) e
    join knowledge k on k.id = e.entry join knowledge_revision r on r.subdistrict = k.subdistrict and r.knowledge = k.id and r.no = k.shown group by 1 having sum(e.asked) > 0 order by 2 desc limit 40`.execute(ctx.db)).rows

export interface EstimateRow extends Estimate { changedBy: string | null, changedAt: Date | null }
export const findEstimate = async (ctx: Ctx, subdistrict: number): Promise<EstimateRow> =>
  (await sql<EstimateRow>`select machine_minutes::float8 as machine, suggested_minutes::float8 as suggested, attended_minutes::float8 as attended, changed_name as "changedBy", changed_at as "changedAt" from reception_estimate where subdistrict in (0, ${subdistrict}) order by subdistrict desc limit 1`.execute(ctx.db)).rows[0]!

export const putEstimate = (ctx: Ctx, { subdistrict, area, machine, suggested, attended }: Estimate & { subdistrict: number, area: string }) => {
  const row = { machine_minutes: machine, suggested_minutes: suggested, attended_minutes: attended, changed_name: ctx.actor.name, changed_at: ctx.now }
  return ctx.db.insertInto('reception_estimate').values({ subdistrict, area, ...row }).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet(row)).execute()
}

export interface BehindRow { id: string, title: string, area_name: string, begun_at: Date, state: string, rating: number | null, worker_name: string | null }

/** The talks behind a number, the newest first: with the same words as it was counted. */
export const listBehind = (ctx: Ctx, { area, from, until }: Period, which: 'talks' | 'machine' | 'suggested' | 'handed' | 'unanswered' | 'satisfied' | 'dissatisfied', { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<BehindRow[]> => {
  const has = (kinds: readonly string[]) => sql<boolean>`exists (select from turn where turn.subdistrict = talk.subdistrict and turn.talk = talk.id and turn.by = 'machine' and turn.kind = any (${kinds}))`
  const isHanded = sql<boolean>`(talk.waiting_since is not null or talk.attended_at is not null)`
  const [isOffered, isAnswered] = [has(['offer']), has(['answer', 'follow', 'contacts', 'report'])]
  const tests = { talks: sql<boolean>`true`, machine: sql<boolean>`not ${isHanded} and not ${isOffered} and ${isAnswered}`, suggested: sql<boolean>`not ${isHanded} and ${isOffered}`, handed: isHanded, unanswered: sql<boolean>`not ${isHanded} and not ${isOffered} and not ${isAnswered}`, satisfied: sql<boolean>`rating >= 4`, dissatisfied: sql<boolean>`rating < 4` }
  return ctx.db.selectFrom('talk').select(['id', 'title', 'area_name', 'begun_at', 'state', 'rating', 'worker_name'])
    .where(sql<boolean>`area >= ${area} and area < ${area} || U&'\\FFFF' and begun_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' and begun_at < (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`)
    .where(sql<boolean>`exists (select from turn where turn.subdistrict = talk.subdistrict and turn.talk = talk.id and turn.by = 'resident')`).where(tests[which])
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(begun_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('begun_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
