import { sql, type RawBuilder } from 'kysely'
import type { AreaKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'

export interface DrawnRow { path: string, name: string, kind: string, lng: number | null, lat: number | null, shape: unknown, west: number | null, south: number | null, east: number | null, north: number | null, height: number | null, floors: number | null, valid_until: string | null }
export interface PlanRow { area: string, id: number, kind: string, name: string | null, width: number | null, line: unknown, code: string | null, sort: string | null, removed_at: Date | null }

const within = (column: 'path' | 'area', place: string): RawBuilder<boolean> => sql<boolean>`${sql.ref(column)} >= ${place} and ${sql.ref(column)} < ${place} || U&'\\FFFF'`
const columns = ['path', 'name', 'kind', 'lng', 'lat', 'shape', 'west', 'south', 'east', 'north', 'height', 'floors', 'valid_until'] as const

export const listDrawn = (ctx: Ctx, { place, kinds, today }: { place: string, kinds: readonly AreaKind[], today: string }): Promise<DrawnRow[]> =>
  ctx.db.selectFrom('area').select(columns).where('kind', 'in', [...kinds]).where(within('path', place)).where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).orderBy('path').execute()

export const lockDrawn = (ctx: Ctx, path: string): Promise<DrawnRow | undefined> => ctx.db.selectFrom('area').select(columns).where('path', '=', path).forUpdate().executeTakeFirst()

/** One after the other: whoever draws in a place waits for who draws there already. */
export const lockPlace = (ctx: Ctx, place: string) => ctx.db.selectFrom('area').select('path').where('path', '=', place).forUpdate().execute()

export interface NewArea { path: string, name: string, kind: AreaKind, valid_from: string }
export interface Drawing { name?: string, lng: number | null, lat: number | null, shape: string | null, west: number | null, south: number | null, east: number | null, north: number | null, height?: number | null, floors?: number | null, valid_until?: string | null, became?: string | null }

export const insertDrawn = (ctx: Ctx, row: NewArea & Drawing) => ctx.db.insertInto('area').values(row).execute()
export const updateDrawn = (ctx: Ctx, path: string, change: Partial<Drawing>) => ctx.db.updateTable('area').set(change).where('path', '=', path).returning('path').executeTakeFirst()

/** The last code below an area that was ever given, of those that stand and those that are over; buildings count by themselves. */
export const lastCode = async (ctx: Ctx, parent: string, ofBuildings: boolean): Promise<number> =>
  (await sql<{ last: number | null }>`select max(rtrim(ltrim(substr(path, ${parent.length + 1}), 'b'), '/')::integer) as last from area where path > ${parent} and path < ${parent} || U&'\\FFFF' and substr(path, ${parent.length + 1}) ~ ${ofBuildings ? '^b[0-9]+/$' : '^[0-9]+/$'}`.execute(ctx.db)).rows[0]?.last ?? 0

export const formerOf = async (ctx: Ctx, path: string): Promise<string[]> => (await sql<{ path: string }>`
  with recursive line (path) as (select ${path}::text collate "C" union select area.path from line join area on area.became = line.path) select path from line limit 200`.execute(ctx.db)).rows.map((row) => row.path)

export const listDrawnPlan = (ctx: Ctx, place: string): Promise<PlanRow[]> => ctx.db.selectFrom('plan').select(['area', 'id', 'kind', 'name', 'width', 'line', 'code', 'sort', 'removed_at']).where(within('area', place)).where('removed_at', 'is', null).orderBy('area').orderBy('id').execute()
export const lastPlan = async (ctx: Ctx, area: string): Promise<number> => (await ctx.db.selectFrom('plan').select(({ fn }) => fn.max('id').as('last')).where('area', '=', area).executeTakeFirst())?.last ?? 0
export const lockPlan = (ctx: Ctx, area: string, id: number): Promise<PlanRow | undefined> => ctx.db.selectFrom('plan').select(['area', 'id', 'kind', 'name', 'width', 'line', 'code', 'sort', 'removed_at']).where('area', '=', area).where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertPlan = (ctx: Ctx, row: Omit<PlanRow, 'line' | 'removed_at'> & { line: string }) => ctx.db.insertInto('plan').values(row).execute()
export const updatePlan = (ctx: Ctx, { area, id }: Pick<PlanRow, 'area' | 'id'>, change: Partial<Omit<PlanRow, 'line'>> & { line?: string }) => ctx.db.updateTable('plan').set(change).where('area', '=', area).where('id', '=', id).returning('id').executeTakeFirst()
