import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Relation } from '../../kernel/schema.gen.ts'

export type RelationRow = Selectable<Relation>
export interface Of { person?: string | undefined, enterprise?: string | undefined, housing?: string | undefined, building?: string | undefined }

export const insert = (ctx: Ctx, row: Insertable<Relation>): Promise<RelationRow> => ctx.db.insertInto('relation').values(row).returningAll().executeTakeFirstOrThrow()
export const lock = (ctx: Ctx, id: string): Promise<RelationRow | undefined> => ctx.db.selectFrom('relation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const end = (ctx: Ctx, { subdistrict, id }: Pick<RelationRow, 'subdistrict' | 'id'>, until: string): Promise<RelationRow> =>
  ctx.db.updateTable('relation').set({ until }).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Who is it now; one at most. */
export const legalPersonsOf = (ctx: Ctx, subdistrict: number, enterprise: string): Promise<RelationRow[]> =>
  ctx.db.selectFrom('relation').selectAll().where('subdistrict', '=', subdistrict).where('enterprise', '=', enterprise).where('kind', '=', 'legalPerson').where('until', 'is', null).forUpdate().execute()

/** Those that hold first, then the latest. */
export function list(ctx: Ctx, subdistrict: number, { person, enterprise, housing, building }: Of, limit: number): Promise<RelationRow[]> {
  let query = ctx.db.selectFrom('relation').selectAll().where('subdistrict', '=', subdistrict)
  if (person) query = query.where((is) => is.or([is('person', '=', person), is('relative', '=', person)]))
  if (enterprise) query = query.where('enterprise', '=', enterprise)
  if (housing) query = query.where('housing', '=', housing)
  if (building) query = query.where('building', '=', building)
  return query.orderBy(sql`until desc nulls first`).orderBy('created_at', 'desc').limit(limit).execute()
}

/** One of the ends, as far as the person asking may see it. */
export interface Shown { name: string, area: string }
const shown = async (query: Promise<(Shown & { id: string })[]>): Promise<[string, Shown][]> => (await query).map(({ id, ...one }) => [id, one])

/** What stands at the ends, as far as the person asking may see it. */
export async function endsOf(ctx: Ctx, subdistrict: number, rows: readonly RelationRow[]): Promise<ReadonlyMap<string, Shown>> {
  const ids = (ends: (row: RelationRow) => (string | null)[]) => [...new Set(rows.flatMap(ends).filter((one) => one !== null))]
  const [people, enterprises, housing] = [ids(({ person, relative }) => [person, relative]), ids(({ enterprise }) => [enterprise]), ids((row) => [row.housing])]
  return new Map([
    ...people.length === 0 ? [] : await shown(ctx.db.selectFrom('person').select(['id', 'name', 'area']).where('subdistrict', '=', subdistrict).where('id', 'in', people).execute()),
    ...enterprises.length === 0 ? [] : await shown(ctx.db.selectFrom('enterprise').select(['id', 'name', 'area']).where('subdistrict', '=', subdistrict).where('id', 'in', enterprises).execute()),
    ...housing.length === 0 ? [] : await shown(ctx.db.selectFrom('housing').select(['id', 'address as name', 'area']).where('subdistrict', '=', subdistrict).where('id', 'in', housing).execute()),
  ])
}
