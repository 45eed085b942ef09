import type { NoticeKind } from '@linli/contract'
import { sql, type Insertable, type SelectQueryBuilder } from 'kysely'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import type { DB, Notice } from '../../kernel/schema.gen.ts'

const columns = ['subdistrict', 'id', 'area', 'kind', 'event', 'whistle', 'governance', 'knowledge', 'talk', 'zoning', 'risk', 'bulletin', 'number', 'title', 'area_name', 'words', 'at'] as const
export type NoticeRow = Pick<Insertable<Notice>, (typeof columns)[number]> & { at: Date }

/** Said once for each id; answers whether it is new. */
export const insert = async (ctx: Ctx, row: Insertable<Notice>): Promise<boolean> =>
  (await ctx.db.insertInto('notice').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'id']).doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n

/** Whether anything was said of a talk since a moment. */
export const isSaidOfTalk = async (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, since: Date): Promise<boolean> =>
  (await ctx.db.selectFrom('notice').select('id').where('subdistrict', '=', subdistrict).where('talk', '=', id).where('at', '>', since).limit(1).executeTakeFirst()) !== undefined

type Choice<O> = SelectQueryBuilder<DB, 'notice', O>

/** What is said to the asking person, and not by themselves. */
function mine<O>({ actor }: Ctx, query: Choice<O>): Choice<O> {
  const subdistrict = tenantOf(commonArea(actor.posts.map(({ area }) => area)))
  return query
    .$if(subdistrict > 0, (q) => q.where('subdistrict', '=', subdistrict))
    .where((is) => is.or([is('said_by', 'is', null), is('said_by', '!=', actor.id)]))
    .where((is) => is.or([
      is('person', '=', actor.id),
      ...(actor.unit === null ? [] : [is('unit', '=', actor.unit)]),
      ...(actor.side === 'unit' ? [] : actor.posts.map(({ area, permissions }) => sql<boolean>`(area >= ${area} and area < ${area} || U&'\\FFFF' and permissions && ${permissions}::text[])`)),
    ]))
}

/** Up to when everything is read. Asked first: as a number in the question the index begins there. */
export const findReadUntil = async (ctx: Ctx): Promise<Date | undefined> =>
  (await ctx.db.selectFrom('notice_read_all').select('until').where('person', '=', ctx.actor.id).executeTakeFirst())?.until

const isUnread = ({ actor }: Ctx, readUntil: Date) => sql<boolean>`(at > ${readUntil} and not exists (select from notice_read where notice_read.person = ${actor.id} and notice_read.notice = notice.id))`

export interface Filter { kinds?: NoticeKind[], isUnread?: boolean, since: Date, readUntil: Date, after: (string | number)[] | undefined, limit: number }

/** The newest first, each with whether it still waits to be read. */
export const list = (ctx: Ctx, { kinds, isUnread: only, since, readUntil, after, limit }: Filter) =>
  mine(ctx, ctx.db.selectFrom('notice').select([...columns, isUnread(ctx, readUntil).as('is_unread')])).where('at', '>=', since)
    .$if(kinds !== undefined && kinds.length > 0, (query) => query.where('kind', 'in', kinds!))
    .$if(only === true, (query) => query.where(isUnread(ctx, readUntil)))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Of what came after a moment, which is at least that up to which everything is read. */
export async function count(ctx: Ctx, readUntil: Date, most: number): Promise<number> {
  const some = mine(ctx, ctx.db.selectFrom('notice').select(sql`1`.as('one'))).where(isUnread(ctx, readUntil)).limit(most)
  return (await ctx.db.selectFrom(some.as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows
}

export const find = (ctx: Ctx, id: string): Promise<NoticeRow | undefined> => mine(ctx, ctx.db.selectFrom('notice').select(columns)).where('id', '=', id).executeTakeFirst()

export const markRead = (ctx: Ctx, id: string) =>
  ctx.db.insertInto('notice_read').values({ person: ctx.actor.id!, notice: id, at: ctx.now }).onConflict((conflict) => conflict.doNothing()).execute()

export const markAllRead = (ctx: Ctx) =>
  ctx.db.insertInto('notice_read_all').values({ person: ctx.actor.id!, until: ctx.now }).onConflict((conflict) => conflict.column('person').doUpdateSet({ until: ctx.now })).execute()
