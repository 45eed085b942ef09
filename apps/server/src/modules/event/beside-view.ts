import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as aside from './aside-queries.ts'
import type { EventRow } from './queries.ts'

type EventView = Output<'event', 'get'>
type Beside = Pick<EventView, 'requests' | 'assists' | 'supervisions' | 'whole' | 'merged' | 'parts'>

/** What stands beside an event, as far as this person may see it. */
export async function beside(ctx: Ctx, event: EventRow): Promise<Beside> {
  const whole = event.merged_into ?? event.part_of
  return {
    requests: (await aside.listRequests(ctx, event)).map(requestView),
    assists: (await aside.listAssists(ctx, event)).map(assistView),
    supervisions: (await aside.listSupervisions(ctx, event)).map(supervisionView),
    whole: linkView(whole === null ? undefined : await aside.findWhole(ctx, whole)),
    merged: (await aside.listMerged(ctx, event.id)).map((one) => linkView(one)!),
    parts: (await aside.listParts(ctx, event.id)).map((one) => linkView(one)!),
  }
}

const iso = (at: Date | null) => at?.toISOString() ?? null

const requestView = (row: aside.RequestRow): EventView['requests'][number] => ({
  kind: row.kind as EventView['requests'][number]['kind'], by: row.asked_name, at: row.asked_at.toISOString(), reason: row.reason, amount: row.amount, until: row.until,
  decidedBy: row.decided_name, decidedAt: iso(row.decided_at), isApproved: row.is_approved, note: row.note,
})

const assistView = (row: aside.AssistRow): EventView['assists'][number] => ({ unit: { id: row.unit, name: row.unit_name }, at: row.asked_at.toISOString(), dueAt: iso(row.due_at), note: row.note, doneAt: iso(row.done_at), result: row.result })

const supervisionView = (row: aside.SupervisionRow): EventView['supervisions'][number] => ({
  by: row.asked_name, at: row.asked_at.toISOString(), text: row.text, dueAt: row.due_at.toISOString(), reply: row.reply, repliedBy: row.replied_name, repliedAt: iso(row.replied_at), isSatisfied: row.is_satisfied, endedAt: iso(row.ended_at),
})

export const linkView = (row: Awaited<ReturnType<typeof aside.findWhole>>): EventView['whole'] => (row ? { id: row.id, number: row.number, title: row.title, status: row.status as NonNullable<EventView['whole']>['status'] } : null)
