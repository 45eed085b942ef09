import { addWorking } from '@linli/standards'
import type { Ctx } from '../../../kernel/ctx.ts'
import { calendarFor } from '../../calendar/index.ts'
import { remindOfSupervision, remindOfUrge } from '../../notice/index.ts'
import * as aside from '../aside-queries.ts'
import type { EventRow } from '../queries.ts'
import type { Means, Told } from './means.ts'

// What those who watch over an event do; none of it changes where it stands.

/** Workdays after the first letter (催办通知书) until what is still late is told to all who lead (domain §3.3). */
const daysToCriticism = 5

async function urge(ctx: Ctx, event: EventRow, { note }: Told<'urge'>): Promise<Means> {
  const isLate = event.due_at !== null && event.due_at < ctx.now
  if (isLate) await remindOfUrge(ctx, event, addWorking(await calendarFor(ctx, event.subdistrict), ctx.now, { amount: daysToCriticism, unit: 'workingDay' }))
  return { change: { urges: event.urges + 1, urged_at: ctx.now }, details: { note, isLate } }
}

async function supervise(ctx: Ctx, event: EventRow, { text, days }: Told<'supervise'>): Promise<Means> {
  const dueAt = addWorking(await calendarFor(ctx, event.subdistrict), ctx.now, { amount: days, unit: 'workingDay' })
  await aside.insertSupervision(ctx, event, { asked_by: ctx.actor.id!, asked_name: ctx.actor.name, asked_at: ctx.now, text, due_at: dueAt })
  await remindOfSupervision(ctx, event, dueAt)
  return { change: { is_supervised: true }, details: { text, dueAt: dueAt.toISOString() } }
}

async function replySupervision(ctx: Ctx, event: EventRow, { reply }: Told<'replySupervision'>): Promise<Means> {
  await aside.changeSupervision(ctx, event, { reply, replied_name: ctx.actor.name, replied_at: ctx.now })
  return { change: {}, details: { text: reply } }
}

async function endSupervision(ctx: Ctx, event: EventRow, { isSatisfied, note }: Told<'endSupervision'>): Promise<Means> {
  await aside.changeSupervision(ctx, event, { is_satisfied: isSatisfied, ended_at: ctx.now })
  return { change: { is_supervised: false }, details: { isSatisfied, note } }
}

const instruct = (_: Ctx, __: EventRow, { text }: Told<'instruct'>): Means => ({ change: { is_instructed: true }, details: { text } })

function mark(_: Ctx, event: EventRow, { isUrgent = event.is_urgent, isPinned = event.is_pinned, isLegacy = event.is_legacy }: Told<'mark'>): Means {
  return { change: { is_urgent: isUrgent, is_pinned: isPinned, is_legacy: isLegacy }, details: { isUrgent, isPinned, isLegacy } }
}

export const means = { urge, supervise, replySupervision, endSupervision, instruct, mark }
