import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Whistle, WhistleCall } from '../../kernel/schema.gen.ts'

export type WhistleRow = Selectable<Whistle>
export type CallRow = Selectable<WhistleCall>
type Key = Pick<WhistleRow, 'subdistrict' | 'id'>

export const find = (ctx: Ctx, id: string): Promise<WhistleRow | undefined> => ctx.db.selectFrom('whistle').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the row until the transaction ends. By its whole key, because a lock may not cross shards. */
export async function lock(ctx: Ctx, id: string): Promise<WhistleRow | undefined> {
  const key = await ctx.db.selectFrom('whistle').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('whistle').selectAll().where('subdistrict', '=', key.subdistrict).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const insert = (ctx: Ctx, row: Insertable<Whistle>): Promise<WhistleRow> => ctx.db.insertInto('whistle').values(row).returningAll().executeTakeFirstOrThrow()

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Whistle>): Promise<WhistleRow> =>
  ctx.db.updateTable('whistle').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const listCalls = (ctx: Ctx, { subdistrict, id }: Key): Promise<CallRow[]> =>
  ctx.db.selectFrom('whistle_call').selectAll().where('subdistrict', '=', subdistrict).where('whistle', '=', id).orderBy('is_lead', 'desc').orderBy('called_at').orderBy('unit_name').execute()

/** Of several whistles at once, in the same order. */
export const listCallsOf = (ctx: Ctx, ids: string[]): Promise<CallRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : ctx.db.selectFrom('whistle_call').selectAll().where('whistle', 'in', ids).orderBy('is_lead', 'desc').orderBy('called_at').orderBy('unit_name').execute()

/** Calls a unit, or once more one that was let go. */
export const putCall = (ctx: Ctx, row: Insertable<WhistleCall>) =>
  ctx.db.insertInto('whistle_call').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'whistle', 'unit'])
    .doUpdateSet({ status: row.status, called_name: row.called_name, called_at: row.called_at, answer_by: row.answer_by, arrive_by: row.arrive_by, warn_at: row.warn_at, answered_at: null, answered_name: null, is_answer_late: null, answer_heard_at: null, released_for: null, late_told: [] })).execute()

export const updateCall = (ctx: Ctx, { subdistrict, id }: Key, unit: string, change: Updateable<WhistleCall>) =>
  ctx.db.updateTable('whistle_call').set(change).where('subdistrict', '=', subdistrict).where('whistle', '=', id).where('unit', '=', unit).execute()

/** Those who never came. */
export const markAbsent = (ctx: Ctx, { subdistrict, id }: Key) =>
  ctx.db.updateTable('whistle_call').set({ status: 'absent' }).where('subdistrict', '=', subdistrict).where('whistle', '=', id).where('status', 'in', ['called', 'answered']).execute()

/** Does another whistle than this stand for the event? */
export const hasOther = async (ctx: Ctx, { subdistrict, id }: Key, event: string): Promise<boolean> =>
  (await ctx.db.selectFrom('whistle').select('id').where('subdistrict', '=', subdistrict).where('event', '=', event).where('id', '!=', id).where('status', '!=', 'withdrawn').limit(1).executeTakeFirst()) !== undefined

/** Gives photos of one's own to the whistle; answers how many there were. */
export async function attachPhotos(ctx: Ctx, whistle: Key & { area: string }, ids: string[], part: string): Promise<number> {
  const { numUpdatedRows } = await ctx.db.updateTable('photo').set({ subject_kind: 'whistle', subject: whistle.id, subdistrict: whistle.subdistrict, area: whistle.area, part })
    .where('id', 'in', ids).where('uploaded_by', '=', ctx.actor.id).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

export const listJournal = (ctx: Ctx, { subdistrict, id }: Key) =>
  ctx.db.selectFrom('journal').select(['at', 'name', 'actor_name', 'actor_post', 'details']).where('subdistrict', '=', subdistrict).where('subject', '=', id).where('subject_kind', '=', 'whistle')
    .orderBy('at').orderBy('id').execute()

const ruleColumns = ['emergency_answer', 'emergency_arrive', 'urgent_answer', 'urgent_arrive', 'ordinary_answer', 'ordinary_arrive', 'near_metres'] as const

/** The office's own, else what holds for everybody. */
export const getRule = (ctx: Ctx, subdistrict: number) =>
  ctx.db.selectFrom('whistle_rule').select(ruleColumns).where('subdistrict', 'in', [0, subdistrict]).orderBy('subdistrict', 'desc').limit(1).executeTakeFirstOrThrow()

export const putRule = (ctx: Ctx, { subdistrict, area, ...rule }: { subdistrict: number, area: string } & Record<(typeof ruleColumns)[number], number>) =>
  ctx.db.insertInto('whistle_rule').values({ subdistrict, area, ...rule }).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet(rule)).execute()
