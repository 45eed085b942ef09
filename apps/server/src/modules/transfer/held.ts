import { transferStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

const most = 100

export async function holds(ctx: Ctx, { person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await queries.list(ctx, { status: undefined, person, after: undefined, limit: most })
  return [{ title: '社区间迁移申请', lines: rows.map((row) => ({ label: dayOf(row.asked_at), value: `${transferStatus[row.status as keyof typeof transferStatus]}：${row.reason}` })) }]
}
