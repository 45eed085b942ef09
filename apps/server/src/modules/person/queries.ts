import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Person, Residency } from '../../kernel/schema.gen.ts'

export type PersonRow = Selectable<Person>

export const insert = (ctx: Ctx, row: Insertable<Person>): Promise<PersonRow> => ctx.db.insertInto('person').values(row).returningAll().executeTakeFirstOrThrow()

export const find = (ctx: Ctx, id: string): Promise<PersonRow | undefined> => ctx.db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<PersonRow | undefined> => ctx.db.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

export const update = (ctx: Ctx, { subdistrict, id }: Pick<PersonRow, 'subdistrict' | 'id'>, change: Updateable<Person>): Promise<PersonRow> =>
  ctx.db.updateTable('person').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Whom a certificate number belongs to already, as far as the person asking may see them. */
export const findByNumber = (ctx: Ctx, subdistrict: number, index: Buffer): Promise<PersonRow | undefined> =>
  ctx.db.selectFrom('person').selectAll().where('subdistrict', '=', subdistrict).where('number_index', '=', index).where('merged_into', 'is', null).executeTakeFirst()

export interface Chosen { subdistrict: number, area: string, housing?: string | undefined, populationKind?: string | undefined, groups?: string[] | undefined, standing?: string | undefined }

/** Along the buildings as people walk; each person once for each place they live in. */
export function list(ctx: Ctx, { subdistrict, area, housing, populationKind, groups, standing = 'present' }: Chosen, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  let query = ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .selectAll('person').select(['residency.place as sorted', 'residency.id as residency']).where('residency.is_last', '=', true).where('person.standing', '=', standing)
    .$if(subdistrict > 0, (one) => one.where('residency.subdistrict', '=', subdistrict)).where('residency.place', '>=', area).where(sql<boolean>`residency.place < ${area} || U&'\\FFFF'`)
  if (housing) query = query.where('residency.housing', '=', housing)
  if (populationKind) query = query.where('person.population_kind', '=', populationKind)
  if (groups) query = query.where(sql<boolean>`person.groups && ${groups}::text[]`)
  if (after) query = query.where(sql<boolean>`(residency.place, residency.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('residency.place').orderBy('residency.id').limit(limit).execute()
}

export const insertResidency = (ctx: Ctx, row: Insertable<Residency>) => ctx.db.insertInto('residency').values(row).execute()
export const updateResidency = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, change: Updateable<Residency>) =>
  ctx.db.updateTable('residency').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

/** Those that hold first, then the latest. */
export const listResidencies = (ctx: Ctx, { subdistrict, id }: Pick<PersonRow, 'subdistrict' | 'id'>) =>
  ctx.db.selectFrom('residency').leftJoin('housing', (join) => join.onRef('housing.subdistrict', '=', 'residency.subdistrict').onRef('housing.id', '=', 'residency.housing'))
    .selectAll('residency').select('housing.address').where('residency.subdistrict', '=', subdistrict).where('residency.person', '=', id)
    .orderBy(sql`residency.until nulls first`).orderBy('residency.is_main', 'desc').orderBy('residency.created_at', 'desc').execute()

export const listByIds = (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<PersonRow[]> =>
  ids.length === 0 ? Promise.resolve([]) : ctx.db.selectFrom('person').selectAll().where('subdistrict', '=', subdistrict).where('id', 'in', ids).execute()

/** The records that were made part of this one, and what had been made part of them. */
export const listMergedInto = async (ctx: Ctx, { subdistrict, id }: Pick<PersonRow, 'subdistrict' | 'id'>): Promise<Pick<PersonRow, 'subdistrict' | 'id' | 'area'>[]> =>
  (await sql<Pick<PersonRow, 'subdistrict' | 'id' | 'area'>>`with recursive part as (select subdistrict, id, area from person where subdistrict = ${subdistrict} and merged_into = ${id}
    union select p.subdistrict, p.id, p.area from part join person p on p.subdistrict = part.subdistrict and p.merged_into = part.id) select * from part limit 50`.execute(ctx.db)).rows

/** The community that keeps a number which the person asking may not see; see the migration. */
export const communityOfNumber = async (ctx: Ctx, subdistrict: number, index: Buffer): Promise<string | null> =>
  (await sql<{ area: string | null }>`select person_community(${subdistrict}, ${index}) as area`.execute(ctx.db)).rows[0]?.area ?? null

/** In the order of the function, which looks past the policy for the sake of its indexes: see the migration. */
export async function findBy(ctx: Ctx, subdistrict: number, { by, text, index }: { by: string, text: string, index: Buffer | null }, most: number): Promise<PersonRow[]> {
  const { rows: found } = await sql<{ id: string }>`select id from find_people(${subdistrict}, ${by}, ${text}, ${index}, ${most})`.execute(ctx.db)
  if (found.length === 0) return []
  const rows = await ctx.db.selectFrom('person').selectAll().where('subdistrict', '=', subdistrict).where('id', 'in', found.map(({ id }) => id)).execute()
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
}
