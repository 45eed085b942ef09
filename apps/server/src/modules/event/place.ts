import type { Input } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { ruleFor } from '../matter/index.ts'
import { areaNamed, communityUnit, locateArea, unitNamed } from '../organisation/index.ts'

type Report = Input<'event', 'report'>

/** Where it is: the smallest known area, its tenant, and the words and point that were given. */
export async function placeOf(ctx: Ctx, { point, area, place }: Pick<Report, 'point' | 'area' | 'place'>) {
  if (!point && !area) throw new Problem('input.invalid', { detail: '请选择位置', fields: [{ path: 'point', message: '请在地图上选点，或选择楼幢、网格' }] })
  const known = area ? await areaNamed(ctx, area) : await locateArea(ctx, point!)
  const subdistrict = tenantOf(known.path)
  if (subdistrict === 0) throw new Problem('event.place-unknown', { detail: '位置要具体到社区以下' })
  return { subdistrict, area: known.path, area_name: known.fullName, place: place || known.fullName, lng: point?.lng ?? null, lat: point?.lat ?? null }
}

/** The matter's limit there, for what is so grave, and who usually handles it: the named unit, else the community's own. Who reports a matter that is kept in confidence is. */
export async function matterOf(ctx: Ctx, code: string, { area, subdistrict, severity, privacy = 'open' }: { area: string, subdistrict: number, severity: string, privacy?: string }) {
  const { matter, limit, unit, byCommunity } = await ruleFor(ctx, code, { subdistrict, area, severity }, ctx.now)
  const suggested = unit && !byCommunity ? await unitNamed(ctx, unit.id) : await communityUnit(ctx, area)
  return {
    matter: matter.code, matter_name: matter.name, handle_limit_amount: limit.amount, handle_limit_unit: limit.unit,
    privacy: privacy === 'open' && matter.isConfidential ? 'confidential' : privacy,
    suggested_unit: suggested?.id ?? null, suggested_unit_name: suggested?.name ?? null,
  }
}
