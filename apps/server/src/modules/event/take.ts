import type { EventStep, Input, Output } from '@linli/contract'
import { toldMoment } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { enter } from './enter.ts'
import { meansOf } from './means/index.ts'
import { myView } from './my-view.ts'
import { addParts } from './parts.ts'
import * as queries from './queries.ts'
import { addPhotos } from './photos.ts'
import * as rules from './rules.ts'
import { view } from './view.ts'
import { stepsFor, visible, whatOf, who } from './viewer.ts'

type Taking = Input<'event', 'take'>['take']

export async function take(ctx: Ctx, { id, take: taking, asOf, takenAt }: Input<'event', 'take'>): Promise<Output<'event', 'take'>> {
  return view(ctx, await step(ctx, { id, taking, asOf: asOf === undefined ? ctx.now : new Date(asOf), takenAt }))
}

export async function takeMine(ctx: Ctx, { id, take: taking }: Input<'event', 'takeMine'>): Promise<Output<'event', 'takeMine'>> {
  return myView(ctx, await step(ctx, { id, taking, asOf: ctx.now }))
}

/** Who has a one-time link and no account: photos that were sent up by it are the link's, and the journal names them so. */
export interface Holder { link: string, name: string, phone?: string | null }

/** Find and hold, decide, change, record. Whoever asked before the event last changed saw another one, and no stay ends before it began. */
export async function step(ctx: Ctx, { id, taking, asOf, takenAt, holder }: { id: string, taking: Taking, asOf: Date, takenAt?: string, holder?: Holder }): Promise<queries.EventRow> {
  // Two that are merged into each other are held in one order, or each would wait for the other.
  if (taking.step === 'merge' && taking.into < id) await queries.lock(ctx, taking.into)
  const event = visible(ctx, await queries.lock(ctx, id))
  const to = rules.after(taking.step, who(ctx, event.area), await whatOf(ctx, event), ctx.now)
  if (!to || event.changed_at > ctx.now || event.changed_at > asOf) throw await notOpen(ctx, event)
  const { change, details } = await meansOf(ctx, event, taking)
  const { told } = toldMoment({ now: ctx.now, since: event.reported_at, told: takenAt })
  const photos = 'photos' in taking ? taking.photos : []
  await addPhotos(ctx, event, photos, partOf[taking.step] ?? 'before', holder?.link)
  const changed = await enter(ctx, event, taking.step, to, { change: { ...change, photo_count: event.photo_count + photos.length }, details: { ...details, ...holder, ...(photos.length > 0 && { photos }), ...told }, by: holder?.name })
  if (taking.step === 'split') await addParts(ctx, changed, taking.parts)
  return changed
}

/** Who comes second is told who came first; residents are told no names of staff. */
async function notOpen(ctx: Ctx, event: queries.EventRow): Promise<Problem> {
  const now = { status: event.status, at: event.changed_at.toISOString(), open: await stepsFor(ctx, event) }
  if (ctx.actor.side === 'resident') return new Problem('event.step-not-open', { detail: '这件事已到另一环节，请看最新进度', ...now })
  return new Problem('event.step-not-open', { detail: `这件事刚由${event.last_by}办理过，现在是另一环节，请看最新进度`, by: event.last_by, ...now })
}

const partOf: Partial<Record<EventStep, string>> = { handle: 'after', feedback: 'after', reportHandled: 'after', assistDone: 'after', takeBack: 'after', check: 'check', rework: 'check', confirm: 'check', refute: 'check', answer: 'answer' }
