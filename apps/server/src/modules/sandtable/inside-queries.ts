import { sql, type SelectQueryBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import type { Some } from './event-queries.ts'

interface Line { polygon: string, box: { west: number, south: number, east: number, north: number }, areas: readonly string[] }

export interface BuildingRow { path: string, name: string, floors: number | null, lng: number, lat: number }

/** Buildings whose centre lies inside, below one of these areas. */
export async function listBuildings(ctx: Ctx, { polygon, box, areas }: Line, { after, limit }: { after: string | number | undefined, limit: number }): Promise<BuildingRow[]> {
  const { rows } = await sql<BuildingRow>`select path, name, floors, lng, lat from area
    where kind = 'building' and lng between ${box.west} and ${box.east} and lat between ${box.south} and ${box.north} and ${polygon}::polygon @> point(lng, lat)
      and (valid_until is null or valid_until > ${ctx.now}) and path ^@ any (${areas}::text[]) and (${after ?? null}::text is null or path > ${after ?? ''})
    order by path limit ${limit}`.execute(ctx.db)
  return rows
}

export async function countSome<O>(ctx: Ctx, some: Some<O>, most: number): Promise<number> {
  const counted = some.select('event.id').limit(most)
  return (await ctx.db.selectFrom(counted.as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows
}

export const listNewest = <O extends { reported_at: Date, id: string }>(some: SelectQueryBuilder<DB, 'event', O>, after: (string | number)[] | undefined, limit: number): Promise<O[]> =>
  some.$if(after !== undefined, (query) => query.where(sql<boolean>`(reported_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(limit).execute() as Promise<O[]>

const livesIn = (buildings: readonly string[]) => sql`r.area = any (${buildings}::text[]) and r.is_last and r.until is null`

export async function countPeople(ctx: Ctx, buildings: readonly string[]): Promise<number> {
  const { rows } = await sql<{ people: number }>`select count(distinct person)::integer as people from residency r where ${livesIn(buildings)}`.execute(ctx.db)
  return rows[0]!.people
}

export interface InsideRow { id: string, name: string, birth: string | null, groups: string[], area: string, address: string | null, place: string, residency: string }

export async function listPeople(ctx: Ctx, { buildings, inCare }: { buildings: readonly string[], inCare: boolean }, after: (string | number)[] | undefined, limit: number): Promise<InsideRow[]> {
  const { rows } = await sql<InsideRow>`
    with one as (select distinct on (r.person) r.subdistrict, r.person, r.id as residency, r.area, r.place, r.housing from residency r where ${livesIn(buildings)} order by r.person, r.is_main desc, r.place, r.id)
    select p.id, p.name, p.birth, p.groups, one.area, coalesce(h.address, p.address) as address, one.place, one.residency from one
      join person p on p.subdistrict = one.subdistrict and p.id = one.person left join housing h on h.subdistrict = one.subdistrict and h.id = one.housing
    where p.standing = 'present' and (not ${inCare} or p.groups <> '{}') and (${after?.[0] ?? null}::text is null or (one.place, one.residency) > (${after?.[0] ?? null}, ${after?.[1] ?? null}::uuid))
    order by one.place, one.residency limit ${limit}`.execute(ctx.db)
  return rows
}
