import type { TopicStatus, TopicWhy } from '@linli/contract'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Topic, TopicQuestion } from '../../kernel/schema.gen.ts'

export type TopicRow = Selectable<Topic>

export interface Fresh { talk: string, no: number, area: string, text: string, why: TopicWhy, at: Date }

/** Questions since a moment that nobody's answer was found for or whose answer was disliked, and that are in no topic yet; the oldest first. */
export const listFresh = async (ctx: Ctx, { subdistrict, area, since, limit }: { subdistrict: number, area: string, since: Date, limit: number }): Promise<Fresh[]> =>
  (await sql<Fresh>`select m.talk, q.no, q.area, q.text, case when m.is_helpful = false then 'disliked' else 'unanswered' end as why, q.at
    from turn m join lateral (select no, area, text, at from turn q where q.subdistrict = m.subdistrict and q.talk = m.talk and q.no < m.no and q.by = 'resident' order by q.no desc limit 1) q on true
    where m.subdistrict = ${subdistrict} and m.area >= ${area} and m.area < ${area} || U&'\\FFFF' and m.at >= ${since} and m.by = 'machine' and (m.is_helpful = false or m.band = 'hand-over') and length(q.text) > 1 and q.text <> '转人工'
      and not exists (select from topic_question t where t.subdistrict = m.subdistrict and t.talk = m.talk and t.no = q.no)
    order by m.at, m.talk limit ${limit}`.execute(ctx.db)).rows

/** The topics of one desk that were asked about last, each with a few of its wordings. */
export const listKnown = async (ctx: Ctx, subdistrict: number, area: string, limit: number): Promise<{ id: string, title: string, status: TopicStatus, texts: string[] }[]> =>
  (await sql<{ id: string, title: string, status: TopicStatus, texts: string[] }>`select t.id, t.title, t.status, array(select turn.text from topic_question q join turn on turn.subdistrict = q.subdistrict and turn.talk = q.talk and turn.no = q.no
      where q.subdistrict = t.subdistrict and q.topic = t.id order by q.at desc limit 3) as texts
    from topic t where t.subdistrict = ${subdistrict} and t.area = ${area} order by t.last_at desc limit ${limit}`.execute(ctx.db)).rows

export const insertTopics = (ctx: Ctx, rows: Insertable<Topic>[]) => ctx.db.insertInto('topic').values(rows).execute()
export const insertQuestions = (ctx: Ctx, rows: Insertable<TopicQuestion>[]) => ctx.db.insertInto('topic_question').values(rows).onConflict((conflict) => conflict.doNothing()).execute()

/** What came to a topic since: an answered one that is asked again without an answer is open again. */
export const addTo = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, { unanswered, disliked, last }: { unanswered: number, disliked: number, last: Date }) =>
  ctx.db.updateTable('topic').set({ unanswered: sql`unanswered + ${unanswered}`, disliked: sql`disliked + ${disliked}`, last_at: sql`greatest(last_at, ${last}::timestamptz)`, status: sql`case when status = 'answered' and ${last}::timestamptz > decided_at then 'open' else status end` })
    .where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

export const findMark = async (ctx: Ctx, subdistrict: number): Promise<Date | undefined> => (await ctx.db.selectFrom('topic_mark').select('until').where('subdistrict', '=', subdistrict).forUpdate().executeTakeFirst())?.until
export const putMark = (ctx: Ctx, row: { subdistrict: number, area: string, until: Date }) =>
  ctx.db.insertInto('topic_mark').values(row).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ until: row.until })).execute()

export const listOffices = (ctx: Ctx): Promise<{ path: string }[]> => ctx.db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').orderBy('path').execute()

export const list = (ctx: Ctx, { status, text, after, limit }: { status: TopicStatus, text: string | undefined, after: (string | number)[] | undefined, limit: number }): Promise<TopicRow[]> =>
  ctx.db.selectFrom('topic').selectAll().where('status', '=', status).$if(text !== undefined && text !== '', (query) => query.where(sql<boolean>`position(${text} in title) > 0`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(unanswered + disliked, last_at, id) < (${after?.[0]}::integer, ${after?.[1]}::timestamptz, ${after?.[2]}::uuid)`))
    .orderBy(sql`unanswered + disliked`, 'desc').orderBy('last_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

export const find = (ctx: Ctx, id: string): Promise<TopicRow | undefined> => ctx.db.selectFrom('topic').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<TopicRow | undefined> => ctx.db.selectFrom('topic').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<TopicRow, 'subdistrict' | 'id'>, change: Updateable<Topic>) => ctx.db.updateTable('topic').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()
export const listByEntry = (ctx: Ctx, subdistrict: number, entry: string): Promise<TopicRow[]> => ctx.db.selectFrom('topic').selectAll().where('subdistrict', '=', subdistrict).where('entry', '=', entry).where('status', '=', 'answering').forUpdate().execute()

export interface AskedRow { talk: string, no: number, text: string, why: TopicWhy, at: Date, replies: { by: string, text: string }[] }

/** The newest questions of a topic, each with what a worker said after it. */
export const listQuestions = async (ctx: Ctx, { subdistrict, id }: TopicRow, limit: number): Promise<AskedRow[]> =>
  (await sql<AskedRow>`select q.talk, q.no, turn.text, q.why, q.at, coalesce((select jsonb_agg(jsonb_build_object('by', w.worker_name, 'text', w.text) order by w.no) from (select * from turn w where w.subdistrict = q.subdistrict and w.talk = q.talk and w.no > q.no and w.by = 'worker' order by w.no limit 3) w), '[]') as replies
    from topic_question q join turn on turn.subdistrict = q.subdistrict and turn.talk = q.talk and turn.no = q.no where q.subdistrict = ${subdistrict} and q.topic = ${id} order by q.at desc limit ${limit}`.execute(ctx.db)).rows

/** The words of some questions of a topic. */
export const listTexts = async (ctx: Ctx, { subdistrict, id }: TopicRow, chosen: readonly { talk: string, no: number }[]): Promise<string[]> =>
  chosen.length === 0 ? [] : (await sql<{ text: string }>`select distinct turn.text from topic_question q join turn on turn.subdistrict = q.subdistrict and turn.talk = q.talk and turn.no = q.no
    join unnest(${chosen.map(({ talk }) => talk)}::uuid[], ${chosen.map(({ no }) => no)}::integer[]) as wanted (talk, no) on wanted.talk = q.talk and wanted.no = q.no where q.subdistrict = ${subdistrict} and q.topic = ${id}`.execute(ctx.db)).rows.map(({ text }) => text)
