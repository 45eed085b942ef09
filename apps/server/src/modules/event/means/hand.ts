import { addWorking, hotlineAnswerOf } from '@linli/standards'
import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/problem.ts'
import { calendarFor } from '../../calendar/index.ts'
import { remindOfAssist } from '../../notice/index.ts'
import { unitNamed } from '../../organisation/index.ts'
import { personFor } from '../../routing/index.ts'
import * as aside from '../aside-queries.ts'
import type { EventRow } from '../queries.ts'
import type { Means, Told } from './means.ts'

export async function dispatch(ctx: Ctx, event: EventRow, { unit, person: named, note }: Told<'dispatch'>): Promise<Means> {
  const chosen = await unitFor(ctx, event, unit)
  const person = await personFor(ctx, chosen, { named, suggested: chosen.id === event.suggested_unit ? event.suggested_person : null })
  return {
    change: { unit: chosen.id, unit_name: chosen.name, unit_kind: chosen.kind, person: person?.id ?? null, person_name: person?.name ?? null, ...sentTo(ctx, event, chosen), extended_by: 0, return_reason: null, return_note: null },
    details: { unit: chosen.id, unitName: chosen.name, note, isSuggested: chosen.id === event.suggested_unit, ...(person && { person: person.id, personName: person.name }) },
  }
}

/** Whom it was sent to first, and whether it is sent to another now: wrongly dispatched (GB/T 30428.4). */
const sentTo = (ctx: Ctx, { first_unit: first, is_missent, suggested_unit }: EventRow, { id, name }: { id: string, name: string }) => (first === null
  ? { first_unit: id, first_unit_name: name, first_sent_at: ctx.now, first_as_suggested: id === suggested_unit }
  : { is_missent: is_missent || first !== id })

/** Nobody has it any more; whom it had been sent to is remembered. */
export const recalled = (_: Ctx, event: EventRow, { reason }: Told<'recall'>): Means => ({
  change: { unit: null, unit_name: null, unit_kind: null, person: null, person_name: null },
  details: { reason, unit: event.unit, unitName: event.unit_name },
})

/** Late is what comes after the limit for signing or handling; it is counted apart (domain §3.3). */
export function sentBack(ctx: Ctx, event: EventRow, { reason, note }: Told<'return'>): Means {
  const isLate = event.due_at !== null && event.due_at < ctx.now
  return {
    change: { returns: event.returns + 1, late_returns: event.late_returns + (isLate ? 1 : 0), return_reason: reason, return_note: note },
    details: { returnReason: reason, note, isLate, unit: event.unit, unitName: event.unit_name },
  }
}

export async function assist(ctx: Ctx, event: EventRow, { unit, days, note }: Told<'assist'>): Promise<Means> {
  const chosen = await unitFor(ctx, event, unit)
  if (chosen.id === event.unit) throw new Problem('unit.unknown', { detail: '主办单位不能同时协办' })
  const dueAt = addWorking(await calendarFor(ctx, event.subdistrict), ctx.now, { amount: days, unit: 'workingDay' })
  await aside.putAssist(ctx, event, { unit: chosen.id, unit_name: chosen.name, asked_at: ctx.now, due_at: dueAt, note })
  await remindOfAssist(ctx, event, chosen.id, dueAt)
  const [others, open] = [event.assists, event.assists_open].map((all) => all.filter((one) => one !== chosen.id))
  return { change: { assists: [...others!, chosen.id], assists_open: [...open!, chosen.id] }, details: { unit: chosen.id, unitName: chosen.name, note, dueAt: dueAt.toISOString() } }
}

export async function assistDone(ctx: Ctx, event: EventRow, { result }: Told<'assistDone'>): Promise<Means> {
  await aside.endAssist(ctx, event, ctx.actor.unit!, result)
  return { change: { assists_open: event.assists_open.filter((one) => one !== ctx.actor.unit) }, details: { note: result } }
}

/** What was done, for who reported to read; of what came by 12345 as a whole also what the hotline wants to know. */
export function fedBack(ctx: Ctx, event: EventRow, { publicReply, note, ...told }: Told<'feedback'>): Means {
  const { answer, wrong } = event.source === 'hotline' && event.part_of === null ? hotlineAnswerOf(told, ctx.now) : {}
  if (wrong) throw new Problem('input.invalid', { detail: '12345 转办的事件，请填写答复要素', fields: Object.entries(wrong).map(([path, message]) => ({ path: `take.${path}`, message })) })
  return { change: { public_reply: publicReply, fed_back_by: ctx.actor.id, ...(answer && { hotline_answer: JSON.stringify(answer) }) }, details: { publicReply, note } }
}

/** Out of the office's hands until the level above answers. */
export const transfer = (_: Ctx, __: EventRow, { to, reason }: Told<'transfer'>): Means => ({ change: { transferred_to: to }, details: { transferredTo: to, reason } })

/** A unit that may handle this event: active, of the same sub-district, and no other community's. */
export async function unitFor(ctx: Ctx, event: Pick<EventRow, 'subdistrict' | 'area'>, id: string) {
  const chosen = await unitNamed(ctx, id)
  if (chosen.subdistrict !== event.subdistrict || !chosen.isActive) throw new Problem('unit.unknown')
  if (chosen.kind === 'community' && !event.area.startsWith(chosen.area)) throw new Problem('unit.unknown', { detail: '不能派遣给别的社区' })
  return chosen
}
