import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export type ResidentRow = Awaited<ReturnType<typeof listResidents>>[number]

/** Who lives behind a door, or in a building as people walk. */
export function listResidents(ctx: Ctx, { building, housing }: { building?: string | undefined, housing?: string | undefined }, { after, limit }: { after: (string | number)[] | undefined, limit: number }) {
  let query = ctx.db.selectFrom('residency')
    .innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .leftJoin('household', (join) => join.onRef('household.subdistrict', '=', 'residency.subdistrict').onRef('household.id', '=', 'residency.household'))
    .select(['residency.id as residency', 'residency.person', 'residency.subdistrict', 'residency.area', 'residency.place', 'residency.housing', 'residency.household', 'residency.role', 'residency.since', 'household.head'])
    .select(['person.name', 'person.certificate', 'person.sex', 'person.birth', 'person.population_kind', 'person.groups', 'person.facts', 'person.sealed', 'person.number', 'person.phone', 'person.revision', 'person.checked_at'])
    .where('residency.is_last', '=', true).where('residency.until', 'is', null).where('person.standing', '=', 'present')
  if (building !== undefined) query = query.where('residency.area', '=', building)
  if (housing !== undefined) query = query.where('residency.housing', '=', housing)
  if (after) query = query.where(sql<boolean>`(residency.place, residency.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy('residency.place').orderBy('residency.id').limit(limit).execute()
}

/** Where somebody lives now, as far as the person asking may see it. */
export const residencyOf = (ctx: Ctx, id: string) =>
  ctx.db.selectFrom('residency').select(['id', 'subdistrict', 'area', 'housing', 'person', 'household']).where('id', '=', id).where('until', 'is', null).executeTakeFirst()

/** Where somebody lives now, the main home first. */
export const homesOf = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }) =>
  ctx.db.selectFrom('residency').leftJoin('housing', (join) => join.onRef('housing.subdistrict', '=', 'residency.subdistrict').onRef('housing.id', '=', 'residency.housing'))
    .select(['residency.housing', 'residency.area', 'housing.address']).where('residency.subdistrict', '=', subdistrict).where('residency.person', '=', id).where('residency.until', 'is', null)
    .orderBy('residency.is_main', 'desc').orderBy('residency.id').execute()
