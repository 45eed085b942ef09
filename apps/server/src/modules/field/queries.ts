import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { OwnField } from '../../kernel/schema.gen.ts'

export type OwnFieldRow = Selectable<OwnField>

/** Those of an area, of what is above it and of what is in it. */
export function list(ctx: Ctx, subdistrict: number, area: string, kind: string | undefined): Promise<OwnFieldRow[]> {
  const query = ctx.db.selectFrom('own_field').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`(starts_with(area, ${area}) or starts_with(${area}, area))`)
  return (kind ? query.where('kind', '=', kind) : query).orderBy('kind').orderBy('area').orderBy('sort').orderBy('name').limit(500).execute()
}
export const find = (ctx: Ctx, kind: string, name: string): Promise<OwnFieldRow | undefined> => ctx.db.selectFrom('own_field').selectAll().where('kind', '=', kind).where('name', '=', name).forUpdate().executeTakeFirst()
export const insert = (ctx: Ctx, row: Insertable<OwnField>): Promise<OwnFieldRow> => ctx.db.insertInto('own_field').values(row).returningAll().executeTakeFirstOrThrow()
export const update = (ctx: Ctx, { subdistrict, kind, name }: Pick<OwnFieldRow, 'subdistrict' | 'kind' | 'name'>, change: Updateable<OwnField>): Promise<OwnFieldRow> =>
  ctx.db.updateTable('own_field').set(change).where('subdistrict', '=', subdistrict).where('kind', '=', kind).where('name', '=', name).returningAll().executeTakeFirstOrThrow()

export const listRanks = (ctx: Ctx, subdistrict: number, kind: string) => ctx.db.selectFrom('source_rank').select(['field', 'sources']).where('subdistrict', '=', subdistrict).where('kind', '=', kind).execute()
export const putRank = (ctx: Ctx, row: { subdistrict: number, area: string, kind: string, field: string, sources: string[] }) =>
  ctx.db.insertInto('source_rank').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'kind', 'field']).doUpdateSet({ sources: row.sources })).execute()
