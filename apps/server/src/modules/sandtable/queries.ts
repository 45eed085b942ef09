import type { SandQuestion } from '@linli/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

export interface TallyRow { path: string, name: string, homes: number, people: number, marked: number }
interface Where { subdistrict: number, place: string }
interface Asked { question: SandQuestion, born: string, checked: Date }

const within = (column: string, place: string) => sql`${sql.ref(column)} >= ${place} and ${sql.ref(column)} < ${place} || U&'\\FFFF'`

/** Homes, who lives in them, and what is asked for, of each `part` of a community's paths. Codes: housingState 02 出租, 04 空置 (GB/T 31000). Only what is asked for is read. */
export async function tally(ctx: Ctx, { subdistrict, place, part: pattern }: Where & { part: string }, asked: Asked): Promise<TallyRow[]> {
  const part = sql.lit(pattern)
  const isOfHomes = asked.question === 'empty' || asked.question === 'rented' || asked.question === 'stale'
  const { rows } = await sql<TallyRow>`
    with home as (select substring(area from ${part}) as path, count(*)::integer as homes, (count(*) filter (where ${isOfHomes ? ofHome(asked) : sql`false`}))::integer as marked
      from housing where subdistrict = ${subdistrict} and ${within('area', place)} and ended_on is null group by 1),
    lived as (${isOfHomes ? sql`select null::text as path, 0 as people, 0 as marked where false` : ofPeople({ subdistrict, place }, asked, part)})
    select area.path, area.name, coalesce(homes, 0) as homes, coalesce(people, 0) as people, coalesce(home.marked, 0) + coalesce(lived.marked, 0) as marked
    from home full join lived on lived.path = home.path join area on area.path = coalesce(home.path, lived.path) order by area.path`.execute(ctx.db)
  return rows
}

const ofHome = ({ question, checked }: Asked) => (question === 'stale' ? sql`checked_at < ${checked}` : sql`state = ${question === 'rented' ? '02' : '04'}`)

/** Somebody with two homes in a part counts once in it. */
function ofPeople({ subdistrict, place }: Where, { question, born }: Asked, part: RawBuilder<unknown>) {
  const here = sql`r.subdistrict = ${subdistrict} and ${within('r.area', place)} and r.is_last and r.until is null`
  if (question === 'lived') return sql`select substring(r.area from ${part}) as path, count(distinct r.person)::integer as people, 0 as marked from residency r where ${here} group by 1`
  const lives = sql`residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person where ${here}`
  if (question === 'care') return sql`select substring(r.area from ${part}) as path, count(distinct p.id)::integer as people, (count(distinct p.id) filter (where p.groups <> '{}'))::integer as marked from ${lives} group by 1`
  return sql`select path, sum(people)::integer as people, (count(*) filter (where people = 1 and eldest <= ${born}::date))::integer as marked
    from (select substring(r.area from ${part}) as path, r.housing, count(*)::integer as people, min(p.birth) as eldest from ${lives} and r.housing is not null group by 1, 2) as one group by 1`
}

export interface CareRow { path: string, name: string, lng: number, lat: number, count: number, groups: Record<string, number> }

/** Of each building: how many in care live there, and how many of each group. */
export async function listCare(ctx: Ctx, { subdistrict, place, groups }: Where & { groups: string[] | undefined }): Promise<CareRow[]> {
  const { rows } = await sql<CareRow>`
    with one as (select distinct r.area, p.id, p.groups from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
      where r.subdistrict = ${subdistrict} and ${within('r.area', place)} and r.is_last and r.until is null and p.standing = 'present' and p.groups <> '{}' and (${groups ?? null}::text[] is null or p.groups && ${groups ?? []}::text[])),
    told as (select area, "group", count(*)::integer as count from one, unnest(groups) as "group" where ${groups ?? null}::text[] is null or "group" = any (${groups ?? []}::text[]) group by 1, 2)
    select area.path, area.name, area.lng, area.lat, (select count(*)::integer from one where one.area = area.path) as count, jsonb_object_agg(told."group", told.count) as groups
    from told join area on area.path = told.area where area.kind = 'building' and area.lng is not null and area.lat is not null group by area.path, area.name, area.lng, area.lat order by area.path`.execute(ctx.db)
  return rows
}
