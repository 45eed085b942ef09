import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

type Open = Output<'desk', 'open'>['rows'][number]
type Request = NonNullable<Open['request']>

/** What waits for a decision, and what was demanded and not answered for good, of the events of a page. */
export async function open(ctx: Ctx, { ids }: Input<'desk', 'open'>): Promise<Output<'desk', 'open'>> {
  const requests = new Map((await queries.listOpenRequests(ctx, ids)).map((row) => [row.event, row]))
  const supervisions = new Map((await queries.listOpenSupervisions(ctx, ids)).map((row) => [row.event, row]))
  return { rows: [...new Set([...requests.keys(), ...supervisions.keys()])].map((id) => ({ id, request: requestView(requests.get(id)), supervision: supervisionView(supervisions.get(id), ctx.now) })) }
}

const requestView = (row: queries.OpenRequest | undefined): Open['request'] => row === undefined ? null : {
  kind: row.kind as Request['kind'], by: row.asked_name, at: row.asked_at.toISOString(), reason: row.reason, amount: row.amount, unit: row.handle_limit_unit as Request['unit'], until: row.until, why: row.why as Request['why'],
}

const supervisionView = (row: queries.OpenSupervision | undefined, now: Date): Open['supervision'] => row === undefined ? null : {
  by: row.asked_name, at: row.asked_at.toISOString(), text: row.text, dueAt: row.due_at.toISOString(), reply: row.reply, repliedBy: row.replied_name, repliedAt: row.replied_at?.toISOString() ?? null, isLate: row.reply === null && row.due_at < now,
}
