import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Building } from '../../kernel/schema.gen.ts'

export type BuildingRow = Selectable<Building>

export const find = (ctx: Ctx, subdistrict: number, area: string): Promise<BuildingRow | undefined> => ctx.db.selectFrom('building').selectAll().where('subdistrict', '=', subdistrict).where('area', '=', area).executeTakeFirst()
export const lock = (ctx: Ctx, subdistrict: number, area: string): Promise<BuildingRow | undefined> => ctx.db.selectFrom('building').selectAll().where('subdistrict', '=', subdistrict).where('area', '=', area).forUpdate().executeTakeFirst()
export const insert = (ctx: Ctx, row: Insertable<Building>): Promise<BuildingRow> => ctx.db.insertInto('building').values(row).returningAll().executeTakeFirstOrThrow()
export const update = (ctx: Ctx, { subdistrict, id }: Pick<BuildingRow, 'subdistrict' | 'id'>, change: Updateable<Building>): Promise<BuildingRow> =>
  ctx.db.updateTable('building').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Storeys as the plan of the town has them. */
export const floorsOf = async (ctx: Ctx, area: string): Promise<number | null> => (await ctx.db.selectFrom('area').select('floors').where('path', '=', area).executeTakeFirst())?.floors ?? null

export interface Told { entrances: number, highest: number | null, units: number, lived: number, rented: number, empty: number, households: number, people: number, registered: number, floating: number, overseas: number, old: number, very_old: number, children: number, living_alone: number, in_care: number, enterprises: number, things: number }

/** Everything counted in one statement, as far as the person asking sees it; who has two homes in the building is one person. Codes: housingState 02 出租, 04 空置; 人口类型 01, 02, 03. */
export async function countIn(ctx: Ctx, subdistrict: number, area: string, born: { old: string, veryOld: string, child: string }): Promise<Told> {
  const { rows } = await sql<Told>`
    with home as (select id, entrance, floor, state from housing where subdistrict = ${subdistrict} and area = ${area} and ended_on is null),
    dweller as (select distinct r.housing, p.id, p.birth, p.population_kind, p.groups from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
      where r.subdistrict = ${subdistrict} and r.area = ${area} and r.is_last and r.until is null),
    one as (select distinct on (id) * from dweller order by id),
    alone as (select housing from dweller where housing is not null group by housing having count(*) = 1 and min(birth) <= ${born.old}::date)
    select (select count(distinct nullif(entrance, ''))::integer from home) as entrances, (select max(floor)::integer from home) as highest, (select count(*)::integer from home) as units,
      (select count(distinct housing)::integer from dweller where housing in (select id from home)) as lived, (select count(*)::integer from home where state = '02') as rented, (select count(*)::integer from home where state = '04') as empty,
      (select count(*)::integer from household where subdistrict = ${subdistrict} and area = ${area} and ended_on is null) as households, (select count(*)::integer from alone) as living_alone,
      (select count(*)::integer from enterprise where subdistrict = ${subdistrict} and area = ${area} and state is distinct from '03') as enterprises, (select count(*)::integer from thing where subdistrict = ${subdistrict} and area = ${area} and ended_on is null) as things,
      count(*)::integer as people, (count(*) filter (where population_kind = '01'))::integer as registered, (count(*) filter (where population_kind = '02'))::integer as floating, (count(*) filter (where population_kind = '03'))::integer as overseas,
      (count(*) filter (where birth <= ${born.old}))::integer as old, (count(*) filter (where birth <= ${born.veryOld}))::integer as very_old, (count(*) filter (where birth > ${born.child}))::integer as children, (count(*) filter (where groups <> '{}'))::integer as in_care
    from one`.execute(ctx.db)
  return rows[0]!
}
