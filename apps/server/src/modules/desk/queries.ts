import { sql, type SelectQueryBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import type { Cell } from './rules.ts'

/** Events as the event module has narrowed them down. */
type Some<O> = SelectQueryBuilder<DB, 'event', O>
interface Box { west: number, south: number, east: number, north: number }

export interface ClusterRow { lng: number, lat: number, count: number, red: number, yellow: number, newest: { id: string, title: string, status: string, due_at: string | null, warn_at: string | null, severe_at: string | null }[] }

/** As many of a cell are told by name. */
const named = 10

/** The newest `most` in the box, gathered by cell; one row more than `most` is counted to learn that there are others. */
export async function listClusters<O>(ctx: Ctx, some: Some<O>, { box, cell, most }: { box: Box, cell: Cell, most: number }): Promise<ClusterRow[]> {
  const inBox = some.where('lng', '>=', box.west).where('lng', '<=', box.east).where('lat', '>=', box.south).where('lat', '<=', box.north)
    .select(['id', 'title', 'status', 'lng', 'lat', 'due_at', 'warn_at', 'severe_at', 'reported_at']).orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(most + 1)
  return ctx.db.selectFrom(inBox.as('dot')).select([
    sql<number>`avg(lng)`.as('lng'), sql<number>`avg(lat)`.as('lat'), sql<number>`count(*)::integer`.as('count'),
    sql<number>`(count(*) filter (where due_at < ${ctx.now}))::integer`.as('red'),
    sql<number>`(count(*) filter (where due_at >= ${ctx.now} and warn_at <= ${ctx.now}))::integer`.as('yellow'),
    sql<ClusterRow['newest']>`to_json((array_agg(json_build_object('id', id, 'title', title, 'status', status, 'due_at', due_at, 'warn_at', warn_at, 'severe_at', severe_at) order by reported_at desc, id desc))[1:${sql.lit(named)}])`.as('newest'),
  ]).groupBy([sql`floor(lng / ${cell.lng}::float8)`, sql`floor(lat / ${cell.lat}::float8)`]).orderBy('count', 'desc').execute()
}
