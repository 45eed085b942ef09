import type { RequestKind } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Happened } from '../../kernel/module.ts'
import * as events from './event-queries.ts'
import { kindOf, requestOf } from './rules.ts'
import { say } from './say.ts'

/** Says what somebody did. A resident is not named and not quoted: their words may say who they are. The notice has the id of the journal row: heard twice it is said once. */
export async function heard(ctx: Ctx, { id, name, subject, subdistrict }: Happened): Promise<void> {
  const [event, happened] = [await events.findEvent(ctx, subject), await events.findHappened(ctx, { subdistrict, subject, id })]
  if (!event || !happened) return
  const details = happened.details as Record<string, unknown>
  const said = (key: string) => (typeof details[key] === 'string' ? details[key] : null)
  const kind = kindOf(name, { isLate: details.isLate === true })
  if (!kind) return
  const isColleague = happened.actor_side !== 'resident' && happened.actor !== null
  const due = said('dueAt')
  await say(ctx, kind, event, {
    id,
    ...(isColleague && { by: { id: happened.actor!, name: happened.actor_name } }),
    text: isColleague ? said('text') ?? said('reason') ?? said('note') : null,
    dueAt: due ? new Date(due) : kind === 'urgeLetter' || kind === 'dispatched' ? event.due_at : null,
    request: requestOf[name] ?? (said('kind') as RequestKind | null ?? undefined), isApproved: name !== 'event.refused',
    returnReason: said('returnReason'), unitName: said('unitName'), unit: said('unit'), person: said('person'), personName: said('personName'),
    askedBy: kind === 'decided' ? await events.findAsker(ctx, event) : kind === 'supervisionReplied' ? await events.findSupervisor(ctx, event) : null,
  })
}
