import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { AreaKind, UnitKind } from '@linli/contract'
import type { Placed } from './rules.ts'

const areaColumns = ['path', 'name', 'kind', 'lng', 'lat', 'class', 'valid_from', 'valid_until'] as const

/** Within one of the homes, or above one of them. */
const reachable = (homes: string[]): RawBuilder<boolean> => sql<boolean>`exists (select from unnest(${homes}::text[]) as home where area.path ^@ home or home ^@ area.path)`
const within = (area: string): RawBuilder<boolean> => sql<boolean>`area.path >= ${area} and area.path < ${area} || U&'\\FFFF'`
const valid = (today: string): RawBuilder<boolean> => sql<boolean>`(area.valid_until is null or area.valid_until > ${today}::date)`
const hasChildren = sql<boolean>`exists (select from area as below where below.path > area.path and below.path < area.path || U&'\\FFFF')`

const areaRows = (ctx: Ctx) => ctx.db.selectFrom('area').select([...areaColumns, hasChildren.as('has_children')])

export interface Children { parent: string, kind: AreaKind, length: number, homes: string[], today: string | null }

/** Areas of one kind directly below another; `today` null lists retired ones too. */
export const listChildren = (ctx: Ctx, { parent, kind, length, homes, today }: Children) =>
  areaRows(ctx).where('kind', '=', kind).where(within(parent)).where(sql<boolean>`length(area.path) = ${parent.length + length}`).where(reachable(homes))
    .$if(today !== null, (query) => query.where(valid(today!))).orderBy('path').execute()

export const findArea = (ctx: Ctx, path: string) => areaRows(ctx).where('path', '=', path).executeTakeFirst()

/** By name: the last word in the area's own name, the others in the names around it. */
export function searchAreas(ctx: Ctx, { words, kinds, homes, today }: { words: string[], kinds: AreaKind[] | undefined, homes: string[], today: string }) {
  const [last = '', ...others] = words.toReversed()
  let query = areaRows(ctx).where(nameHas('area', last)).where(reachable(homes)).where(valid(today))
  for (const word of others) query = query.where(sql<boolean>`exists (select from area as around where area.path ^@ around.path and ${nameHas('around', word)})`)
  if (kinds && kinds.length > 0) query = query.where('kind', 'in', kinds)
  // 3幢 before 13幢.
  return query.orderBy(sql`substr(area.name, position(${last} in area.name) - 1, 1) ~ '[0-9]'`).orderBy(sql`length(area.path)`).orderBy('path').limit(20).execute()
}

const nameHas = (table: 'area' | 'around', word: string): RawBuilder<boolean> => {
  const like = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql<boolean>`(${sql.ref(`${table}.grams`)} @> bigrams(${word}) and ${sql.ref(`${table}.name`)} ilike ${like})`
}

export const listShapes = (ctx: Ctx, { area, kind, homes, today }: { area: string, kind: AreaKind, homes: string[], today: string }) =>
  ctx.db.selectFrom('area').select(['path', 'name', 'shape', 'height']).where('kind', '=', kind).where(within(area)).where(reachable(homes)).where(valid(today))
    .where('shape', 'is not', null).orderBy('path').execute()

/** Communities and grids whose bounding box holds the point, and buildings whose box comes near it. */
export async function listAround(ctx: Ctx, { lng, lat, margin, homes, today }: { lng: number, lat: number, margin: number, homes: string[], today: string }): Promise<Placed[]> {
  const boxed = (kinds: AreaKind[], by: number) => ctx.db.selectFrom('area').select(['path', 'kind', 'shape']).where('kind', 'in', kinds).where('shape', 'is not', null)
    .where('west', '<=', lng + by).where('east', '>=', lng - by).where('south', '<=', lat + by).where('north', '>=', lat - by).where(reachable(homes)).where(valid(today))
  return await boxed(['community', 'grid'], 0).unionAll(boxed(['building'], margin)).execute() as unknown as Placed[]
}

export async function namesOf(ctx: Ctx, paths: string[]): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map()
  const rows = await ctx.db.selectFrom('area').select(['path', 'name']).where('path', 'in', paths).execute()
  return new Map(rows.map(({ path, name }) => [path, name]))
}

/** The nearest of these areas that says what class it is. */
/** Sub-districts below any of these areas, with '/' for everything. */
export const listSubdistricts = async (ctx: Ctx, above: string[]): Promise<string[]> =>
  (await ctx.db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').where(sql<boolean>`path ^@ any (${above})`).orderBy('path').execute()).map(({ path }) => path)

export const findClass = async (ctx: Ctx, line: string[]): Promise<string | null> =>
  (await ctx.db.selectFrom('area').select('class').where('path', 'in', line).where('class', 'is not', null).orderBy(sql`length(path)`, 'desc').limit(1).executeTakeFirst())?.class ?? null

export interface AreaRow { path: string, name: string, kind: AreaKind, lng: number | null, lat: number | null, valid_from: string }

export const insertArea = (ctx: Ctx, row: AreaRow) => ctx.db.insertInto('area').values(row).execute()

export const updateArea = (ctx: Ctx, path: string, change: { name: string, lng: number | null, lat: number | null, valid_until: string | null, class?: string | null }) =>
  ctx.db.updateTable('area').set(change).where('path', '=', path).returning('path').executeTakeFirst()

export const hasValidBelow = async (ctx: Ctx, path: string, today: string): Promise<boolean> =>
  (await ctx.db.selectFrom('area').select('path').where(within(path)).where('path', '<>', path).where(valid(today)).limit(1).execute()).length > 0

const unitRows = (ctx: Ctx) => ctx.db.selectFrom('unit').leftJoin('area', 'area.path', 'unit.area')
  .select(['unit.id', 'unit.subdistrict', 'unit.name', 'unit.kind', 'unit.area', 'unit.parent', 'unit.phone', 'unit.lng', 'unit.lat', 'unit.is_active', 'area.name as area_name'])

export interface UnitFilter { offices: string[], text?: string, kind?: UnitKind, isActive?: boolean, after: (string | number)[] | undefined, limit: number }

/** In the order of their names as Chinese is sorted; one row more than asked. */
export function listUnits(ctx: Ctx, { offices, text, kind, isActive, after, limit }: UnitFilter) {
  const byName = sql`unit.name collate "zh-x-icu"`
  let query = unitRows(ctx).where(sql<boolean>`unit.area ^@ any (${offices}::text[])`)
  if (text) query = query.where('unit.name', 'ilike', `%${text.replace(/[\\%_]/g, '\\$&')}%`)
  if (kind) query = query.where('unit.kind', '=', kind)
  if (isActive !== undefined) query = query.where('unit.is_active', '=', isActive)
  if (after) query = query.where(sql<boolean>`(unit.name collate "zh-x-icu", unit.id) > (${after[0]}, ${after[1]}::uuid)`)
  return query.orderBy(byName).orderBy('unit.id').limit(limit + 1).execute()
}

export const findUnit = (ctx: Ctx, id: string) => unitRows(ctx).where('unit.id', '=', id).executeTakeFirst()

export const findCommunityUnit = (ctx: Ctx, community: string) =>
  unitRows(ctx).where('unit.area', '=', community).where('unit.kind', '=', 'community').where('unit.is_active', '=', true).orderBy('unit.id').limit(1).executeTakeFirst()

export interface UnitChange { subdistrict: number, area: string, name: string, kind: UnitKind, parent: string | null, phone: string | null, lng: number | null, lat: number | null }

export const insertUnit = (ctx: Ctx, row: UnitChange & { id: string }) => ctx.db.insertInto('unit').values(row).execute()

export const updateUnit = (ctx: Ctx, id: string, change: UnitChange & { is_active: boolean }) =>
  ctx.db.updateTable('unit').set(change).where('id', '=', id).returning('id').executeTakeFirst()

export const listPlan = (ctx: Ctx, homes: string[]) => ctx.db.selectFrom('plan').select(['kind', 'name', 'width', 'line'])
  .where(sql<boolean>`exists (select from unnest(${homes}::text[]) as home where plan.area ^@ home or home ^@ plan.area)`).where('removed_at', 'is', null).where('kind', '<>', 'place').orderBy('id').execute()

/** The centre of the first sub-district within reach. */
export const findCentre = (ctx: Ctx, homes: string[]) =>
  ctx.db.selectFrom('area').select(['path', 'lng', 'lat']).where('lng', 'is not', null).where('lat', 'is not', null).where(reachable(homes)).where('kind', '=', 'subdistrict').orderBy('path').limit(1).executeTakeFirst()
