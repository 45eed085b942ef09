import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { findWhole } from './aside-queries.ts'
import { linkView } from './beside-view.ts'
import { subjectOf } from './enter.ts'
import * as queries from './queries.ts'
import { open } from './rules.ts'
import { pointOf } from './view.ts'
import { visible } from './viewer.ts'

/** Where an event is that units are called together for; held until the end. @throws Problem event.step-not-open where nothing is to be done about it any more */
export async function eventToWhistle(ctx: Ctx, id: string): Promise<{ area: string, areaName: string, place: string, point: { lng: number, lat: number } | null }> {
  const event = visible(ctx, await queries.lock(ctx, id))
  if (!open.some((status) => status === event.status)) throw new Problem('event.step-not-open', { detail: '这件事已经办结或不再办理，不能为它吹哨' })
  return { area: event.area, areaName: event.area_name, place: event.place, point: pointOf(event) }
}

/** Its own timeline tells that a whistle was blown for it or withdrawn; flagged as long as one stands. */
export async function markWhistled(ctx: Ctx, id: string, { happened, isFlagged, ...details }: { happened: 'event.whistled' | 'event.whistle-withdrawn', isFlagged: boolean, whistle: string, note: string }): Promise<void> {
  const event = visible(ctx, await queries.lock(ctx, id))
  ctx.record(happened, subjectOf(await queries.update(ctx, event, { is_whistled: isFlagged })), details)
}

/** Number, title and state of an event, where this person may see it. */
export const eventLink = async (ctx: Ctx, id: string): Promise<Output<'event', 'get'>['whole']> => linkView(await findWhole(ctx, id))
