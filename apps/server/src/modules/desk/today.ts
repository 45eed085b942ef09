import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { rowColumns, rowView, waitingFor, where, type ListedRow } from '../event/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

const most = 8
const mostCounted = 99

/** 今日待办: what waits for this person's posts, the most pressing first. */
export async function today(ctx: Ctx): Promise<Output<'desk', 'today'>> {
  const waiting = await queries.listToday(ctx, where(ctx, ctx.db.selectFrom('event'), {}, waitingFor(ctx)), { midnight: rules.dayStart(ctx.now), most })
  const events: ListedRow[] = await ctx.db.selectFrom('event').select(rowColumns).where(queries.among(waiting.map(({ id }) => id))).execute()
  const byId = new Map(events.map((event) => [event.id, event]))
  return {
    groups: rules.todayGroups.map(({ key, title }) => {
      const here = waiting.filter((one) => one.key === key)
      const total = here[0]?.total ?? 0
      return { key, title, count: Math.min(total, mostCounted), isMore: total > mostCounted, rows: here.map(({ id }) => rowView(byId.get(id)!, ctx.now)) }
    }),
  }
}
