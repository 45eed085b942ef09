import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { BehindRow } from './figure-queries.ts'
import { columns, idsOf, type Moments } from './measure-queries.ts'

export const find = (ctx: Ctx, area: string, month: string) =>
  ctx.db.selectFrom('frozen_month').select(['subdistrict', 'area', 'month', 'figures', 'frozen_at', 'frozen_by']).where('area', '=', area).where('month', '=', month).executeTakeFirst()

export const insert = (ctx: Ctx, row: { subdistrict: number, area: string, month: string, figures: unknown, frozen_by: string }) =>
  ctx.db.insertInto('frozen_month').values({ ...row, figures: JSON.stringify(row.figures), frozen_at: ctx.now }).execute()

/** Which events counted for what, of a sub-district. */
export const keepEvents = (ctx: Ctx, { area, month, ...moments }: Moments & { area: string, month: string }) => sql`
  insert into frozen_event (subdistrict, area, month, day, event, measures)
  select e.subdistrict, e.area, ${month}::date, day, e.id, array_agg(measure order by measure)
  from (${sql.join(columns.map((name) => sql`select id, day, times, ${sql.lit(name)} as measure from (${idsOf(name, moments)}) as one`), sql` union all `)}) as counted, generate_series(1, times), event e
  where e.subdistrict = ${moments.subdistrict} and e.id = counted.id and e.area >= ${area} and e.area < ${area} || U&'\\FFFF' group by e.subdistrict, e.area, day, e.id`.execute(ctx.db)

interface Behind { subdistrict: number, area: string, month: string, measure: string, after: (string | number)[] | undefined, limit: number }

/** The events that counted for a measure in a frozen month of an area, the last day first. */
export const listEvents = async (ctx: Ctx, { subdistrict, area, month, measure, after, limit }: Behind): Promise<BehindRow[]> => (await sql<BehindRow>`
  select e.id, e.number, e.title, e.status, e.matter_name, e.area_name, e.unit_name, e.reported_at, kept.day, cardinality(array_positions(kept.measures, ${measure}))::integer as times
  from frozen_event kept join event e on e.subdistrict = kept.subdistrict and e.id = kept.event
  where kept.subdistrict = ${subdistrict} and kept.month = ${month}::date and kept.area >= ${area} and kept.area < ${area} || U&'\\FFFF' and ${measure} = any (kept.measures)
    ${after ? sql`and (kept.day, kept.event) < (${after[0]}::date, ${after[1]}::uuid)` : sql``}
  order by kept.day desc, kept.event desc limit ${limit}`.execute(ctx.db)).rows

/** Newest month first; of an area and what lies in it. */
export const list = (ctx: Ctx, area: string | undefined, after: (string | number)[] | undefined, limit: number) =>
  ctx.db.selectFrom('frozen_month').leftJoin('area', 'area.path', 'frozen_month.area').select(['frozen_month.area', 'month', 'frozen_at', 'frozen_by', 'area.name'])
    .$if(area !== undefined, (query) => query.where(sql<boolean>`frozen_month.area >= ${area} and frozen_month.area < ${area} || U&'\\FFFF'`))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(-(month - date '2000-01-01'), frozen_month.area) > (-(${after?.[0]}::date - date '2000-01-01'), ${after?.[1]})`))
    .orderBy('month', 'desc').orderBy('frozen_month.area').limit(limit).execute()

/** The sub-district and its communities that stand today. */
export const listPlaces = (ctx: Ctx, office: string, today: string) =>
  ctx.db.selectFrom('area').select(['path', 'kind']).where('kind', 'in', ['subdistrict', 'community']).where(sql<boolean>`path >= ${office} and path < ${office} || U&'\\FFFF'`)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).orderBy('path').execute()
