import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Household } from '../../kernel/schema.gen.ts'

export type HouseholdRow = Selectable<Household>

export const insert = (ctx: Ctx, row: Insertable<Household>): Promise<HouseholdRow> => ctx.db.insertInto('household').values(row).returningAll().executeTakeFirstOrThrow()
export const find = (ctx: Ctx, id: string): Promise<HouseholdRow | undefined> => ctx.db.selectFrom('household').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<HouseholdRow | undefined> => ctx.db.selectFrom('household').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const update = (ctx: Ctx, { subdistrict, id }: Pick<HouseholdRow, 'subdistrict' | 'id'>, change: Updateable<Household>): Promise<HouseholdRow> =>
  ctx.db.updateTable('household').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Along the buildings as people walk, those that stand, each with its head and how many are in it. */
export function list(ctx: Ctx, { subdistrict, area, housing, kind, tag, own, among }: { subdistrict: number, area: string, housing?: string | undefined, kind?: string | undefined, tag?: string | undefined, own?: RawBuilder<boolean> | undefined, among?: { households: string[], units: string[] } | undefined }, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  let query = ctx.db.selectFrom('household').selectAll().select((is) => [
    is.selectFrom('residency').select(sql<number>`count(*)::integer`.as('people')).whereRef('residency.subdistrict', '=', 'household.subdistrict').whereRef('residency.household', '=', 'household.id').where('residency.until', 'is', null).as('people'),
    is.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person')).select('person.name').whereRef('residency.subdistrict', '=', 'household.subdistrict')
      .whereRef('residency.household', '=', 'household.id').where('residency.until', 'is', null).whereRef('person.id', '=', 'household.head').limit(1).as('head_name'),
  ]).where('ended_on', 'is', null).$if(subdistrict > 0, (one) => one.where('subdistrict', '=', subdistrict)).where('place', '>=', area).where(sql<boolean>`place < ${area} || U&'\\FFFF'`)
  if (housing) query = query.where('housing', '=', housing)
  if (kind) query = query.where('kind', '=', kind)
  if (tag) query = query.where(sql<boolean>`tags @> array[${tag}]`)
  if (own) query = query.where(own)
  if (among) query = query.where(sql<boolean>`(id = any(${among.households}::uuid[]) or housing = any(${among.units}::uuid[]))`)
  if (after) query = query.where(sql<boolean>`(place, id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('place').orderBy('id').limit(limit).execute()
}

/** By the name of their head, as far as the person asking may see them: see the migration. */
export const headedBy = async (ctx: Ctx, subdistricts: readonly number[], { by, looked }: { by: 'name' | 'initials' | 'pinyin', looked: string }, most: number): Promise<string[]> =>
  (await sql<{ id: string }>`select id from households_headed(${subdistricts}, ${by}, ${looked}, ${most}) as id`.execute(ctx.db)).rows.map(({ id }) => id)

const residencies = (ctx: Ctx, subdistrict: number) => ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
  .select(['residency.id', 'residency.person', 'residency.area', 'residency.housing', 'residency.household', 'residency.role', 'residency.since', 'residency.until', 'person.name', 'person.sex', 'person.birth', 'person.phone_masked', 'person.groups', sql<string | null>`person.facts ->> 'kinship'`.as('kinship')])
  .where('residency.subdistrict', '=', subdistrict)

export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number]

/** Who is in a household, and who was, the latest first. */
export const listMembers = (ctx: Ctx, { subdistrict, id }: Pick<HouseholdRow, 'subdistrict' | 'id'>) =>
  residencies(ctx, subdistrict).where('residency.household', '=', id).orderBy(sql`residency.until nulls first`).orderBy(sql`person.birth nulls last`).orderBy('residency.id').execute()

/** These residencies, held until the end of the transaction. */
export const lockResidencies = (ctx: Ctx, subdistrict: number, ids: readonly string[]) => (ids.length === 0 ? Promise.resolve([]) : residencies(ctx, subdistrict).where('residency.id', 'in', ids).forUpdate('residency').execute())

/** Many by their ids, those that stand; held until the end of the transaction in the order of their ids: who holds several waits for nobody who waits for them. */
export const findMany = (ctx: Ctx, subdistrict: number, ids: readonly string[], isHeld: boolean): Promise<HouseholdRow[]> =>
  ctx.db.selectFrom('household').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any (${ids}::uuid[])`).where('ended_on', 'is', null).orderBy('id').$if(isHeld, (query) => query.forUpdate()).execute()
