import type { Updateable } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/schema.gen.ts'
import { matterOf } from '../place.ts'
import type { EventRow } from '../queries.ts'
import type { Means, Told } from './means.ts'

export const asked = (_: Ctx, __: EventRow, { question }: Told<'askInfo'>): Means => ({ change: { question }, details: { question } })

export const answered = (_: Ctx, { description }: EventRow, { text }: Told<'answer'>): Means => ({ change: { description: `${description}\n补充：${text}` }, details: { answer: text } })

/** The acceptor may put the matter right and how grave it is; the limit and the usual unit follow. */
export async function acceptance(ctx: Ctx, event: EventRow, { matter, severity, note }: Told<'accept'>): Promise<Means> {
  const isOther = matter !== undefined && matter !== event.matter
  const isGraver = severity !== undefined && severity !== event.severity
  const change = { ...((isOther || isGraver) && await matterOf(ctx, matter ?? event.matter, { ...event, ...(severity && { severity }) })), ...(severity && { severity }) }
  return { change, details: { note, ...(isOther && { matter: { from: event.matter, to: matter } }), ...(isGraver && { severity: { from: event.severity, to: severity } }) } }
}

/** 3 is 基本满意: who gives less, or says it is not solved, is not content. Where nobody answered nothing is known. */
export function rated(ctx: Ctx, { score, isSolved, text }: { score: number | null, isSolved: boolean | null, text: string | null }): Updateable<Event> {
  if (score === null) return isSolved === false ? { is_dissatisfied: true } : {}
  return { rating: score, rating_solved: isSolved === true, rating_text: text, rated_at: ctx.now, is_dissatisfied: score < 3 || isSolved === false }
}

export const closed = (ctx: Ctx, { is_overdue: isOverdue, due_at: dueAt }: EventRow, { note }: Told<'close'>): Means =>
  ({ change: { close_kind: isOverdue || (dueAt !== null && dueAt < ctx.now) ? 'overdue' : 'normal', closed_at: ctx.now }, details: { note } })

/** Everything once more: dispatched anew, the unit of last time suggested. */
export const reopened = (_: Ctx, event: EventRow, { reason }: Told<'reopen' | 'rehandle'>): Means => ({
  change: {
    reopened: event.reopened + 1, closed_at: null, close_kind: null, unit: null, unit_name: null, unit_kind: null, suggested_unit: event.unit, suggested_unit_name: event.unit_name, assists: [], assists_open: [],
    rating: null, rating_solved: null, rating_text: null, rated_at: null, is_self_handled: false, merged_into: null, extended_by: 0,
  },
  details: { reason, lastRating: event.rating },
})
