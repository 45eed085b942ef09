import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Zoning } from '../../kernel/schema.gen.ts'

export type ZoningRow = Selectable<Zoning>
export interface Inside { units: number, households: number, people: number, events: number }

const within = (place: string) => sql<boolean>`area >= ${place} and area < ${place} || U&'\\FFFF'`

/** What is kept at each path of a place: units that stand, households and people who live there, events that are not over. */
export async function countInside(ctx: Ctx, subdistrict: number, place: string): Promise<Map<string, Inside>> {
  const { rows } = await sql<{ area: string, what: keyof Inside, n: number }>`
    select area, 'units' as what, count(*)::integer as n from housing where subdistrict = ${subdistrict} and ${within(place)} and ended_on is null group by area
    union all select area, 'households', count(*)::integer from household where subdistrict = ${subdistrict} and ${within(place)} and ended_on is null group by area
    union all select area, 'people', count(distinct person)::integer from residency where subdistrict = ${subdistrict} and ${within(place)} and is_last and until is null group by area
    union all select area, 'events', count(*)::integer from event where subdistrict = ${subdistrict} and ${within(place)} and status not in ('draft', 'closed', 'cancelled', 'merged') group by area`.execute(ctx.db)
  const told = new Map<string, Inside>()
  for (const { area, what, n } of rows) told.set(area, { ...told.get(area) ?? { units: 0, households: 0, people: 0, events: 0 }, [what]: n })
  return told
}

/** Whether anything of the base, or an event that is not over, is kept at a path. */
export const isUsed = async (ctx: Ctx, subdistrict: number, path: string): Promise<boolean> => (await sql<{ used: boolean }>`
  select exists (select from housing where subdistrict = ${subdistrict} and area = ${path}) or exists (select from person where subdistrict = ${subdistrict} and area = ${path}) or exists (select from residency where subdistrict = ${subdistrict} and area = ${path})
    or exists (select from household where subdistrict = ${subdistrict} and area = ${path}) or exists (select from enterprise where subdistrict = ${subdistrict} and area = ${path}) or exists (select from thing where subdistrict = ${subdistrict} and area = ${path})
    or exists (select from event where subdistrict = ${subdistrict} and area = ${path}) as used`.execute(ctx.db)).rows[0]!.used

export interface PointRow { tab: 'event' | 'thing', id: string, area: string, lng: number, lat: number }
export const listPoints = async (ctx: Ctx, subdistrict: number, grids: readonly string[]): Promise<PointRow[]> => (await sql<PointRow>`select tab, id, area, lng, lat from zoning_points(${subdistrict}, ${grids}::text[])`.execute(ctx.db)).rows

export interface EventRow { id: string, area: string }
export const listOpenEvents = async (ctx: Ctx, subdistrict: number, areas: readonly string[]): Promise<EventRow[]> => (await sql<EventRow>`
  select id, area from event where subdistrict = ${subdistrict} and area = any (${areas}::text[]) and status not in ('draft', 'closed', 'cancelled', 'merged') order by id`.execute(ctx.db)).rows

/** Who works in places that change: posts at one of them or above it, up to the community. */
export const listWorkers = async (ctx: Ctx, areas: readonly string[]): Promise<{ id: string, name: string, role: string, area: string }[]> => (await sql<{ id: string, name: string, role: string, area: string }>`
  select account.id, account.name, coalesce(role.name, post.role) as role, post.area from post join account on account.id = post.account left join role on role.code = post.role
  where post.area = any (${areas}::text[]) and account.is_enabled and (post.valid_until is null or post.valid_until > ${ctx.now}) order by post.area, account.name limit 200`.execute(ctx.db)).rows

export interface Carrying { olds: readonly string[], news: readonly string[], names: readonly string[] }
export const carry = async (ctx: Ctx, subdistrict: number, { olds, news, names }: Carrying, isTold: boolean): Promise<Record<string, { rows: number, keys?: string[] }>> =>
  (await sql<{ told: Record<string, { rows: number, keys?: string[] }> }>`select zoning_carry(${subdistrict}, ${olds}::text[], ${news}::text[], ${names}::text[], ${isTold}) as told`.execute(ctx.db)).rows[0]!.told
export const giveBack = (ctx: Ctx, subdistrict: number, { old, now, name, told }: { old: string, now: string, name: string, told: object }) => sql`select zoning_return(${subdistrict}, ${old}, ${now}, ${name}, ${JSON.stringify(told)}::jsonb)`.execute(ctx.db)
export const movePoints = (ctx: Ctx, subdistrict: number, tab: 'event' | 'thing', { ids, olds, news, names }: Carrying & { ids: readonly string[] }) =>
  sql`select zoning_move(${subdistrict}, ${tab}, ${ids}::uuid[], ${olds}::text[], ${news}::text[], ${names}::text[])`.execute(ctx.db)

export const insert = (ctx: Ctx, row: Insertable<Zoning>): Promise<ZoningRow> => ctx.db.insertInto('zoning').values(row).returningAll().executeTakeFirstOrThrow()
export const lock = (ctx: Ctx, id: string): Promise<ZoningRow | undefined> => ctx.db.selectFrom('zoning').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const list = (ctx: Ctx, { area, after, limit }: { area: string, after: (string | number)[] | undefined, limit: number }): Promise<ZoningRow[]> =>
  ctx.db.selectFrom('zoning').selectAll().where(within(area)).$if(after !== undefined, (one) => one.where(sql<boolean>`(at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit + 1).execute()
export const markUndone = (ctx: Ctx, { subdistrict, id }: ZoningRow): Promise<ZoningRow> =>
  ctx.db.updateTable('zoning').set({ undone_at: ctx.now, undone_by_name: ctx.actor.name }).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** The last change in each community that stands: only it can be undone. */
export const lastIn = async (ctx: Ctx, subdistrict: number, communities: readonly string[]): Promise<Set<string>> => new Set((await sql<{ id: string }>`
  select distinct on (substring(area from '^(?:/[^/]+){5}/')) id from zoning where subdistrict = ${subdistrict} and substring(area from '^(?:/[^/]+){5}/') = any (${communities}::text[]) and undone_at is null order by substring(area from '^(?:/[^/]+){5}/'), at desc, id desc`.execute(ctx.db)).rows.map(({ id }) => id))

/** Changes of the same communities that stand and came after the first of these, besides these; and those of them that stand. */
export const listLater = async (ctx: Ctx, ids: readonly string[]): Promise<{ others: number, standing: ZoningRow[] }> => {
  const standing = ids.length === 0 ? [] : await ctx.db.selectFrom('zoning').selectAll().where('id', 'in', [...ids]).where('undone_at', 'is', null).execute()
  if (standing.length === 0) return { others: 0, standing }
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from zoning z where z.undone_at is null and z.id <> all (${ids}::uuid[]) and exists (
    select from zoning own where own.id = any (${standing.map(({ id }) => id)}::uuid[]) and own.subdistrict = z.subdistrict and substring(own.area from '^(?:/[^/]+){5}/') = substring(z.area from '^(?:/[^/]+){5}/') and own.at <= z.at)`.execute(ctx.db)
  return { others: rows[0]!.n, standing }
}

export const listPast = (ctx: Ctx, area: string) => ctx.db.selectFrom('area_past').select(['until', 'shape']).where('area', '=', area).orderBy('until', 'desc').limit(50).execute()

/** Buildings kept in a place that was made by a change, except those that it brought there. */
export const countOthers = async (ctx: Ctx, places: readonly string[], brought: readonly string[]): Promise<number> => (await sql<{ n: number }>`
  select count(*)::integer as n from area where kind = 'building' and valid_until is null and path ^@ any (${places}::text[]) and path <> all (${brought}::text[])`.execute(ctx.db)).rows[0]!.n
