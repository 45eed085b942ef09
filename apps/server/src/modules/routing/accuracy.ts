import type { Input, Output } from '@linli/contract'
import { at, daysBetween } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

/** GB/T 30428.4, 准确派遣率: wrong is what was sent to two or more different units. */
const formula = '首派准确率 = 只派给过一个单位的件数 ÷ 本期首次派遣的件数（第 1 版口径）'

type Counts = Pick<queries.Sent, 'sent' | 'missent' | 'followed'>

/** Of events first sent from one day to another, both included; at most a year. */
export async function accuracy(ctx: Ctx, { from, until }: Input<'routing', 'accuracy'>): Promise<Output<'routing', 'accuracy'>> {
  const days = daysBetween(from, until)
  if (days < 0 || days > 366) throw new Problem('input.invalid', { detail: '请选择一年以内的时段', fields: [{ path: 'until', message: '请选择一年以内的时段' }] })
  const rows = await queries.countSent(ctx, tenantOf(ctx.actor.area), { from: at(from), until: at(until, '24:00') })
  const all = rows.reduce<Counts>((sum, row) => ({ sent: sum.sent + row.sent, missent: sum.missent + row.missent, followed: sum.followed + row.followed }), { sent: 0, missent: 0, followed: 0 })
  return { formula, all: rated(all), rules: rows.map((row) => ({ rule: row.rule, version: row.last?.[0] ?? null, no: row.last?.[1] ?? null, ...rated(row) })) }
}

/** Without anything sent there is no rate. */
const rated = ({ sent, missent, followed }: Counts) => ({ sent, missent, followed, rate: sent === 0 ? null : (sent - missent) / sent })
