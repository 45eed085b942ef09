import { whistleKind, type Input, type Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { eventToWhistle, markWhistled } from '../event/index.ts'
import { areaNamed, locateArea } from '../organisation/index.ts'
import { callUnits, dueNow } from './call.ts'
import * as queries from './queries.ts'
import { view } from './view.ts'

type Blowing = Input<'whistle', 'blow'>

/** Calls units together, for an event or at a place. Row-level security keeps to the areas of who blows. */
export async function blow(ctx: Ctx, input: Blowing): Promise<Output<'whistle', 'blow'>> {
  const place = await placeOf(ctx, input)
  const units = [...new Set([input.lead, ...input.units])]
  const due = await dueNow(ctx, place.subdistrict, input.urgency, input.arriveBy)
  const whistle = await queries.insert(ctx, {
    ...place, id: ctx.newId(), event: input.event ?? null, kind: input.kind, urgency: input.urgency, status: 'blown', title: input.title, requirement: input.requirement,
    blown_name: ctx.actor.name, blown_at: ctx.now, arrive_by: due.arriveBy, units, changed_at: ctx.now, last_by: ctx.actor.name,
  })
  const names = await callUnits(ctx, whistle, { units, lead: input.lead, due })
  ctx.record('whistle.blown', subjectOf(whistle), { kind: input.kind, note: `${input.title}。${input.requirement}`, unitName: names.join('、'), arriveBy: due.arriveBy.toISOString() })
  if (input.event) await markWhistled(ctx, input.event, { happened: 'event.whistled', isFlagged: true, whistle: whistle.id, note: `${whistleKind[input.kind]}，召集${names.join('、')}` })
  return view(ctx, whistle)
}

export const subjectOf = (whistle: queries.WhistleRow, units: readonly string[] = whistle.units): Subject => ({ kind: 'whistle', id: whistle.id, subdistrict: whistle.subdistrict, area: whistle.area, unit: units })

async function placeOf(ctx: Ctx, { event, point, area, place }: Blowing) {
  if (event) {
    const at = await eventToWhistle(ctx, event)
    return { subdistrict: tenantOf(at.area), area: at.area, area_name: at.areaName, place: place || at.place, lng: at.point?.lng ?? null, lat: at.point?.lat ?? null }
  }
  if (!point && !area) throw new Problem('input.invalid', { detail: '请选择到哪里集合', fields: [{ path: 'point', message: '请在地图上选点，或按名称查找' }] })
  const known = area ? await areaNamed(ctx, area) : await locateArea(ctx, point!)
  const subdistrict = tenantOf(known.path)
  if (subdistrict === 0) throw new Problem('event.place-unknown', { detail: '位置要在一个街道以内' })
  return { subdistrict, area: known.path, area_name: known.fullName, place: place || known.fullName, lng: point?.lng ?? null, lat: point?.lat ?? null }
}
