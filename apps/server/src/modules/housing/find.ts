import type { Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { rowView } from './actions.ts'
import * as queries from './queries.ts'

/** Units by their door: the room, and as much of entrance, building and estate as was written; without a room those of the building. */
export async function findHousing(ctx: Ctx, subdistricts: readonly number[], door: queries.Door, most: number): Promise<Output<'find', 'all'>['housing']> {
  const rows = await queries.findByDoor(ctx, subdistricts, door, most)
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({ ...rowView(row), areaName: names.get(row.area) ?? '' }))
}

/** Doors of an area, as people walk. */
export const listDoorsOf = (ctx: Ctx, area: string, page: { after: (string | number)[] | undefined, limit: number }) => queries.listOf(ctx, tenantOf(area), area, page)
