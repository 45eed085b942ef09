import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { columns, rowView, waitingFor, where, type EventRow } from '../event/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

const most = 8
const mostCounted = 99

/** 今日待办: what waits for this person's posts, the most pressing first. */
export async function today(ctx: Ctx): Promise<Output<'desk', 'today'>> {
  const waiting = waitingFor(ctx)
  const some = () => where(ctx, ctx.db.selectFrom('event'), { order: 'due' }, waiting)
  const groups = []
  for (const { key, title } of rules.todayGroups) {
    const group = { key, midnight: rules.dayStart(ctx.now) }
    const rows: EventRow[] = await queries.inGroup(ctx, some(), group).select(columns).orderBy(queries.namedFirst(ctx), 'desc').orderBy(queries.dueLast).orderBy('id').limit(most).execute()
    const count = rows.length < most ? rows.length : await queries.countGroup(ctx, some(), group, mostCounted)
    groups.push({ key, title, count: Math.min(count, mostCounted), isMore: count > mostCounted, rows: rows.map((event) => rowView(event, ctx.now)) })
  }
  return { groups }
}
