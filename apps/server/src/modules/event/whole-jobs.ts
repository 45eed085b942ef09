import { areaOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Happened, JobTools } from '../../kernel/module.ts'
import * as aside from './aside-queries.ts'
import { enter, subjectOf } from './enter.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { isDone, replyOf } from './whole-rules.ts'

// What becomes of a whole and of what belongs to it follows from the journal. What was merged or split off may lie anywhere in the sub-district,
// where whoever took the step does not reach.

/** What had been merged into an event that is now merged itself goes on into the same. */
export const passOn = ({ write }: JobTools, { subject, subdistrict }: Happened) => write(areaOf(subdistrict), async (ctx) => {
  const event = await queries.find(ctx, subject)
  if (!event?.merged_into) return
  // The one they go into is held with them, in the same order as a merge holds its two: a reference to it would be waited for out of order.
  for (const child of (await held(ctx, [{ id: event.merged_into }, ...await aside.listMerged(ctx, subject)])).filter(({ id }) => id !== event.merged_into)) {
    const moved = await queries.update(ctx, child, { merged_into: event.merged_into })
    ctx.record('event.merged', subjectOf(moved), { from: 'merged', to: 'merged', into: event.merged_into })
  }
})

/** With its whole an event is closed and answered; without it, it stands for itself again. The whole of a part may now be done. */
export const settle = ({ write }: JobTools, { subject, subdistrict }: Happened) => write(areaOf(subdistrict), async (ctx) => {
  const event = await queries.find(ctx, subject)
  if (!event) return
  for (const child of await held(ctx, await aside.listMerged(ctx, subject))) await follow(ctx, child, event)
  if (event.part_of !== null) await complete(ctx, event.part_of)
})

async function follow(ctx: Ctx, child: EventRow, whole: EventRow): Promise<void> {
  if (whole.status === 'closed') await enter(ctx, child, 'closeAlong', 'closed', { change: { public_reply: whole.public_reply, closed_at: ctx.now, close_kind: 'merged' }, details: { publicReply: whole.public_reply } })
  if (whole.status === 'cancelled') await enter(ctx, child, 'unmerge', 'reported', { change: { merged_into: null, is_duplicate: false }, details: { reason: '并入的事件已作废' } })
}

async function complete(ctx: Ctx, id: string): Promise<void> {
  const whole = await queries.lock(ctx, id)
  if (whole?.status !== 'split') return
  const parts = await aside.listParts(ctx, id)
  if (!isDone(parts)) return
  const reply = replyOf(parts)
  if (reply === '') await enter(ctx, whole, 'unsplit', 'filed', { details: { reason: '分件都已作废' } })
  else await enter(ctx, whole, 'joinParts', 'checked', { change: { public_reply: reply }, details: { publicReply: reply } })
}

/** Held in one order, and only what is still merged. */
async function held(ctx: Ctx, links: { id: string }[]): Promise<EventRow[]> {
  const rows: EventRow[] = []
  for (const { id } of links.toSorted((a, b) => a.id.localeCompare(b.id))) {
    const row = await queries.lock(ctx, id)
    if (row?.status === 'merged') rows.push(row)
  }
  return rows
}
