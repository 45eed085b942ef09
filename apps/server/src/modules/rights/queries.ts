import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RightsRequest } from '../../kernel/schema.gen.ts'

export type RequestRow = Selectable<RightsRequest>

export const insert = (ctx: Ctx, row: Insertable<RightsRequest>): Promise<RequestRow> => ctx.db.insertInto('rights_request').values(row).returningAll().executeTakeFirstOrThrow()
export const find = (ctx: Ctx, id: string): Promise<RequestRow | undefined> => ctx.db.selectFrom('rights_request').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<RequestRow | undefined> => ctx.db.selectFrom('rights_request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<RequestRow, 'subdistrict' | 'id'>, change: Updateable<RightsRequest>): Promise<RequestRow> =>
  ctx.db.updateTable('rights_request').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

type After = (string | number)[] | undefined

/** The newest first. */
export function list(ctx: Ctx, { statuses, after, limit }: { statuses: readonly string[] | undefined, after: After, limit: number }): Promise<RequestRow[]> {
  let query = ctx.db.selectFrom('rights_request').selectAll()
  if (statuses) query = query.where('status', 'in', statuses)
  if (after) query = query.where(sql<boolean>`(asked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** How many of an account wait: one person does not fill the inbox. */
export const openOf = async (ctx: Ctx, account: string): Promise<number> =>
  Number((await ctx.db.selectFrom('rights_request').select(({ fn }) => fn.countAll().as('n')).where('account', '=', account).where('status', 'in', ['asked', 'checked']).executeTakeFirstOrThrow()).n)

const mostCounted = 1000
/** How many wait in the areas of who asks, as far as it matters. */
export const countOpen = async (ctx: Ctx): Promise<number> =>
  (await ctx.db.selectFrom('rights_request').select('id').where('status', 'in', ['asked', 'checked']).limit(mostCounted).execute()).length

/** False where it is closed already. */
export const closeAccount = async (ctx: Ctx): Promise<boolean> => (await sql<{ closed: boolean }>`select account_close(${ctx.now}) as closed`.execute(ctx.db)).rows[0]!.closed
