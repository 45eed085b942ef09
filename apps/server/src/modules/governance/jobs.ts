import { areaAt } from '@linli/standards'
import type { GovernanceReach, GovernanceStatus } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Happened, JobTools } from '../../kernel/module.ts'
import { windowsOf, isBack, mostDaysBack } from './effect-rules.ts'
import { subjectOf } from './found.ts'
import * as links from './link-queries.ts'
import { isOf } from './place-rules.ts'
import * as queries from './queries.ts'
import { open } from './rules.ts'

const dayMs = 86_400_000

/** An event came, or its matter or state changed: whichever items it is of now hold it, and those that are done are told that it came back. Heard twice it changes nothing. */
export async function follow(ctx: Ctx, id: string): Promise<void> {
  const [event] = await queries.listEvents(ctx, [id])
  if (!event) return
  const touched = await links.listTouched(ctx, event, new Date(ctx.now.getTime() - mostDaysBack * dayMs))
  const isOpen = (item: queries.ItemRow) => open.includes(item.status as GovernanceStatus)
  const counts = event.status !== 'cancelled' && event.part_of === null
  // What a new item has taken up does not come back to the old one.
  const isTaken = touched.some((item) => isOpen(item) && isOf(item, event))
  for (const item of touched) {
    const isIts = counts && isOf(item, event)
    if (!isOpen(item)) {
      if (isIts && !isTaken && event.reported_at > item.closed_at!) await comeBack(ctx, item, event)
    } else if (isIts) await join(ctx, item, event)
    else await leave(ctx, item, event)
  }
}

async function join(ctx: Ctx, item: queries.ItemRow, event: queries.EventRow): Promise<void> {
  const isAfter = item.done_at !== null && event.reported_at >= item.done_at
  if ((await links.link(ctx, item, [{ ...event, isMatch: true }], null)).length === 0) return
  if (isAfter) return recur(ctx, item, event.id)
  ctx.record('governance.event-joined', subjectOf(item), { event: event.id })
}

/** What somebody put in stays in; what joined by itself leaves by itself. */
async function leave(ctx: Ctx, item: queries.ItemRow, { id }: queries.EventRow): Promise<void> {
  const link = await links.findLink(ctx, item, id)
  if (!link || link.out_at || !link.is_match || link.added_name !== null) return
  await links.unlink(ctx, item, id, '事项或地点已改，或已作废')
  ctx.record('governance.event-left', subjectOf(item), { event: id })
}

/** A closed item keeps its events and figures; it is linked as what it is, one more since then. */
async function comeBack(ctx: Ctx, item: queries.ItemRow, event: queries.EventRow): Promise<void> {
  if ((await links.link(ctx, item, [{ ...event, isMatch: true }], null)).length > 0) await recur(ctx, item, event.id)
}

async function recur(ctx: Ctx, item: queries.ItemRow, event: string): Promise<void> {
  const { before } = windowsOf({ foundedAt: item.founded_at, doneAt: item.done_at!, days: item.effect_days })
  const had = item.before_count ?? await links.countMatching(ctx, item, before)
  const recurred = item.recurred + 1
  const changed = await queries.update(ctx, item, { recurred, is_back: isBack(item.reach as GovernanceReach, had, recurred) })
  ctx.record('governance.recurred', subjectOf(changed), { event, recurred, isBack: changed.is_back })
}

/** What makes an event one of a matter and place, or no longer. */
export const listened = ['event.reported', 'event.self-handled', 'event.joined', 'event.accepted', 'event.relocated', 'event.cancelled', 'event.cancel-approved'] as const

/** Held as the whole sub-district: an item may reach further than the event's building. */
export const when = Object.fromEntries(listened.map((name) => [name, ({ write }: JobTools, { area, subject }: Happened) => write(areaAt(area, 'subdistrict') ?? area, (ctx) => follow(ctx, subject))]))
