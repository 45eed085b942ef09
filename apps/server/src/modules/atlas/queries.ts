import { areaOf } from '@linli/standards'
import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

const within = (column: 'path' | 'area', place: string) => sql<boolean>`${sql.ref(column)} >= ${place} and ${sql.ref(column)} < ${place} || U&'\\FFFF'`

/** The state of what is drawn, of each of these sub-districts that draws anything. */
export const listStates = (ctx: Ctx, subdistricts: readonly number[]) =>
  ctx.db.selectFrom('atlas_state').select(['subdistrict', 'version']).where('subdistrict', 'in', subdistricts.length > 0 ? subdistricts : [0]).orderBy('subdistrict').execute()

export interface Box { west: number | null, south: number | null, east: number | null, north: number | null }

/** Around everything that is drawn of an area: its own border, or those of the communities in it. */
export const findBox = (ctx: Ctx, place: string): Promise<Box> =>
  ctx.db.selectFrom('area').select(({ fn }) => [fn.min('west').as('west'), fn.min('south').as('south'), fn.max('east').as('east'), fn.max('north').as('north')])
    .where((is) => is.or([is('kind', '=', 'community'), is('path', '=', place)])).where(within('path', place)).executeTakeFirstOrThrow()

export const listAreas = (ctx: Ctx, subdistrict: number, today: string) =>
  ctx.db.selectFrom('area').select(['path', 'name', 'kind', 'height', 'floors', 'shape', 'lng', 'lat']).where(within('path', areaOf(subdistrict))).where('shape', 'is not', null)
    .where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).orderBy('path').execute()

export const listPlan = (ctx: Ctx, subdistrict: number) =>
  ctx.db.selectFrom('plan').select(['kind', 'name', 'width', 'line', 'sort']).where(within('area', areaOf(subdistrict))).where('removed_at', 'is', null).orderBy('area').orderBy('id').execute()
