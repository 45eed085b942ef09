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

export interface Chosen { subdistricts: readonly number[], area: string, housing?: string | undefined, populationKind?: string | undefined, groups?: string[] | undefined, tag?: string | undefined, own?: { name: string, part: string | null, whole: string | null } | undefined, standing?: string | undefined }

/** Along the buildings as people walk; each person once, by their main home where it is in the area asked for. Which ones is said by the function, which looks past the policy for the sake of its indexes: see the migration. */
export function list(ctx: Ctx, { subdistricts, area, housing, populationKind, groups, tag, own, standing = 'present' }: Chosen, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  const asked = sql.join([subdistricts, area, housing ?? null, populationKind ?? null, groups ?? null, tag ?? null, own?.name ?? null, own?.part ?? null, own?.whole ?? null, standing, after?.[0] ?? null, after?.[1] ?? null, limit])
  const chosen = sql<{ subdistrict: number, residency: string, person: string }>`list_people(${asked})`
  return ctx.db.selectFrom(chosen.as('chosen'))
    .innerJoin('residency', (join) => join.onRef('residency.subdistrict', '=', 'chosen.subdistrict').onRef('residency.id', '=', 'chosen.residency'))
    .innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'chosen.subdistrict').onRef('person.id', '=', 'chosen.person'))
    .selectAll('person').select(['residency.place as sorted', 'residency.id as residency']).orderBy('residency.place').orderBy('residency.id').execute()
}

/** Who lives behind which door, and no number. */
export function listDoors(ctx: Ctx, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  let query = ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .leftJoin('housing', (join) => join.onRef('housing.subdistrict', '=', 'residency.subdistrict').onRef('housing.id', '=', 'residency.housing'))
    .select(['person.id', 'person.name', 'residency.id as residency', 'residency.area', 'residency.place', 'housing.address']).where('residency.is_last', '=', true).where('residency.until', 'is', null).where('person.standing', '=', 'present')
  if (after) query = query.where(sql<boolean>`(residency.place, residency.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('residency.place').orderBy('residency.id').limit(limit).execute()
}

export const insertResidency = (ctx: Ctx, row: Insertable<Residency>) => ctx.db.insertInto('residency').values(row).execute()
export const updateResidency = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, change: Updateable<Residency>) =>
  ctx.db.updateTable('residency').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

/** Where people mainly live now. */
export const listMainHomes = (ctx: Ctx, subdistrict: number, people: readonly string[]) =>
  ctx.db.selectFrom('residency').select(['id', 'person', 'role', 'since']).where('subdistrict', '=', subdistrict).where(sql<boolean>`person = any(${people}::uuid[])`).where('is_main', '=', true).where('is_last', '=', true).where('until', 'is', null).execute()

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

/** The same, whole. */
export const listParts = async (ctx: Ctx, row: Pick<PersonRow, 'subdistrict' | 'id'>): Promise<PersonRow[]> => listByIds(ctx, row.subdistrict, (await listMergedInto(ctx, row)).map(({ id }) => id))

/** Takes these fields out of merges, files, requests and answers that repeat them; `sealed` lie together there. @returns those that stand in frozen ledgers. See the migration. */
export const forgetCopies = async (ctx: Ctx, { subdistrict, id }: Pick<PersonRow, 'subdistrict' | 'id'>, { names, sealed }: { names: readonly string[], sealed: readonly string[] }): Promise<string[]> =>
  (await sql<{ archived: string[] }>`select person_forget_copies(${subdistrict}, ${id}, ${names}::text[], ${sealed}::text[]) as archived`.execute(ctx.db)).rows[0]!.archived

/** The community that keeps a number which the person asking may not see; see the migration. */
export const communityOfNumber = async (ctx: Ctx, subdistrict: number, index: Buffer): Promise<string | null> =>
  (await sql<{ area: string | null }>`select person_community(${subdistrict}, ${index}) as area`.execute(ctx.db)).rows[0]?.area ?? null

/** In the order of the function, which looks past the policy for the sake of its indexes: see the migration. */
export async function findBy(ctx: Ctx, subdistricts: readonly number[], { by, text, index }: { by: string, text: string, index: Buffer | null }, most: number): Promise<PersonRow[]> {
  const { rows: found } = await sql<{ id: string }>`select id from find_people(${subdistricts}, ${by}, ${text}, ${index}, ${most}) as id`.execute(ctx.db)
  if (found.length === 0) return []
  const rows = await ctx.db.selectFrom('person').selectAll().where('subdistrict', 'in', subdistricts).where('id', 'in', found.map(({ id }) => id)).execute()
  return found.flatMap(({ id }) => rows.find((row) => row.id === id) ?? [])
}

export const findMany = (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<PersonRow[]> =>
  ctx.db.selectFrom('person').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
export const lockMany = (ctx: Ctx, subdistrict: number, ids: readonly string[]): Promise<PersonRow[]> =>
  ctx.db.selectFrom('person').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`id = any(${ids}::uuid[])`).orderBy('id').forUpdate().execute()

/** Stores what became of many people in one statement, each as `jsonOf` (row) writes them. */
export async function storeMany(ctx: Ctx, subdistrict: number, rows: (Record<string, unknown> & { id: string })[]): Promise<void> {
  if (rows.length === 0) return
  await sql`update person set name = one.name, pinyin = one.pinyin, initials = one.initials, certificate = one.certificate, number = one.number, number_index = one.number_index, number_masked = one.number_masked,
    number_tail = one.number_tail, sex = one.sex, birth = one.birth, phone = one.phone, phone_index = one.phone_index, phone_masked = one.phone_masked, phone_tail = one.phone_tail, population_kind = one.population_kind,
    groups = one.groups, facts = one.facts, sealed = one.sealed, sources = one.sources, revision = one.revision, changed_at = ${ctx.now}, checked_at = ${ctx.now}
    from json_populate_recordset(null::person, ${JSON.stringify(rows)}::json) as one where person.subdistrict = ${subdistrict} and person.id = one.id`.execute(ctx.db)
}
