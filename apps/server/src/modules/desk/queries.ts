import { sql, type SelectQueryBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DB } from '../../kernel/schema.gen.ts'
import type { Cell, TodayKey } from './rules.ts'

/** Events as the event module has narrowed them down. */
type Some<O> = SelectQueryBuilder<DB, 'event', O>
interface Box { west: number, south: number, east: number, north: number }

export interface ClusterRow { lng: number, lat: number, count: number, red: number, yellow: number, newest: { id: string, title: string, status: string, due_at: Date | null, warn_at: Date | null, severe_at: Date | null }[] }

/** As many of a cell are told by name. */
const named = 10

/** The newest `most` in the box, gathered by cell; one row more than `most` is counted to learn that there are others. Dots are read from an index alone: only those that are named are looked up. */
export async function listClusters<O>(ctx: Ctx, some: Some<O>, { box, cell, most }: { box: Box, cell: Cell, most: number }): Promise<ClusterRow[]> {
  const dots = some.where('lng', '>=', box.west).where('lng', '<=', box.east).where('lat', '>=', box.south).where('lat', '<=', box.north)
    .select(['id', 'lng', 'lat', 'due_at', 'warn_at', 'reported_at', sql<number>`floor(lng / ${cell.lng}::float8)`.as('column'), sql<number>`floor(lat / ${cell.lat}::float8)`.as('line')])
    .orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(most + 1)
  const numbered = ctx.db.selectFrom(dots.as('dot')).selectAll().select(sql<number>`row_number() over (partition by "column", line order by reported_at desc, id desc)`.as('nth'))
  const cells = ctx.db.selectFrom(numbered.as('dot')).select([
    sql<number>`avg(lng)`.as('lng'), sql<number>`avg(lat)`.as('lat'), sql<number>`count(*)::integer`.as('count'),
    sql<number>`(count(*) filter (where due_at < ${ctx.now}))::integer`.as('red'),
    sql<number>`(count(*) filter (where due_at >= ${ctx.now} and warn_at <= ${ctx.now}))::integer`.as('yellow'),
    sql<string[]>`array_agg(id order by nth) filter (where nth <= ${sql.lit(named)})`.as('ids'),
  ]).groupBy(['column', 'line']).orderBy('count', 'desc')
  const rows = await cells.execute()
  const events = await ctx.db.selectFrom('event').select(['id', 'title', 'status', 'due_at', 'warn_at', 'severe_at']).where(among(rows.flatMap(({ ids }) => ids))).execute()
  const byId = new Map(events.map((event) => [event.id, event]))
  return rows.map(({ ids, ...row }) => ({ ...row, newest: ids.map((id) => byId.get(id)!) }))
}

export interface Waiting { key: TodayKey, id: string, total: number }

/** The groups of 今日待办, the first that fits: what is late, what is nearly, what came today, the others. The first `most` of each — what names this person before what any of their unit may see to, then what is due first — and how many there are. All that waits is read once. */
export async function listToday<O>(ctx: Ctx, some: Some<O>, { midnight, most }: { midnight: Date, most: number }): Promise<Waiting[]> {
  const key = sql<TodayKey>`case when due_at < ${ctx.now} then 'overdue' when warn_at <= ${ctx.now} and due_at is not null then 'dueSoon' when stage_since >= ${midnight} then 'new' else 'waiting' end`
  const grouped = some.select(['id', 'due_at', 'person']).select(key.as('key'))
  const numbered = ctx.db.selectFrom(grouped.as('one')).select(['id', 'key', sql<number>`count(*) over (partition by key)`.as('total'), sql<number>`row_number() over (partition by key order by (person = ${ctx.actor.id}) is true desc, due_at nulls last, id)`.as('nth')])
  return ctx.db.selectFrom(numbered.as('one')).select(['key', 'id', 'total']).where('nth', '<=', most).orderBy('nth').execute() as Promise<Waiting[]>
}

export const among = (ids: string[]) => sql<boolean>`id = any (${ids}::uuid[])`

/** Through the event, whose key their index begins with. */
export const listOpenRequests = (ctx: Ctx, ids: string[]) => ctx.db.selectFrom('event')
  .innerJoin('event_request as request', (join) => join.onRef('request.subdistrict', '=', 'event.subdistrict').onRef('request.event', '=', 'event.id')).where('event.id', 'in', ids).where('request.decided_at', 'is', null)
  .select(['request.event', 'kind', 'asked_name', 'asked_at', 'reason', 'amount', 'until', 'why', 'handle_limit_unit']).execute()
export type OpenRequest = Awaited<ReturnType<typeof listOpenRequests>>[number]

export const listOpenSupervisions = (ctx: Ctx, ids: string[]) => ctx.db.selectFrom('event')
  .innerJoin('event_supervision as supervision', (join) => join.onRef('supervision.subdistrict', '=', 'event.subdistrict').onRef('supervision.event', '=', 'event.id')).where('event.id', 'in', ids).where('supervision.ended_at', 'is', null)
  .select(['supervision.event', 'asked_name', 'asked_at', 'text', 'supervision.due_at', 'reply', 'replied_name', 'replied_at']).execute()
export type OpenSupervision = Awaited<ReturnType<typeof listOpenSupervisions>>[number]
