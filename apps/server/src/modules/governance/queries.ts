import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Governance } from '../../kernel/schema.gen.ts'

export type ItemRow = Selectable<Governance>
export type Key = Pick<ItemRow, 'subdistrict' | 'id'>
/** What an item is about: one matter at one place, grid or community. */
export type About = Pick<ItemRow, 'subdistrict' | 'area' | 'matter' | 'reach' | 'spot'>

export const find = (ctx: Ctx, id: string): Promise<ItemRow | undefined> => ctx.db.selectFrom('governance').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the row until the transaction ends. By its whole key, because a lock may not cross shards. */
export async function lock(ctx: Ctx, id: string): Promise<ItemRow | undefined> {
  const key = await ctx.db.selectFrom('governance').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('governance').selectAll().where('subdistrict', '=', key.subdistrict).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const insert = (ctx: Ctx, row: Insertable<Governance>): Promise<ItemRow> => ctx.db.insertInto('governance').values(row).returningAll().executeTakeFirstOrThrow()

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Governance>): Promise<ItemRow> =>
  ctx.db.updateTable('governance').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Open items of some matters, which are few: of one matter and place there is one. */
export const listOpen = (ctx: Ctx, subdistrict: number, matters: string[]) =>
  matters.length === 0 ? Promise.resolve([]) : ctx.db.selectFrom('governance').select(['id', 'subdistrict', 'area', 'matter', 'reach', 'spot', 'title', 'status']).$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict))
    .where('matter', 'in', matters).where('status', 'not in', ['closed', 'cancelled']).orderBy('founded_at').execute()

/** Gives photos of one's own to the item; answers how many there were. */
export async function attachPhotos(ctx: Ctx, item: Key & { area: string }, ids: string[], part: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db.updateTable('photo').set({ subject_kind: 'governance', subject: item.id, subdistrict: item.subdistrict, area: item.area, part })
    .where('id', 'in', ids).where('uploaded_by', '=', ctx.actor.id).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

export const listJournal = (ctx: Ctx, { subdistrict, id }: Key) =>
  ctx.db.selectFrom('journal').select(['at', 'name', 'actor_name', 'actor_post', 'details']).where('subdistrict', '=', subdistrict).where('subject', '=', id).where('subject_kind', '=', 'governance')
    .orderBy('at', 'desc').orderBy('id', 'desc').limit(500).execute()

/** What is known of events that an item is founded from or that change; drafts are nobody's. */
export const listEvents = (ctx: Ctx, ids: string[]) =>
  ctx.db.selectFrom('event').select(['id', 'subdistrict', 'area', 'area_name', 'place', 'matter', 'matter_name', 'status', 'reported_at', 'part_of', 'spot'])
    .where('id', 'in', ids).where('status', '!=', 'draft').orderBy('reported_at', 'desc').orderBy('id').execute()
export type EventRow = Awaited<ReturnType<typeof listEvents>>[number]
