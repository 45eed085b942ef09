import { rightsKind, rightsStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 100

/** What somebody asked about their own data before. */
export async function holds(ctx: Ctx, { subdistrict, person, account }: About): Promise<Held[]> {
  const rows = person === null && account === null ? [] : await ctx.db.selectFrom('rights_request').select(['kind', 'status', 'wish', 'asked_at']).where('subdistrict', '=', subdistrict)
    .where((is) => is.or([...person === null ? [] : [is('person', '=', person)], ...account === null ? [] : [is('account', '=', account)]])).orderBy('asked_at', 'desc').limit(most).execute()
  return [{ title: '个人信息请求', lines: rows.map(({ kind, status, wish, asked_at: at }) => ({ label: `${dayOf(at)} ${rightsKind[kind as keyof typeof rightsKind]}`, value: `${rightsStatus[status as keyof typeof rightsStatus]}：${wish}` })) }]
}
