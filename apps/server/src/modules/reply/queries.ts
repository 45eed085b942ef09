import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Reply } from '../../kernel/schema.gen.ts'

export type ReplyRow = Selectable<Reply>
type Key = Pick<ReplyRow, 'subdistrict' | 'id'>

export const find = (ctx: Ctx, id: string): Promise<ReplyRow | undefined> => ctx.db.selectFrom('reply').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the row until the transaction ends; nothing where it may only be read. */
export async function lock(ctx: Ctx, id: string): Promise<ReplyRow | undefined> {
  const key = await ctx.db.selectFrom('reply').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('reply').selectAll().where('subdistrict', '=', key.subdistrict).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const insert = (ctx: Ctx, row: Insertable<Reply>): Promise<ReplyRow> => ctx.db.insertInto('reply').values(row).returningAll().executeTakeFirstOrThrow()

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Reply>): Promise<ReplyRow> =>
  ctx.db.updateTable('reply').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** `line`: the matter with the groups above it; words for all matters fit as well. */
export interface Fit { subdistrict: number, text?: string, line?: string[], steps?: string[] }

const likeOf = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

const fitting = (ctx: Ctx, { subdistrict, text, line, steps }: Fit) =>
  ctx.db.selectFrom('reply')
    .$if(subdistrict > 0, (query) => query.where('reply.subdistrict', '=', subdistrict))
    .$if(text !== undefined && text !== '', (query) => query.where((is) => is.or([is('name', 'like', likeOf(text!)), is('text', 'like', likeOf(text!))])))
    .$if(line !== undefined, (query) => query.where(sql<boolean>`(matters = '{}' or matters && ${line ?? []}::text[])`))
    .$if(steps !== undefined && steps.length > 0, (query) => query.where(sql<boolean>`(steps = '{}' or steps && ${steps ?? []}::text[])`))

export interface Listed extends Fit { within?: string, isRetired: boolean, after: (string | number)[] | undefined, limit: number }

/** For whoever keeps them: what was changed last comes first. */
export const list = (ctx: Ctx, { within, isRetired, after, limit, ...fit }: Listed): Promise<ReplyRow[]> =>
  fitting(ctx, fit).selectAll('reply').where('is_retired', '=', isRetired)
    .$if(within !== undefined, (query) => query.where(sql<boolean>`area >= ${within} and area < ${within} || U&'\\FFFF'`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(changed_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** The person's favourites first, then what they and then what all take up most; for the matter itself before what is for all. `at`: where it is to be said. */
export const offer = (ctx: Ctx, { at, limit, ...fit }: Fit & { at?: string, limit: number }) =>
  fitting(ctx, fit).leftJoin('reply_mark as mine', (join) => join.onRef('mine.subdistrict', '=', 'reply.subdistrict').onRef('mine.reply', '=', 'reply.id').on('mine.person', '=', ctx.actor.id))
    .select(['reply.id', 'name', 'text', 'matters', 'steps', 'reply.area', 'area_name', 'reply.used', sql<boolean>`coalesce(mine.is_favourite, false)`.as('is_favourite')])
    .where('is_retired', '=', false)
    .$if(at !== undefined, (query) => query.where(sql<boolean>`${at} ^@ reply.area`))
    .orderBy(sql`coalesce(mine.is_favourite, false)`, 'desc').orderBy(sql`coalesce(mine.used, 0)`, 'desc').orderBy('reply.used', 'desc')
    .orderBy(sql`cardinality(matters) = 0`).orderBy('name').orderBy('reply.id').limit(limit).execute()

interface Mark { subdistrict: number, reply: string, area: string }

export const markUsed = (ctx: Ctx, mark: Mark) =>
  ctx.db.insertInto('reply_mark').values({ ...mark, person: ctx.actor.id!, used: 1 })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'reply', 'person']).doUpdateSet({ used: sql`reply_mark.used + 1` })).execute()

export const markFavourite = (ctx: Ctx, mark: Mark, isFavourite: boolean) =>
  ctx.db.insertInto('reply_mark').values({ ...mark, person: ctx.actor.id!, is_favourite: isFavourite })
    .onConflict((conflict) => conflict.columns(['subdistrict', 'reply', 'person']).doUpdateSet({ is_favourite: isFavourite })).execute()

/** Of everybody; only the server sees it. */
export const sumUsed = async (ctx: Ctx, { subdistrict, id }: Key): Promise<number> =>
  (await ctx.db.selectFrom('reply_mark').select(sql<number>`coalesce(sum(used), 0)::int`.as('used')).where('subdistrict', '=', subdistrict).where('reply', '=', id).executeTakeFirstOrThrow()).used
