import type { EventStatus, EventStep } from '@linli/contract'
import type { Limit } from '@linli/standards'
import type { Updateable } from 'kysely'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/schema.gen.ts'
import { calendarFor } from '../calendar/index.ts'
import { stepLimit } from '../matter/index.ts'
import { remindOfStay } from '../notice/index.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { withdrawn } from './request.ts'
import * as stage from './stage.ts'
import { happened } from './words.ts'

export const subjectOf = (event: EventRow): Subject => ({
  kind: 'event', id: event.id, subdistrict: event.subdistrict, area: event.area, unit: [event.unit ?? [], event.assists].flat(), resident: event.source === 'resident' && event.part_of === null ? event.reported_by : null,
})

/** `by` is who it is when that is nobody with an account. */
interface With { change?: Updateable<Event>, details?: Record<string, unknown>, by?: string | undefined }

/**
 * Takes the event from its state to another: measures the stay that ends, begins the next with its limit, stores what the step changed, and
 * records what happened. A step that leads nowhere else stores and records only.
 */
export async function enter(ctx: Ctx, event: EventRow, step: EventStep, to: EventStatus, { change = {}, details = {}, by: named }: With = {}): Promise<EventRow> {
  const by = named ?? (ctx.actor.side === 'resident' ? '上报人' : ctx.actor.name)
  const moved = to === event.status ? {} : { ...await withdrawn(ctx, event, to), ...await changeStage(ctx, { ...event, ...change } as EventRow, event, { step, to, by }) }
  const changed = await queries.update(ctx, event, { ...moved, ...change, changed_at: ctx.now, last_step: step, last_by: by })
  ctx.record(happened[step], leftBehind(changed, event), { ...details, from: event.status, to }, named === undefined ? asReporter(ctx, event) : { id: null, name: named })
  return changed
}

/** Whose it was, and where it lay, is told too: what they have open is theirs no more. */
const leftBehind = (changed: EventRow, before: EventRow): Subject => ({
  ...subjectOf(changed), unit: [...new Set([changed.unit ?? [], changed.assists, before.unit ?? []].flat())], ...(changed.area !== before.area && { leftArea: before.area }),
})

/** Who wants to stay unknown is not named in the journal either. */
const asReporter = ({ actor }: Ctx, event: EventRow) => (event.privacy === 'anonymous' && actor.id !== null && actor.id === event.reported_by ? { id: actor.id, name: '匿名' } : undefined)

async function changeStage(ctx: Ctx, next: EventRow, event: EventRow, { step, to, by }: { step: EventStep, to: EventStatus, by: string }): Promise<Updateable<Event>> {
  const calendar = await calendarFor(ctx, event.subdistrict)
  const stays = event.stage_no > 0 ? await queries.listStages(ctx, event) : []
  const present = stays.at(-1)
  let [isOverdue, isSevere] = [event.is_overdue, event.is_severe]
  if (present) {
    const took = stage.end(calendar, { status: event.status as EventStatus, since: present.since, limit: limitOf(present), dueAt: present.due_at }, ctx.now)
    await queries.changeStage(ctx, event, { until: ctx.now, used_minutes: took.used, paused_minutes: took.paused, overdue_minutes: took.overdue, overdue_times: took.times, ended_by: by, ended_step: step })
    isOverdue ||= took.overdue > 0
    isSevere ||= present.severe_at !== null && present.severe_at < ctx.now
  }
  const limit = to === 'handling' ? handleLimitOf(next) : stage.isResting(to) ? null : await stepLimit(ctx, event.subdistrict, to) ?? null
  const begun = stage.begin(calendar, to, limit, ctx.now, stage.goingOn(stays, to, ctx.now))
  const no = event.stage_no + 1
  await queries.insertStage(ctx, { subdistrict: event.subdistrict, event: event.id, no, area: event.area, status: to, since: ctx.now, limit_amount: begun.limit?.amount ?? null, limit_unit: begun.limit?.unit ?? null, due_at: begun.dueAt, severe_at: begun.severeAt })
  await remindOfStay(ctx, event, { ...begun, reviewOn: to === 'suspended' ? next.review_on : null })
  return { status: to, stage_no: no, stage_since: ctx.now, due_at: begun.dueAt, warn_at: begun.warnAt, severe_at: begun.severeAt, is_overdue: isOverdue, is_severe: isSevere }
}

/** The limit of the present stay is longer from now on; the stays before stand as they are. */
export async function extend(ctx: Ctx, event: EventRow, by: number): Promise<Updateable<Event>> {
  const limit = handleLimitOf({ ...event, extended_by: event.extended_by + by })
  const stays = await queries.listStages(ctx, event)
  const begun = stage.begin(await calendarFor(ctx, event.subdistrict), 'handling', limit, ctx.now, stage.goingOn(stays, 'handling', ctx.now))
  await queries.changeStage(ctx, event, { limit_amount: limit.amount, due_at: begun.dueAt, severe_at: begun.severeAt })
  await remindOfStay(ctx, event, { ...begun, reviewOn: null })
  return { extended_by: event.extended_by + by, extensions: event.extensions + 1, due_at: begun.dueAt, warn_at: begun.warnAt, severe_at: begun.severeAt }
}

/** What the matter's rule gives and what was granted on top of it. */
export const handleLimitOf = (event: Pick<EventRow, 'handle_limit_amount' | 'handle_limit_unit' | 'extended_by'>): Limit => ({ amount: event.handle_limit_amount + event.extended_by, unit: event.handle_limit_unit as Limit['unit'] })

const limitOf = (stay: queries.StageRow): Limit | null => (stay.limit_amount === null ? null : { amount: stay.limit_amount, unit: stay.limit_unit as Limit['unit'] })
