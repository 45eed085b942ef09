import type { Input } from '@linli/contract'
import { headingOf, numberPrefix } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { enter } from './enter.ts'
import { unitFor } from './means/hand.ts'
import { matterOf } from './place.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'

type Part = Extract<Input<'event', 'take'>['take'], { step: 'split' }>['parts'][number]

/** Splits an event: each part begins where the whole stood, waiting to be dispatched, and knows nothing of who reported. */
export async function addParts(ctx: Ctx, whole: EventRow, parts: Part[]): Promise<void> {
  for (const { description, matter, unit } of parts) {
    const rule = await matterOf(ctx, matter, { ...whole, title: '', description, privacy: 'open' })
    const wanted = unit && await unitFor(ctx, whole, unit)
    const id = ctx.newId()
    await queries.insert(ctx, {
      id, subdistrict: whole.subdistrict, area: whole.area, area_name: whole.area_name, place: whole.place, lng: whole.lng, lat: whole.lat, ...rule,
      ...(wanted && { suggested_unit: wanted.id, suggested_unit_name: wanted.name, routed_version: null, routed_no: null, routed_rule: null }), prefix: numberPrefix(ctx.now), title: headingOf(undefined, description), description, source: whole.source,
      status: 'draft', reported_by: ctx.actor.id, reported_at: whole.reported_at, stage_no: 0, stage_since: ctx.now, changed_at: ctx.now, last_step: 'split', last_by: ctx.actor.name, part_of: whole.id, is_urgent: whole.is_urgent,
    })
    await enter(ctx, (await queries.find(ctx, id))!, 'beginPart', 'filed', { details: { wholeId: whole.id, note: `由 ${whole.number} 拆分` } })
  }
}
