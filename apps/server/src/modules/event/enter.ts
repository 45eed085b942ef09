import type { EventStatus, EventStep } from '@linli/contract'
import type { Limit, Span } from '@linli/standards'
import type { Updateable } from 'kysely'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import type { Event } from '../../kernel/schema.gen.ts'
import { calendarFor } from '../calendar/index.ts'
import { stepLimit } from '../matter/index.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import * as stage from './stage.ts'
import { happened } from './view.ts'

export const subjectOf = (event: EventRow): Subject => ({
  kind: 'event', id: event.id, subdistrict: event.subdistrict, area: event.area, unit: event.unit, resident: event.source === 'resident' ? event.reported_by : null,
})

interface With { change?: Updateable<Event>, details?: Record<string, unknown> }

/**
 * Takes the event from its state to another: measures the stay that ends, begins the next with its limit, stores what the step changed, and
 * records what happened. A step that leads nowhere else stores and records only.
 */
export async function enter(ctx: Ctx, event: EventRow, step: EventStep, to: EventStatus, { change = {}, details = {} }: With = {}): Promise<EventRow> {
  const by = ctx.actor.side === 'resident' ? '上报人' : ctx.actor.name
  const moved = to === event.status ? {} : await changeStage(ctx, { ...event, ...change } as EventRow, event, { to, by })
  const changed = await queries.update(ctx, event, { ...change, ...moved, changed_at: ctx.now, last_step: step, last_by: by })
  ctx.record(happened[step], subjectOf(changed), { from: event.status, to, ...details })
  return changed
}

async function changeStage(ctx: Ctx, next: EventRow, event: EventRow, { to, by }: { to: EventStatus, by: string }): Promise<Updateable<Event>> {
  const calendar = await calendarFor(ctx, event.subdistrict)
  const stays = event.stage_no > 0 ? await queries.listStages(ctx, event) : []
  const present = stays.at(-1)
  let isOverdue = event.is_overdue
  if (present) {
    const took = stage.end(calendar, { status: event.status as EventStatus, since: present.since, limit: limitOf(present), dueAt: present.due_at }, ctx.now)
    await queries.endStage(ctx, event, { until: ctx.now, used_minutes: took.used, paused_minutes: took.paused, overdue_minutes: took.overdue, ended_by: by })
    isOverdue ||= took.overdue > 0
  }
  const limit = to === 'handling' ? { amount: next.handle_limit_amount, unit: next.handle_limit_unit as Limit['unit'] } : stage.isResting(to) ? null : await stepLimit(ctx, event.subdistrict, to) ?? null
  const begun = stage.begin(calendar, to, limit, ctx.now, to === 'reported' ? before(stays, ctx.now) : undefined)
  const no = event.stage_no + 1
  await queries.insertStage(ctx, { subdistrict: event.subdistrict, event: event.id, no, area: event.area, status: to, since: ctx.now, limit_amount: begun.limit?.amount ?? null, limit_unit: begun.limit?.unit ?? null, due_at: begun.dueAt })
  return { status: to, stage_no: no, stage_since: ctx.now, due_at: begun.dueAt, warn_at: begun.warnAt, is_overdue: isOverdue }
}

/** When the acceptor waited for the resident, the limit for acceptance goes on from its first day with the wait as a pause. */
function before(stays: queries.StageRow[], now: Date): { since: Date, pauses: Span[] } | undefined {
  const first = stays.find(({ status }) => status === 'reported')
  return first && { since: first.since, pauses: stays.filter(({ status }) => status === 'needInfo').map(({ since, until }) => ({ from: since, to: until ?? now })) }
}

const limitOf = (stay: queries.StageRow): Limit | null => (stay.limit_amount === null ? null : { amount: stay.limit_amount, unit: stay.limit_unit as Limit['unit'] })
