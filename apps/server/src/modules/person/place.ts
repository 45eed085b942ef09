import type { Input } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { housingUnit } from '../housing/index.ts'
import { areaNamed } from '../organisation/index.ts'

export interface Place { subdistrict: number, area: string, place: string, housing: string | null, address: string | null }

/** Where it is: a housing unit, or the smallest area that is known, which must lie within a community. */
export async function placeFor(ctx: Ctx, { housing, area }: Input<'person', 'enter'>['at']): Promise<Place> {
  if (housing) {
    const unit = found(await housingUnit(ctx, housing))
    return { subdistrict: unit.subdistrict, area: unit.area, place: unit.place, housing: unit.id, address: unit.address }
  }
  const known = await areaNamed(ctx, area!)
  if (known.path.split('/').length < 7) throw new Problem('input.invalid', { detail: '请具体到社区以下', fields: [{ path: 'at.area', message: '请具体到社区以下' }] })
  return { subdistrict: tenantOf(known.path), area: known.path, place: known.path, housing: null, address: null }
}

/** The same for who registers somebody there: of a place that is not theirs nothing is told, not even whether a number is known in it. */
export async function ownPlaceFor(ctx: Ctx, at: Input<'person', 'enter'>['at']): Promise<Place> {
  const place = await placeFor(ctx, at)
  if (!mayIn(ctx.actor, 'base.edit', place.area)) throw new Problem('not-found')
  return place
}
