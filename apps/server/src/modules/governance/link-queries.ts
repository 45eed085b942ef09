import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { About, EventRow, ItemRow, Key } from './queries.ts'

interface Window { from: Date, until: Date }

/** Puts events to an item; answers those that were not in it. What was taken out comes in again where somebody says so. */
export async function link(ctx: Ctx, { subdistrict, id }: Key, events: (Pick<EventRow, 'id' | 'area' | 'reported_at'> & { isMatch: boolean })[], by: string | null): Promise<string[]> {
  const rows = events.map((event) => ({ subdistrict, governance: id, event: event.id, area: event.area, reported_at: event.reported_at, is_match: event.isMatch, added_at: ctx.now, added_name: by }))
  const put = ctx.db.insertInto('governance_event').values(rows).onConflict((conflict) => by === null ? conflict.doNothing()
    : conflict.columns(['subdistrict', 'governance', 'event']).doUpdateSet({ added_at: ctx.now, added_name: by, out_at: null, out_for: null }).where('governance_event.out_at', 'is not', null))
  return (await put.returning('event').execute()).map(({ event }) => event)
}

/** All that was reported of its matter and place since then, at most `most`: what it is founded upon. */
export async function linkMatching(ctx: Ctx, item: About & Key, { since, most }: { since: Date, most: number }): Promise<number> {
  const { numAffectedRows } = await sql`insert into governance_event (subdistrict, governance, event, area, reported_at, is_match, added_at)
    select e.subdistrict, ${item.id}, e.id, e.area, e.reported_at, true, ${ctx.now} from event e
    where e.subdistrict = ${item.subdistrict} and e.matter = ${item.matter} and e.reported_at >= ${since} and e.status not in ('draft', 'cancelled') and e.part_of is null
      and ${item.reach === 'spot' ? sql`e.spot = ${item.spot}` : sql`e.area >= ${item.area} and e.area < ${item.area} || U&'\\FFFF'`}
    order by e.reported_at desc limit ${most} on conflict do nothing`.execute(ctx.db)
  return Number(numAffectedRows ?? 0)
}

export async function unlink(ctx: Ctx, { subdistrict, id }: Key, event: string, reason: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.db.updateTable('governance_event').set({ out_at: ctx.now, out_for: reason })
    .where('subdistrict', '=', subdistrict).where('governance', '=', id).where('event', '=', event).where('out_at', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows) > 0
}

/** How many of its own matter and place were reported in a time. */
export async function countMatching(ctx: Ctx, { subdistrict, id }: Key, { from, until }: Window): Promise<number> {
  const { rows } = await ctx.db.selectFrom('governance_event').select(({ fn }) => fn.countAll<number>().as('rows')).where('subdistrict', '=', subdistrict).where('governance', '=', id)
    .where('is_match', '=', true).where('out_at', 'is', null).where('reported_at', '>=', from).where('reported_at', '<', until).executeTakeFirstOrThrow()
  return Number(rows)
}

/** Events in each of some items. */
export async function countEvents(ctx: Ctx, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('governance_event').select(['governance', ({ fn }) => fn.countAll<number>().as('rows')]).where('governance', 'in', ids).where('out_at', 'is', null).groupBy('governance').execute()
  return new Map(rows.map((row) => [row.governance, Number(row.rows)]))
}

/** Those of them that this person may see, newest first. */
export const listEventsOf = (ctx: Ctx, { subdistrict, id }: Key, after: (string | number)[] | undefined, limit: number) =>
  ctx.db.selectFrom('governance_event as link').innerJoin('event', (join) => join.onRef('event.subdistrict', '=', 'link.subdistrict').onRef('event.id', '=', 'link.event'))
    .select(['event.id', 'event.number', 'event.title', 'event.status', 'event.area_name', 'link.reported_at', 'link.added_name', 'link.is_match'])
    .where('link.subdistrict', '=', subdistrict).where('link.governance', '=', id).where('link.out_at', 'is', null)
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(link.reported_at, link.event) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('link.reported_at', 'desc').orderBy('link.event', 'desc').limit(limit).execute()

/** Items that an event touches: of its matter, or that hold it; closed ones where they are not closed for too long. */
export const listTouched = (ctx: Ctx, { subdistrict, id, matter }: Pick<EventRow, 'subdistrict' | 'id' | 'matter'>, closedSince: Date): Promise<ItemRow[]> =>
  ctx.db.selectFrom('governance').selectAll().where('subdistrict', '=', subdistrict)
    .where((is) => is.or([is('matter', '=', matter), is('id', 'in', ctx.db.selectFrom('governance_event').select('governance').where('event', '=', id).where('out_at', 'is', null))]))
    .where((is) => is.or([is('status', 'not in', ['closed', 'cancelled']), is.and([is('status', '=', 'closed'), is('closed_at', '>=', closedSince)])]))
    .orderBy('id').forUpdate().execute()

export const findLink = (ctx: Ctx, { subdistrict, id }: Key, event: string) =>
  ctx.db.selectFrom('governance_event').select(['added_name', 'out_at', 'is_match']).where('subdistrict', '=', subdistrict).where('governance', '=', id).where('event', '=', event).executeTakeFirst()
