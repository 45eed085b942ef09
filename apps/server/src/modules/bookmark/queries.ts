import type { Ctx } from '../../kernel/ctx.ts'

export const list = (ctx: Ctx, of: string) =>
  ctx.db.selectFrom('bookmark').select(['id', 'name', 'query']).where('person', '=', ctx.actor.id).where('list', '=', of).where('is_dropped', '=', false).orderBy('at').limit(50).execute()

export const insert = (ctx: Ctx, row: { id: string, list: string, name: string, query: string }) =>
  ctx.db.insertInto('bookmark').values({ ...row, person: ctx.actor.id!, at: ctx.now }).execute()

export const drop = async (ctx: Ctx, id: string): Promise<boolean> =>
  (await ctx.db.updateTable('bookmark').set({ is_dropped: true }).where('id', '=', id).where('is_dropped', '=', false).executeTakeFirst()).numUpdatedRows > 0n
