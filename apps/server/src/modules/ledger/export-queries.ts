import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { LedgerExport } from '../../kernel/schema.gen.ts'

export type ExportRow = Selectable<LedgerExport>

export const insertExport = (ctx: Ctx, row: Insertable<LedgerExport>): Promise<ExportRow> => ctx.db.insertInto('ledger_export').values(row).returningAll().executeTakeFirstOrThrow()
export const findExport = (ctx: Ctx, id: string): Promise<ExportRow | undefined> => ctx.db.selectFrom('ledger_export').selectAll().where('id', '=', id).executeTakeFirst()
export const lockExport = (ctx: Ctx, id: string): Promise<ExportRow | undefined> => ctx.db.selectFrom('ledger_export').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const updateExport = (ctx: Ctx, { subdistrict, id }: Pick<ExportRow, 'subdistrict' | 'id'>, change: Updateable<LedgerExport>): Promise<ExportRow> =>
  ctx.db.updateTable('ledger_export').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

type After = (string | number)[] | undefined

/** The newest first. */
export const listMine = (ctx: Ctx, after: After, limit: number): Promise<ExportRow[]> =>
  ctx.db.selectFrom('ledger_export').selectAll().where('asked_by', '=', ctx.actor.id)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(asked_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Who has waited longest first; whose time to be decided is over waits no more. */
export const listToDecide = (ctx: Ctx, after: After, limit: number): Promise<ExportRow[]> =>
  ctx.db.selectFrom('ledger_export').selectAll().where('status', '=', 'asked').where('asked_by', '!=', ctx.actor.id).where('expires_at', '>', ctx.now)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(asked_at, id) > (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('asked_at').orderBy('id').limit(limit).execute()
