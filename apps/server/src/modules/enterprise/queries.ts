import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Enterprise } from '../../kernel/schema.gen.ts'

export type EnterpriseRow = Selectable<Enterprise>

export const insert = (ctx: Ctx, row: Insertable<Enterprise>): Promise<EnterpriseRow> => ctx.db.insertInto('enterprise').values(row).returningAll().executeTakeFirstOrThrow()
export const find = (ctx: Ctx, id: string): Promise<EnterpriseRow | undefined> => ctx.db.selectFrom('enterprise').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<EnterpriseRow | undefined> => ctx.db.selectFrom('enterprise').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const update = (ctx: Ctx, { subdistrict, id }: Pick<EnterpriseRow, 'subdistrict' | 'id'>, change: Updateable<Enterprise>): Promise<EnterpriseRow> =>
  ctx.db.updateTable('enterprise').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export const findByCode = (ctx: Ctx, subdistrict: number, code: string): Promise<EnterpriseRow | undefined> =>
  ctx.db.selectFrom('enterprise').selectAll().where('subdistrict', '=', subdistrict).where('credit_code', '=', code).executeTakeFirst()

/** The community that keeps a credit code which the person asking may not see; see the migration. */
export const communityOfCode = async (ctx: Ctx, subdistrict: number, code: string): Promise<string | null> =>
  (await sql<{ area: string | null }>`select enterprise_community(${subdistrict}, ${code}) as area`.execute(ctx.db)).rows[0]?.area ?? null

export interface Chosen { subdistrict: number, area: string, housing?: string | undefined, sort?: string | undefined, industry?: string | undefined, state?: string | undefined, attention?: string | undefined, placeKind?: string | undefined, tag?: string | undefined, own?: RawBuilder<boolean> | undefined }

/** Along the buildings as people walk. */
export function list(ctx: Ctx, { subdistrict, area, housing, placeKind, tag, own, ...equal }: Chosen, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<EnterpriseRow[]> {
  let query = ctx.db.selectFrom('enterprise').selectAll().$if(subdistrict > 0, (one) => one.where('subdistrict', '=', subdistrict)).where('place', '>=', area).where(sql<boolean>`place < ${area} || U&'\\FFFF'`)
  for (const column of ['sort', 'industry', 'state', 'attention'] as const) if (equal[column]) query = query.where(column, '=', equal[column])
  if (housing) query = query.where('housing', '=', housing)
  if (placeKind) query = query.where(sql<boolean>`${placeKind} = any(place_kinds)`)
  if (tag) query = query.where(sql<boolean>`tags @> array[${tag}]`)
  if (own) query = query.where(own)
  if (after) query = query.where(sql<boolean>`(place, id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('place').orderBy('id').limit(limit).execute()
}

/** In the order of the function, which looks past the policy for the sake of its indexes: see the migration. */
export async function findBy(ctx: Ctx, subdistricts: readonly number[], { by, text, index }: { by: string, text: string, index: Buffer | null }, most: number): Promise<EnterpriseRow[]> {
  const { rows: found } = await sql<{ id: string }>`select id from find_enterprises(${subdistricts}, ${by}, ${text}, ${index}, ${most}) as id`.execute(ctx.db)
  if (found.length === 0) return []
  const rows = await ctx.db.selectFrom('enterprise').selectAll().where('subdistrict', 'in', subdistricts).where('id', 'in', found.map(({ id }) => id)).execute()
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
}

/** Many by their ids, these; held until the end of the transaction in the order of their ids: who holds several waits for nobody who waits for them. */
export const findMany = (ctx: Ctx, subdistrict: number, ids: readonly string[], isHeld: boolean): Promise<EnterpriseRow[]> =>
  ctx.db.selectFrom('enterprise').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any (${ids}::uuid[])`).orderBy('id').$if(isHeld, (query) => query.forUpdate()).execute()

/** Answers which are new: a credit code that is there already leaves them out. */
export const insertNew = async (ctx: Ctx, rows: Insertable<Enterprise>[]): Promise<string[]> =>
  (rows.length === 0 ? [] : (await ctx.db.insertInto('enterprise').values(rows).onConflict((conflict) => conflict.doNothing()).returning('id').execute()).map(({ id }) => id))
