import { eventStatus, type EventStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 500

export async function holds(ctx: Ctx, { account }: About): Promise<Held[]> {
  if (account === null) return []
  const rows = await ctx.db.selectFrom('event').select(['number', 'description', 'status', 'place', 'reported_at']).where('reported_by', '=', account).orderBy('reported_at', 'desc').limit(most).execute()
  return [{ title: '上报的事件', lines: rows.map((row) => ({ label: `${row.number} ${dayOf(row.reported_at)}`, value: `${eventStatus[row.status as EventStatus]}：${row.description}（${row.place}）` })) }]
}
