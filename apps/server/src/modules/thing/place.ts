import type { Input } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { locateArea, unitNamed } from '../organisation/index.ts'
import { ownPlaceFor } from '../person/index.ts'

/** Where it is: at a place, or at a point of the map, which then tells the smallest area around it. */
export async function spotFor(ctx: Ctx, { at, point }: Pick<Input<'thing', 'enter'>, 'at' | 'point'>) {
  const [lng, lat] = [point?.lng ?? null, point?.lat ?? null]
  if (at) return { ...await ownPlaceFor(ctx, at), lng, lat }
  if (!point) throw new Problem('input.invalid', { detail: '请选择位置', fields: [{ path: 'at', message: '请选择位置，或在地图上点选' }] })
  const { path } = await locateArea(ctx, point)
  if (!mayIn(ctx.actor, 'base.edit', path)) throw new Problem('not-found')
  return { subdistrict: tenantOf(path), area: path, place: path, housing: null, address: null, lng, lat }
}

/** A unit of the same sub-district. */
export async function ownerFor(ctx: Ctx, subdistrict: number, id: string | null): Promise<string | null> {
  if (id === null) return null
  const unit = await unitNamed(ctx, id)
  if (unit.subdistrict !== subdistrict || !unit.isActive) throw new Problem('unit.unknown')
  return unit.id
}
