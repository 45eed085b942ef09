import type { GovernanceOutcome, GovernanceReach, GovernanceStatus, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { effectOf } from './effect.ts'
import { countEvents } from './link-queries.ts'
import type { ItemRow } from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'governance', 'get'>
export type Row = Output<'governance', 'list'>['rows'][number]

export const who = (ctx: Ctx, area: string): rules.Who => ({ side: ctx.actor.side, unit: ctx.actor.unit, may: (permission) => mayIn(ctx.actor, permission, area) })

/** The item as the pure rules want it. */
export const whatOf = (item: ItemRow, now: Date): rules.What =>
  ({ status: item.status as GovernanceStatus, unit: item.unit, unitKind: item.unit_kind, isOver: item.watch_until !== null && item.watch_until <= now, isBack: item.is_back })

export const rowView = (ctx: Ctx, item: ItemRow, events: number): Row => ({
  id: item.id, title: item.title, status: item.status as GovernanceStatus, matter: { code: item.matter, name: item.matter_name }, reach: item.reach as GovernanceReach, area: item.area, areaName: item.area_name, place: item.place,
  unit: item.unit ? { id: item.unit, name: item.unit_name ?? '' } : null, person: item.person, targetOn: item.target_on, isLate: (item.status === 'planned' || item.status === 'underWay') && item.target_on !== null && item.target_on < dayOf(ctx.now),
  isBack: item.is_back, recurred: item.recurred, events, foundedAt: item.founded_at.toISOString(), foundedBy: item.founded_name,
})

/** The whole item, with what this viewer may do now. */
export async function view(ctx: Ctx, item: ItemRow): Promise<View> {
  return {
    ...rowView(ctx, item, (await countEvents(ctx, [item.id])).get(item.id) ?? 0), cause: item.cause, measure: item.measure, result: item.result, doneAt: item.done_at?.toISOString() ?? null, watchUntil: item.watch_until?.toISOString() ?? null,
    outcome: item.outcome && item.closed_at ? { outcome: item.outcome as GovernanceOutcome, text: item.conclusion ?? '', at: item.closed_at.toISOString() } : null, cancelledFor: item.cancelled_for,
    effect: await effectOf(ctx, item), steps: rules.stepsFor(who(ctx, item.area), whatOf(item, ctx.now)),
  }
}
