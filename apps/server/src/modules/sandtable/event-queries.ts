import { sql, type SelectQueryBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DB } from '../../kernel/schema.gen.ts'

/** Events as the event module has narrowed them down. */
export type Some<O> = SelectQueryBuilder<DB, 'event', O>
interface Box { west: number, south: number, east: number, north: number }

export interface DotRow { lng: number, lat: number, count: number, red: number, yellow: number, one: { id: string, title: string, status: string, due_at: Date | null, warn_at: Date | null, severe_at: Date | null } | null }

const inBox = <O>(some: Some<O>, { west, east, south, north }: Box): Some<O> => some.where('lng', '>=', west).where('lng', '<=', east).where('lat', '>=', south).where('lat', '<=', north)

/** The newest `most` in the box, gathered by cell; one more is counted to learn that there are others. Read from an index alone: only those that stand alone are looked up. */
export async function listDots<O>(ctx: Ctx, some: Some<O>, { box, cell, most }: { box: Box, cell: { lng: number, lat: number }, most: number }): Promise<DotRow[]> {
  const dots = inBox(some, box).select(['id', 'lng', 'lat', 'due_at', 'warn_at', 'reported_at']).orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(most + 1)
  const rows = await ctx.db.selectFrom(dots.as('dot')).select([
    sql<number>`avg(lng)`.as('lng'), sql<number>`avg(lat)`.as('lat'), sql<number>`count(*)::integer`.as('count'),
    sql<number>`(count(*) filter (where due_at < ${ctx.now}))::integer`.as('red'), sql<number>`(count(*) filter (where due_at >= ${ctx.now} and warn_at <= ${ctx.now}))::integer`.as('yellow'),
    sql<string | null>`case when count(*) = 1 then (array_agg(id))[1] end`.as('only'),
  ]).groupBy([sql`floor(lng / ${cell.lng}::float8)`, sql`floor(lat / ${cell.lat}::float8)`]).execute()
  const ids = rows.flatMap(({ only }) => only ?? [])
  const events = await ctx.db.selectFrom('event').select(['id', 'title', 'status', 'due_at', 'warn_at', 'severe_at']).where(sql<boolean>`id = any (${ids}::uuid[])`).execute()
  const byId = new Map(events.map((event) => [event.id, event]))
  return rows.map(({ only, ...row }) => ({ ...row, one: only === null ? null : byId.get(only) ?? null }))
}

/** By hours or days of Asia/Shanghai, which has no summer time. */
export function countTimes<O>(ctx: Ctx, some: Some<O>, by: 'hour' | 'day'): Promise<{ at: Date, count: number }[]> {
  const at = sql<Date>`date_trunc(${by}, reported_at, 'Asia/Shanghai')`
  return ctx.db.selectFrom(some.select(at.as('at')).as('one')).select(['at', sql<number>`count(*)::integer`.as('count')]).groupBy('at').orderBy('at').execute()
}

/** Those that lie inside a line. */
export const insideOf = <O>(some: Some<O>, polygon: string, box: Box): Some<O> => inBox(some, box).where(sql<boolean>`${polygon}::polygon @> point(lng, lat)`)
