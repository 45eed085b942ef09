import type { EventSeverity, EventSource, Input } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed, locateArea } from '../organisation/index.ts'
import { route } from '../routing/index.ts'

type Report = Input<'event', 'report'>

/** Where it is: the smallest known area, its tenant, and the words and point that were given. */
export async function placeOf(ctx: Ctx, { point, area, place }: Pick<Report, 'point' | 'area' | 'place'>) {
  if (!point && !area) throw new Problem('input.invalid', { detail: '请选择位置', fields: [{ path: 'point', message: '请在地图上选点，或选择楼幢、网格' }] })
  const known = area ? await areaNamed(ctx, area) : await locateArea(ctx, point!)
  const subdistrict = tenantOf(known.path)
  if (subdistrict === 0) throw new Problem('event.place-unknown', { detail: '位置要具体到社区以下' })
  return { subdistrict, area: known.path, area_name: known.fullName, place: place || known.fullName, lng: point?.lng ?? null, lat: point?.lat ?? null }
}

/** Another place in the same sub-district, where the one who puts it right accepts or dispatches as well. */
export async function newPlaceOf(ctx: Ctx, event: Awaited<ReturnType<typeof placeOf>>, told: Pick<Report, 'point' | 'area' | 'place'>) {
  const place = await placeOf(ctx, told)
  if ((['area', 'place', 'lng', 'lat'] as const).every((part) => place[part] === event[part])) throw new Problem('input.invalid', { detail: '地点没有变化', fields: [{ path: 'take.place', message: '地点没有变化' }] })
  if (place.subdistrict !== event.subdistrict || !(['event.accept', 'event.dispatch'] as const).some((may) => mayIn(ctx.actor, may, place.area))) throw new Problem('event.place-unknown', { detail: '新地点不在您的辖区' })
  return place
}

interface Described { area: string, subdistrict: number, source: string, severity: string, title: string, description: string, privacy?: string }

/** What the office's rules say of it there: limit, severity, who is to handle it, and which rule spoke. Who reports a matter that is kept in confidence is. */
export async function matterOf(ctx: Ctx, code: string, { area, subdistrict, source, severity: said, title, description, privacy = 'open' }: Described) {
  const { matter, limit, severity, unit, person, by } = await route(ctx, { matter: code, area, subdistrict, source: source as EventSource, severity: said as EventSeverity, text: `${title} ${description}` })
  return {
    matter: matter.code, matter_name: matter.name, handle_limit_amount: limit.amount, handle_limit_unit: limit.unit, severity,
    privacy: privacy === 'open' && matter.isConfidential ? 'confidential' : privacy,
    suggested_unit: unit?.id ?? null, suggested_unit_name: unit?.name ?? null, suggested_person: person?.id ?? null, suggested_person_name: person?.name ?? null, routed_version: by?.version ?? null, routed_no: by?.no ?? null, routed_rule: by?.rule ?? null,
  }
}
