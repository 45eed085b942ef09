import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Housing } from '../../kernel/schema.gen.ts'

export type HousingRow = Selectable<Housing>

export const find = (ctx: Ctx, id: string): Promise<HousingRow | undefined> => ctx.db.selectFrom('housing').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<HousingRow | undefined> => ctx.db.selectFrom('housing').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** The units of a building as people walk. */
export const listIn = (ctx: Ctx, subdistrict: number, building: string, limit: number): Promise<HousingRow[]> =>
  ctx.db.selectFrom('housing').selectAll().where('subdistrict', '=', subdistrict).where('area', '=', building).where('ended_on', 'is', null).orderBy('place').limit(limit).execute()

/** The unit of a building behind a door. */
export const findDoor = (ctx: Ctx, building: string, { entrance, room, part }: { entrance: string, room: string, part: string }): Promise<HousingRow | undefined> =>
  ctx.db.selectFrom('housing').selectAll().where('area', '=', building).where('entrance', '=', entrance).where('room', '=', room).where('part', '=', part).where('ended_on', 'is', null).executeTakeFirst()

/** The units of an area, as people walk, a page at a time. */
export function listOf(ctx: Ctx, subdistrict: number, area: string, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  let query = ctx.db.selectFrom('housing').select(['id', 'place', 'address']).where('subdistrict', '=', subdistrict).where(sql<boolean>`starts_with(area, ${area})`).where('ended_on', 'is', null)
  if (after) query = query.where(sql<boolean>`(place, id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('place').orderBy('id').limit(limit).execute()
}

/** Who lives in the units of a building, unit by unit: how many, when the eldest was born, and in which groups of care. */
export const listDwellers = (ctx: Ctx, subdistrict: number, building: string) =>
  ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .select(['residency.housing', sql<number>`count(distinct person.id)::integer`.as('people'), sql<string | null>`min(person.birth)`.as('born'), sql<string | null>`string_agg(array_to_string(person.groups, ','), ',')`.as('groups')])
    .where('residency.subdistrict', '=', subdistrict).where('residency.area', '=', building).where('residency.is_last', '=', true).where('residency.until', 'is', null).where('residency.housing', 'is not', null).groupBy('residency.housing').execute()

/** Those that are there already are left as they are; answers which are new. */
export async function insertNew(ctx: Ctx, rows: Insertable<Housing>[]): Promise<string[]> {
  const added = await ctx.db.insertInto('housing').values(rows).onConflict((conflict) => conflict.columns(['subdistrict', 'area', 'entrance', 'room', 'part']).doNothing()).returning('id').execute()
  return added.map(({ id }) => id)
}

export const update = (ctx: Ctx, { subdistrict, id }: Pick<HousingRow, 'subdistrict' | 'id'>, change: Updateable<Housing>): Promise<HousingRow> =>
  ctx.db.updateTable('housing').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** What was written of an address; the number of a village house stands where a building's does, a road and its number where an estate's name does. */
export interface Door { place: string, group?: string, building?: string, entrance?: string, room?: string }

/**
 * As people walk, in each sub-district as many as are wanted. The key of a house is estate/group/building/entrance/room/part: who wrote it from the left on finds it there; where nobody lives so, the name may be a part of the
 * estate's, and the index of the room or of the building's number is walked in the order of the answer.
 */
export async function findByDoor(ctx: Ctx, subdistricts: readonly number[], door: Door, most: number): Promise<HousingRow[]> {
  const { place, group, building, entrance, room } = door
  const asked = [
    sql`ended_on is null`, ...(room === undefined ? [] : [sql`room = ${room}`]), ...(building === undefined ? [] : [sql`building_no = ${building}`]), ...(entrance === undefined ? [] : [sql`entrance = ${entrance}`]),
    ...(group === undefined ? [] : [sql`split_part(key, '/', 2) = ${group}`]),
  ]
  const begins = place === '' ? [] : await findWhere(ctx, subdistricts, [...asked, sql`key >= ${`${beginning(door)}/`}`, sql`key < ${`${beginning(door)}0`}`], most)
  // A road with its number is written whole or not at all.
  if (begins.length > 0 || (room === undefined && building === undefined)) return begins
  return await findWhere(ctx, subdistricts, [...asked, ...place === '' ? [] : [sql`strpos(split_part(key, '/', 1), ${place}) > 0`]], most)
}

/** As much of a key as was written without a gap. */
const beginning = ({ place, group = '', building, entrance, room }: Door): string => [place, ...building === undefined ? [] : [group, building, ...entrance === undefined ? [] : [entrance, ...room === undefined ? [] : [room]]]].join('/')

const findWhere = async (ctx: Ctx, subdistricts: readonly number[], asked: readonly RawBuilder<unknown>[], most: number): Promise<HousingRow[]> => (await sql<HousingRow>`select found.* from unnest(${subdistricts}::integer[]) as tenant (code) cross join lateral (
    select * from housing where subdistrict = tenant.code and ${sql.join(asked, sql` and `)} order by place limit ${most}) as found order by found.place limit ${most}`.execute(ctx.db)).rows

/** Many by their ids, those that stand; held until the end of the transaction in the order of their ids: who holds several waits for nobody who waits for them. */
export const findMany = (ctx: Ctx, subdistrict: number, ids: readonly string[], isHeld: boolean): Promise<HousingRow[]> =>
  ctx.db.selectFrom('housing').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any (${ids}::uuid[])`).where('ended_on', 'is', null).orderBy('id').$if(isHeld, (query) => query.forUpdate()).execute()
