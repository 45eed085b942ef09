import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { subjectOf } from './enter.ts'
import { addPhotos } from './photos.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { after } from './rules.ts'
import { step, type Holder } from './take.ts'
import { visible, whatOf, who } from './viewer.ts'

// What comes back by one-time links, and what may be sent out by them.

/** Takes what was said by a link as the reporter's answer to what was asked in the stay `stage`; false where the event has gone on meanwhile. */
export async function answerByLink(ctx: Ctx, id: string, { stage, text, photos, holder }: { stage: number, text: string, photos: string[], holder: Holder }): Promise<boolean> {
  const event = found(await queries.lock(ctx, id))
  if (event.stage_no !== stage) return false
  await step(ctx, { id, taking: { step: 'answer', text, photos }, asOf: ctx.now, holder })
  return true
}

interface Note { happened: 'event.answered-late' | 'event.forwarded' | 'event.forward-withdrawn' | 'event.forward-late' | 'event.forward-done', photos?: string[], part?: 'answer' | 'after', holder?: Holder, details: Record<string, unknown> }

/** What became of a link, on the event's own timeline. Nothing moves, so whoever sees the event as it was may still take a step. */
export async function noteByLink(ctx: Ctx, id: string, { happened, photos = [], part = 'after', holder, details }: Note): Promise<EventRow> {
  const event = found(await queries.lock(ctx, id))
  await addPhotos(ctx, event, photos, part, holder?.link)
  ctx.record(happened, subjectOf(event), { ...details, ...(photos.length > 0 && { photos }) }, holder && { id: null, name: holder.name })
  return event
}

/** Whoever handles it while it is handled, and the dispatcher. */
export async function mayHandOut(ctx: Ctx, event: EventRow): Promise<boolean> {
  const what = { ...await whatOf(ctx, event), status: 'handling' as const }
  return (['handle', 'assist'] as const).some((one) => after(one, who(ctx, event.area), what, ctx.now) !== undefined)
}

/** The event that is to be forwarded; held until the end. @throws Problem event.step-not-open where this person may not, or it is not being handled */
export async function eventToForward(ctx: Ctx, id: string): Promise<EventRow> {
  const event = visible(ctx, await queries.lock(ctx, id))
  if (event.status !== 'handling' || !await mayHandOut(ctx, event)) throw new Problem('event.step-not-open', { detail: '只有正在处置的事件可以转外部单位，由办理单位或派遣员转办' })
  return event
}
