import { areaOf } from '@linli/standards'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Choice } from './figure-queries.ts'
import type { Facts } from './measure-rules.ts'

type Where = Pick<Choice, 'area' | 'subdistrict'>

/** People and ground of each community of a place. */
export async function factsByArea(ctx: Ctx, { area, subdistrict }: Where): Promise<Map<string, Facts>> {
  const rows = await ctx.db.selectFrom('area_fact').select(['area', 'people', 'km2'])
    .$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).$if(area !== undefined, (query) => query.where(sql<boolean>`area >= ${area} and area < ${area} || U&'\\FFFF'`)).execute()
  return new Map(rows.map((row) => [row.area, { people: row.people, km2: row.km2 }]))
}

/** Of all of them together; nothing where one of the communities is not told, because the sum would be too small. */
export async function factsOf(ctx: Ctx, where: Where): Promise<Facts> {
  const [all, told] = [await listCommunities(ctx, where), await factsByArea(ctx, where)]
  const sumOf = (of: keyof Facts) => all.reduce<number | null>((sum, { path }) => (sum === null || told.get(path)?.[of] == null ? null : sum + told.get(path)![of]!), all.length === 0 ? null : 0)
  return { people: sumOf('people'), km2: sumOf('km2') }
}

const within = (place: string) => sql<boolean>`path >= ${place} and path < ${place} || U&'\\FFFF'`

/** Communities that stand today and may be seen. */
export const listCommunities = (ctx: Ctx, { area, subdistrict }: Where) =>
  ctx.db.selectFrom('area').select(['path', 'name']).where('kind', '=', 'community').where((is) => is.or([is('valid_until', 'is', null), is(sql<string>`valid_until`, '>', sql<string>`${ctx.now}::date`)]))
    .$if(subdistrict > 0, (query) => query.where(within(areaOf(subdistrict)))).$if(area !== undefined, (query) => query.where(within(area!)))
    .where(sql<boolean>`in_my_area(path)`).orderBy('path').execute()

export const listFacts = (ctx: Ctx, office: string) => ctx.db.selectFrom('area_fact').selectAll().where(sql<boolean>`area >= ${office} and area < ${office} || U&'\\FFFF'`).execute()

export const putFact = (ctx: Ctx, row: { area: string, subdistrict: number, people: number, km2: number | null, source: string, as_of: string }) => {
  const told = { people: row.people, km2: row.km2, source: row.source, as_of: row.as_of, changed_at: ctx.now, changed_name: ctx.actor.name }
  return ctx.db.insertInto('area_fact').values({ area: row.area, subdistrict: row.subdistrict, ...told }).onConflict((conflict) => conflict.column('area').doUpdateSet(told)).returningAll().executeTakeFirstOrThrow()
}
