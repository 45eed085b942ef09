import { noticeKind, type NoticeKind } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 200

/** What was said to staff about the events somebody reported; it neither names nor quotes them. */
export async function holds(ctx: Ctx, { account }: About): Promise<Held[]> {
  if (account === null) return []
  const rows = await ctx.db.selectFrom('notice').innerJoin('event', (join) => join.onRef('event.subdistrict', '=', 'notice.subdistrict').onRef('event.id', '=', 'notice.event'))
    .select(['notice.at', 'notice.kind', 'notice.number']).where('event.reported_by', '=', account).orderBy('notice.at', 'desc').limit(most).execute()
  return [{ title: '上报事件的站内提醒', lines: rows.map(({ at, kind, number }) => ({ label: dayOf(at), value: `${number}：${noticeKind[kind as NoticeKind] ?? kind}` })) }]
}
