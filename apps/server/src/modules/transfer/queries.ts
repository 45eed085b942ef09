import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Transfer } from '../../kernel/schema.gen.ts'

export type TransferRow = Selectable<Transfer>

export const findKeeper = async (ctx: Ctx, subdistrict: number, index: Buffer): Promise<{ id: string, name: string, area: string } | undefined> =>
  (await sql<{ id: string, name: string, area: string }>`select * from person_keeper(${subdistrict}, ${index})`.execute(ctx.db)).rows[0]

export const insert = (ctx: Ctx, row: Insertable<Transfer>): Promise<TransferRow> => ctx.db.insertInto('transfer').values(row).returningAll().executeTakeFirstOrThrow()
export const lock = (ctx: Ctx, id: string): Promise<TransferRow | undefined> => ctx.db.selectFrom('transfer').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<TransferRow, 'subdistrict' | 'id'>, change: Updateable<Transfer>): Promise<TransferRow> =>
  ctx.db.updateTable('transfer').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** The newest first. Asked for one person, only what may be told of them: who may not know yet whom a request is about finds none by guessing. */
export function list(ctx: Ctx, { status, person, isToDecide, after, limit }: { status: string | undefined, person: string | undefined, isToDecide?: boolean | undefined, after: (string | number)[] | undefined, limit: number }): Promise<TransferRow[]> {
  let query = ctx.db.selectFrom('transfer').selectAll()
  if (status) query = query.where('status', '=', status)
  if (person) query = query.where('person', '=', person).where(sql<boolean>`(in_my_area(area) or status = 'done')`)
  if (isToDecide) query = query.where('status', '=', 'asked').where(sql<boolean>`in_my_area(area)`)
  if (after) query = query.where(sql<boolean>`(asked_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}
