import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

/** Names of areas, and where buildings stand. */
export const listAreas = (ctx: Ctx, paths: string[]) =>
  ctx.db.selectFrom('area').select(['path', 'name', 'lng', 'lat', 'floors']).where(sql<boolean>`path = any (${paths})`).execute()

/** How many entrances a building has and how high its units reach. */
export const listBuildings = (ctx: Ctx, areas: string[]) =>
  ctx.db.selectFrom('housing').select(['area', sql<number>`count(distinct nullif(entrance, ''))::integer`.as('entrances'), sql<number | null>`max(floor)::integer`.as('floors')])
    .where(sql<boolean>`area = any (${areas})`).where('ended_on', 'is', null).groupBy('area').execute()

/** Owners of homes (居住关系 01) or the heads of the households in them (与户主关系 01, 02; GB/T 4761), as far as they are seen. */
export const listDwellers = (ctx: Ctx, homes: string[], who: 'owner' | 'head') =>
  ctx.db.selectFrom('residency').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'residency.subdistrict').onRef('person.id', '=', 'residency.person'))
    .select(['residency.housing', 'person.name', 'person.address', 'person.number', 'person.number_masked', 'person.phone', 'person.phone_masked'])
    .where(sql<boolean>`residency.housing = any (${homes}::uuid[])`).where('residency.until', 'is', null)
    .where(who === 'owner' ? sql<boolean>`residency.role = '01'` : sql<boolean>`person.facts ->> 'kinship' in ('01', '02')`).orderBy('residency.created_at').execute()

/** Who answers for households, as far as they are seen. */
export const listHeads = (ctx: Ctx, ids: string[]) =>
  ctx.db.selectFrom('person').select(['id', 'name', 'address', 'number', 'number_masked', 'phone', 'phone_masked']).where(sql<boolean>`id = any (${ids}::uuid[])`).execute()
