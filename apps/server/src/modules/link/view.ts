import type { LinkDelivery, LinkKind, Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { knowsReporter, mayHandOut, type EventRow } from '../event/index.ts'
import type { LinkRow } from './queries.ts'
import { isOverdue, stateOf, type What } from './rules.ts'

type View = Output<'link', 'list'>['rows'][number]

/** The link as the pure rules want it. */
export const whatOf = (link: Pick<LinkRow, 'kind' | 'stage_no' | 'until' | 'used_at' | 'withdrawn_at'>, event: { status: string, stage_no: number }): What => ({
  kind: link.kind as LinkKind, stageNo: link.stage_no, until: link.until, usedAt: link.used_at, withdrawnAt: link.withdrawn_at, event: { status: event.status, stageNo: event.stage_no },
})

/** The unit that handles is told of what went out for it, and not that the reporter was asked by a link. */
export const subjectOf = (link: Pick<LinkRow, 'id' | 'subdistrict' | 'area' | 'kind'>, event: Pick<EventRow, 'unit'>): Subject =>
  ({ kind: 'link', id: link.id, subdistrict: link.subdistrict, area: link.area, unit: link.kind === 'forward' ? event.unit : null, may: 'event.view' })

/** Whoever speaks with reporters sends questions again and takes them back; what was forwarded whoever handles, or the dispatcher. */
export const isMine = async (ctx: Ctx, kind: string, event: EventRow): Promise<boolean> =>
  (kind === 'ask' ? (['event.accept', 'event.dispatch'] as const).some((permission) => mayIn(ctx.actor, permission, event.area)) : mayHandOut(ctx, event))

export async function view(ctx: Ctx, link: LinkRow, event: EventRow): Promise<View> {
  const what = whatOf(link, event)
  return {
    id: link.id, kind: what.kind, state: stateOf(what, ctx.now), name: link.name, phone: link.kind === 'forward' || await knowsReporter(ctx, event) ? link.phone_masked : null, request: link.request,
    by: link.made_name, at: link.made_at.toISOString(), dueAt: link.due_at.toISOString(), until: link.until.toISOString(), isOverdue: isOverdue({ ...what, dueAt: link.due_at }, ctx.now),
    delivery: link.delivery as LinkDelivery, sentAt: link.sent_at?.toISOString() ?? null, reminds: link.reminds,
    result: link.used_at && { text: link.result ?? '', by: link.result_name, at: link.used_at.toISOString(), photos: link.photos, isLate: link.is_late },
    withdrawn: link.withdrawn_at && { by: link.withdrawn_name ?? '', at: link.withdrawn_at.toISOString(), reason: link.withdrawn_for ?? '' },
    isMine: await isMine(ctx, link.kind, event),
  }
}
