import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Housing } from '../../kernel/schema.gen.ts'

export type HousingRow = Selectable<Housing>

export const find = (ctx: Ctx, id: string): Promise<HousingRow | undefined> => ctx.db.selectFrom('housing').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<HousingRow | undefined> => ctx.db.selectFrom('housing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The units of a building as people walk, each with how many live there. */
export const listIn = (ctx: Ctx, subdistrict: number, building: string, limit: number) =>
  ctx.db.selectFrom('housing').selectAll().select((is) => is.selectFrom('residency').select(sql<number>`count(distinct person)::integer`.as('people'))
    .whereRef('residency.subdistrict', '=', 'housing.subdistrict').whereRef('residency.housing', '=', 'housing.id').where('residency.until', 'is', null).as('people'))
    .where('subdistrict', '=', subdistrict).where('area', '=', building).where('ended_on', 'is', null).orderBy('place').limit(limit).execute()

/** Those that are there already are left as they are; answers how many are new. */
export async function insertNew(ctx: Ctx, rows: Insertable<Housing>[]): Promise<number> {
  const added = await ctx.db.insertInto('housing').values(rows).onConflict((conflict) => conflict.columns(['subdistrict', 'area', 'entrance', 'room', 'part']).doNothing()).returning('id').execute()
  return added.length
}

export const update = (ctx: Ctx, { subdistrict, id }: Pick<HousingRow, 'subdistrict' | 'id'>, change: Updateable<Housing>): Promise<HousingRow> =>
  ctx.db.updateTable('housing').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

export interface Door { place: string, building?: string, entrance?: string, room: string }

/** The key of a house is estate/group/building/entrance/room/part; the number of a village house stands where a building's does. */
export function findByDoor(ctx: Ctx, subdistrict: number, { place, building, entrance, room }: Door, most: number): Promise<HousingRow[]> {
  let query = ctx.db.selectFrom('housing').selectAll().where('subdistrict', '=', subdistrict).where('room', '=', room).where('ended_on', 'is', null)
  if (building !== undefined) query = query.where(sql<boolean>`split_part(key, '/', 3) = ${building}`)
  if (entrance !== undefined) query = query.where('entrance', '=', entrance)
  if (place !== '') query = query.where(sql<boolean>`strpos(split_part(key, '/', 1), ${place}) > 0`)
  return query.orderBy('place').limit(most).execute()
}
