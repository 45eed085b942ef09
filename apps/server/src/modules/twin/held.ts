import { twinReason, twinStatus, type TwinReason, type TwinStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 100

/** That somebody looked like another record, and what was said of it; not who the other is. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('twin').select(['reasons', 'status', 'found_at']).where('subdistrict', '=', subdistrict).where((is) => is.or([is('one', '=', person), is('other', '=', person)])).orderBy('found_at', 'desc').limit(most).execute()
  return [{ title: '疑似重复核对', lines: rows.map(({ reasons, status, found_at: at }) => ({ label: dayOf(at), value: `${twinStatus[status as TwinStatus]}：与另一条记录${reasons.map((reason) => twinReason[reason as TwinReason] ?? reason).join('、')}` })) }]
}
