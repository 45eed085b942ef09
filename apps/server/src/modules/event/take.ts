import type { EventStep, Input, Output } from '@linli/contract'
import type { Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Event } from '../../kernel/schema.gen.ts'
import { unitNamed } from '../organisation/index.ts'
import { enter } from './enter.ts'
import { myView } from './my-view.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { addPhotos, matterOf } from './report.ts'
import * as rules from './rules.ts'
import { stepsFor, view, visible, what, who } from './view.ts'

type Taking = Input<'event', 'take'>['take']

export async function take(ctx: Ctx, { id, take: taking }: Input<'event', 'take'>): Promise<Output<'event', 'take'>> {
  return view(ctx, await step(ctx, id, taking))
}

export async function takeMine(ctx: Ctx, { id, take: taking }: Input<'event', 'takeMine'>): Promise<Output<'event', 'takeMine'>> {
  return myView(ctx, await step(ctx, id, taking))
}

/** Find and hold, decide, change, record. Whoever asked before the event last changed saw another one, and no stay ends before it began. */
async function step(ctx: Ctx, id: string, taking: Taking): Promise<EventRow> {
  const event = visible(ctx, await queries.lock(ctx, id))
  const to = rules.after(taking.step, who(ctx, event.area), what(event), ctx.now)
  if (!to || event.changed_at > ctx.now) throw notOpen(ctx, event)
  const { change, details } = await means(ctx, event, taking)
  const photos = 'photos' in taking ? taking.photos : []
  await addPhotos(ctx, event, photos, partOf[taking.step] ?? 'before')
  return enter(ctx, event, taking.step, to, { change: { ...change, photo_count: event.photo_count + photos.length }, details: { ...details, ...(photos.length > 0 && { photos }) } })
}

/** Who comes second is told who came first; residents are told no names of staff. */
function notOpen(ctx: Ctx, event: EventRow): Problem {
  const now = { status: event.status, at: event.changed_at.toISOString(), open: stepsFor(ctx, event) }
  if (ctx.actor.side === 'resident') return new Problem('event.step-not-open', { detail: '这件事已到另一环节，请看最新进度', ...now })
  return new Problem('event.step-not-open', { detail: `这件事刚由${event.last_by}办理过，现在是另一环节，请看最新进度`, by: event.last_by, ...now })
}

const partOf: Partial<Record<EventStep, string>> = { handle: 'after', feedback: 'after', check: 'check', answer: 'answer' }

interface Means { change: Updateable<Event>, details: Record<string, unknown> }

/** What a step changes besides the state, and what of it is worth remembering. */
async function means(ctx: Ctx, event: EventRow, taking: Taking): Promise<Means> {
  switch (taking.step) {
    case 'askInfo': return { change: { question: taking.question }, details: { question: taking.question } }
    case 'answer': return { change: { description: `${event.description}\n补充：${taking.text}` }, details: { answer: taking.text } }
    case 'accept': return acceptance(ctx, event, taking)
    case 'dispatch': return dispatch(ctx, event, taking)
    case 'feedback': return { change: { public_reply: taking.publicReply, fed_back_by: ctx.actor.id }, details: { publicReply: taking.publicReply, note: taking.note } }
    case 'revisit': return { change: taking.score === null ? {} : rating(ctx, taking.score, taking.isSolved === true, null), details: { isReached: taking.isReached, isSolved: taking.isSolved, score: taking.score, note: taking.note } }
    case 'rate': return { change: rating(ctx, taking.score, taking.isSolved, taking.text ?? null), details: { score: taking.score, isSolved: taking.isSolved, text: taking.text } }
    case 'close': return { change: { close_kind: event.is_overdue || (event.due_at !== null && event.due_at < ctx.now) ? 'overdue' : 'normal', closed_at: ctx.now }, details: { note: taking.note } }
    case 'reopen': return { change: { reopened: event.reopened + 1, closed_at: null, close_kind: null, unit: null, unit_name: null, unit_kind: null, suggested_unit: event.unit, suggested_unit_name: event.unit_name, rating: null, rating_solved: null, rating_text: null, rated_at: null }, details: { reason: taking.reason, lastRating: event.rating } }
    case 'cancel': return { change: { closed_at: ctx.now }, details: { reason: taking.reason } }
    case 'report': return { change: { reported_at: ctx.now }, details: {} }
    case 'file': case 'sign': case 'handle': case 'check': return { change: {}, details: { note: taking.note } }
  }
}

/** The acceptor may put the matter right; its limit and the usual unit follow. */
async function acceptance(ctx: Ctx, event: EventRow, { matter, severity, note }: Extract<Taking, { step: 'accept' }>): Promise<Means> {
  const isOther = matter !== undefined && matter !== event.matter
  const change = { ...(isOther && await matterOf(ctx, matter, event)), ...(severity && { severity }) }
  return { change, details: { note, ...(isOther && { matter: { from: event.matter, to: matter } }), ...(severity && severity !== event.severity && { severity: { from: event.severity, to: severity } }) } }
}

async function dispatch(ctx: Ctx, event: EventRow, { unit, note }: Extract<Taking, { step: 'dispatch' }>): Promise<Means> {
  const chosen = await unitNamed(ctx, unit)
  if (chosen.subdistrict !== event.subdistrict || !chosen.isActive) throw new Problem('unit.unknown')
  if (chosen.kind === 'community' && !event.area.startsWith(chosen.area)) throw new Problem('unit.unknown', { detail: '不能派遣给别的社区' })
  return { change: { unit: chosen.id, unit_name: chosen.name, unit_kind: chosen.kind }, details: { unit: chosen.id, unitName: chosen.name, note, isSuggested: chosen.id === event.suggested_unit } }
}

const rating = (ctx: Ctx, score: number, isSolved: boolean, text: string | null): Updateable<Event> => ({ rating: score, rating_solved: isSolved, rating_text: text, rated_at: ctx.now })
