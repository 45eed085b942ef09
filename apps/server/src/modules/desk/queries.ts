import { sql, type SelectQueryBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import type { Cell, TodayKey } from './rules.ts'

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

export interface Group { key: TodayKey, midnight: Date }

/** What names this person stands before what any of their unit may see to. */
export const namedFirst = ({ actor }: Ctx) => sql`(person = ${actor.id}) is true`
export const dueLast = sql`due_at nulls last`

/** Those that belong to one group of 今日待办. */
export function inGroup<O>({ now }: Ctx, some: Some<O>, { key, midnight }: Group): Some<O> {
  if (key === 'overdue') return some.where('due_at', '<', now)
  if (key === 'dueSoon') return some.where('warn_at', '<=', now).where('due_at', '>=', now)
  const isCalm = some.where(sql<boolean>`coalesce(due_at >= ${now}, true) and coalesce(warn_at > ${now}, true)`)
  return isCalm.where('stage_since', key === 'new' ? '>=' : '<', midnight)
}

export async function countGroup<O>(ctx: Ctx, some: Some<O>, group: Group, most: number): Promise<number> {
  const one = inGroup(ctx, some, group).select(sql`1`.as('one')).limit(most + 1)
  return (await ctx.db.selectFrom(one.as('some')).select(({ fn }) => fn.countAll<number>().as('rows')).executeTakeFirstOrThrow()).rows
}
