import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 200

/** What somebody was asked about the events they reported, and what they answered. */
export async function holds(ctx: Ctx, { account }: About): Promise<Held[]> {
  if (account === null) return []
  const rows = await ctx.db.selectFrom('link').innerJoin('event', (join) => join.onRef('event.subdistrict', '=', 'link.subdistrict').onRef('event.id', '=', 'link.event'))
    .select(['link.made_at', 'link.request', 'link.result', 'event.number']).where('event.reported_by', '=', account).where('link.kind', '=', 'ask').orderBy('link.made_at', 'desc').limit(most).execute()
  return [{ title: '补问和答复', lines: rows.map(({ made_at: at, request, result, number }) => ({ label: `${number} ${dayOf(at)}`, value: `问：${request}${result === null ? '' : `；答：${result}`}` })) }]
}
