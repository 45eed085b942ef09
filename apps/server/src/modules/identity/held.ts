import { dayOf } from '@linli/standards'
import { sql } from 'kysely'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

interface Row { name: string, phone_masked: string | null, created_at: Date, last_sign_in: Date | null, sessions: number }

/** Of a resident's account; staff see it only where they asked something of them. */
export async function holds(ctx: Ctx, { account }: About): Promise<Held[]> {
  if (account === null) return []
  const { rows: [row] } = await sql<Row>`select * from rights_account(${account})`.execute(ctx.db)
  if (!row) return []
  return [{ title: '居民端账号', lines: [
    { label: '名称', value: row.name }, { label: '手机号', value: row.phone_masked ?? '已删除' }, { label: '注册日期', value: dayOf(row.created_at) },
    { label: '最近登录', value: row.last_sign_in ? dayOf(row.last_sign_in) : '没有' }, { label: '登录记录', value: `${row.sessions} 条（设备和网络地址）` },
  ] }]
}
