import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Ledger } from '../../kernel/schema.gen.ts'

export type LedgerRow = Selectable<Ledger>

export const find = (ctx: Ctx, id: string): Promise<LedgerRow | undefined> => ctx.db.selectFrom('ledger').selectAll().where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<LedgerRow | undefined> => ctx.db.selectFrom('ledger').selectAll().where('id', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()
export const insert = (ctx: Ctx, row: Insertable<Ledger>): Promise<LedgerRow> => ctx.db.insertInto('ledger').values(row).returningAll().executeTakeFirstOrThrow()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<LedgerRow, 'subdistrict' | 'id'>, change: Updateable<Ledger>): Promise<LedgerRow> =>
  ctx.db.updateTable('ledger').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** One's own and the communities' first, then the street's, then what comes with the platform, each in the order they were made. */
export const list = (ctx: Ctx, { kind, base, after, limit }: { kind: string | undefined, base: string | undefined, after: (string | number)[] | undefined, limit: number }): Promise<LedgerRow[]> =>
  ctx.db.selectFrom('ledger').selectAll().where('ended_at', 'is', null).$if(kind !== undefined, (query) => query.where('kind', '=', kind!)).$if(base !== undefined, (query) => query.where('base', '=', base!))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(area < ${after?.[0]} or area = ${after?.[0]} and id > ${after?.[1]}::uuid)`)).orderBy('area', 'desc').orderBy('id').limit(limit).execute()
