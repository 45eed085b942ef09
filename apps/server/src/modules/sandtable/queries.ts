import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

const within = (column: string, place: string) => sql`${sql.ref(column)} >= ${place} and ${sql.ref(column)} < ${place} || U&'\\FFFF'`

export interface CareRow { path: string, name: string, lng: number, lat: number, count: number, groups: Record<string, number> }

/** Of each building: how many in care live there, and how many of each group. */
export async function listCare(ctx: Ctx, { subdistrict, place, groups }: { subdistrict: number, place: string, groups: string[] | undefined }): Promise<CareRow[]> {
  const { rows } = await sql<CareRow>`
    with one as (select distinct r.area, p.id, p.groups from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
      where r.subdistrict = ${subdistrict} and ${within('r.area', place)} and r.is_last and r.until is null and p.standing = 'present' and p.groups <> '{}' and (${groups ?? null}::text[] is null or p.groups && ${groups ?? []}::text[])),
    told as (select area, "group", count(*)::integer as count from one, unnest(groups) as "group" where ${groups ?? null}::text[] is null or "group" = any (${groups ?? []}::text[]) group by 1, 2)
    select area.path, area.name, area.lng, area.lat, (select count(*)::integer from one where one.area = area.path) as count, jsonb_object_agg(told."group", told.count) as groups
    from told join area on area.path = told.area where area.kind = 'building' and area.lng is not null and area.lat is not null group by area.path, area.name, area.lng, area.lat order by area.path`.execute(ctx.db)
  return rows
}
