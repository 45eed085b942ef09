import type { Updateable } from 'kysely'
import type { Ctx } from '../../../kernel/ctx.ts'
import type { Event } from '../../../kernel/schema.gen.ts'
import { matterOf, newPlaceOf } from '../place.ts'
import type { EventRow } from '../queries.ts'
import type { Means, Told } from './means.ts'

const asked = (_: Ctx, __: EventRow, { question }: Told<'askInfo'>): Means => ({ change: { question }, details: { question } })

const answered = (_: Ctx, { description }: EventRow, { text }: Told<'answer'>): Means => ({ change: { description: `${description}\n补充：${text}` }, details: { answer: text } })

/** The acceptor may put matter and severity right; limit and unit follow, and nothing is sent. What the acceptor says of the severity stands. */
async function acceptance(ctx: Ctx, event: EventRow, { matter = event.matter, severity: said, note }: Told<'accept'>): Promise<Means> {
  const isOther = matter !== event.matter
  const isPutRight = isOther || said !== undefined && said !== event.severity
  const change = { ...(isPutRight && await matterOf(ctx, matter, { ...event, severity: said ?? event.severity })), ...(said && { severity: said }) }
  const severity = change.severity ?? event.severity
  return { change, details: { note, ...(isOther && { matter: { from: event.matter, to: matter } }), ...(isPutRight && { suggested: change.suggested_unit_name }), ...(severity !== event.severity && { severity: { from: event.severity, to: severity } }) } }
}

/** Where it lies is put right: limit, severity and unit follow, and nothing is sent. What belongs to the event moves with it (migration 0096). */
async function relocated(ctx: Ctx, event: EventRow, { note, ...told }: Told<'relocate'>): Promise<Means> {
  const place = await newPlaceOf(ctx, event, told)
  const routed = await matterOf(ctx, event.matter, { ...event, ...place })
  return { change: { ...place, ...routed }, details: { note: note ? `${place.place}（${note}）` : place.place, place: place.place, moved: { from: event.area, to: place.area }, suggested: routed.suggested_unit_name } }
}

/** 3 is 基本满意: who gives less, or says it is not solved, is not content. Where nobody answered nothing is known. */
export function rated(ctx: Ctx, { score, isSolved, text }: { score: number | null, isSolved: boolean | null, text: string | null }): Updateable<Event> {
  if (score === null) return isSolved === false ? { is_dissatisfied: true } : {}
  return { rating: score, rating_solved: isSolved === true, rating_text: text, rated_at: ctx.now, is_dissatisfied: score < 3 || isSolved === false }
}

const closed = (ctx: Ctx, { is_overdue: isOverdue, due_at: dueAt }: EventRow, { note }: Told<'close'>): Means =>
  ({ change: { close_kind: isOverdue || (dueAt !== null && dueAt < ctx.now) ? 'overdue' : 'normal', closed_at: ctx.now }, details: { note } })

/** Everything once more: dispatched anew, the unit of last time suggested. */
const reopened = (_: Ctx, event: EventRow, { reason }: Told<'reopen' | 'rehandle'>): Means => ({
  change: {
    reopened: event.reopened + 1, closed_at: null, close_kind: null, unit: null, unit_name: null, unit_kind: null, person: null, person_name: null, suggested_unit: event.unit, suggested_unit_name: event.unit_name, suggested_person: event.person, suggested_person_name: event.person_name, assists: [], assists_open: [],
    rating: null, rating_solved: null, rating_text: null, rated_at: null, is_self_handled: false, merged_into: null, extended_by: 0,
  },
  details: { reason, lastRating: event.rating },
})

export const way = { askInfo: asked, answer: answered, accept: acceptance, relocate: relocated, close: closed, rehandle: reopened, reopen: reopened }
