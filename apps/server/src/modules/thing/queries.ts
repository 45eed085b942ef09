import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Thing } from '../../kernel/schema.gen.ts'

export type ThingRow = Selectable<Thing>

export const insert = (ctx: Ctx, row: Insertable<Thing>): Promise<ThingRow> => ctx.db.insertInto('thing').values(row).returningAll().executeTakeFirstOrThrow()
export const find = (ctx: Ctx, id: string): Promise<ThingRow | undefined> => ctx.db.selectFrom('thing').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<ThingRow | undefined> => ctx.db.selectFrom('thing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const update = (ctx: Ctx, { subdistrict, id }: Pick<ThingRow, 'subdistrict' | 'id'>, change: Updateable<Thing>): Promise<ThingRow> =>
  ctx.db.updateTable('thing').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export interface Chosen { subdistrict: number, area: string, housing?: string | undefined, kind?: string | undefined, state?: string | undefined, owner?: string | undefined, tag?: string | undefined, own?: RawBuilder<boolean> | undefined, among?: string[] | undefined }

/** Along the buildings as people walk, those that are there. A group of kinds is the beginning of their codes. */
export function list(ctx: Ctx, { subdistrict, area, housing, kind, state, owner, tag, own, among }: Chosen, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<ThingRow[]> {
  let query = ctx.db.selectFrom('thing').selectAll().where('ended_on', 'is', null).$if(subdistrict > 0, (one) => one.where('subdistrict', '=', subdistrict)).where('place', '>=', area).where(sql<boolean>`place < ${area} || U&'\\FFFF'`)
  if (kind) query = query.where(sql<boolean>`starts_with(kind, ${kind})`)
  if (state) query = query.where('state', '=', state)
  if (owner) query = query.where('owner', '=', owner)
  if (housing) query = query.where('housing', '=', housing)
  if (tag) query = query.where(sql<boolean>`tags @> array[${tag}]`)
  if (own) query = query.where(own)
  if (among) query = query.where(sql<boolean>`id = any(${among}::uuid[])`)
  if (after) query = query.where(sql<boolean>`(place, id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('place').orderBy('id').limit(limit).execute()
}

/** In the order of the function, which looks past the policy for the sake of its index: see the migration. */
export async function findBy(ctx: Ctx, subdistricts: readonly number[], text: string, most: number): Promise<ThingRow[]> {
  const { rows: found } = await sql<{ id: string }>`select id from find_things(${subdistricts}, ${text}, ${most}) as id`.execute(ctx.db)
  if (found.length === 0) return []
  const rows = await ctx.db.selectFrom('thing').selectAll().where('subdistrict', 'in', subdistricts).where('id', 'in', found.map(({ id }) => id)).execute()
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
}

export const namesOfUnits = async (ctx: Ctx, ids: string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(ids.length === 0 ? [] : (await ctx.db.selectFrom('unit').select(['id', 'name']).where('id', 'in', ids).execute()).map(({ id, name }) => [id, name]))

/** Many by their ids, those that are there; held until the end of the transaction in the order of their ids: who holds several waits for nobody who waits for them. */
export const findMany = (ctx: Ctx, subdistrict: number, ids: readonly string[], isHeld: boolean): Promise<ThingRow[]> =>
  ctx.db.selectFrom('thing').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any (${ids}::uuid[])`).where('ended_on', 'is', null).orderBy('id').$if(isHeld, (query) => query.forUpdate()).execute()

/** Answers which are new: a component code that is there already leaves them out. */
export const insertNew = async (ctx: Ctx, rows: Insertable<Thing>[]): Promise<string[]> =>
  (rows.length === 0 ? [] : (await ctx.db.insertInto('thing').values(rows).onConflict((conflict) => conflict.doNothing()).returning('id').execute()).map(({ id }) => id))
