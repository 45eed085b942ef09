import { firstDispatchAccuracy, type Input, type Output } from '@linli/contract'
import { at, daysBetween } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

const formula = `${firstDispatchAccuracy.label} = ${firstDispatchAccuracy.formula}（第 ${firstDispatchAccuracy.version} 版口径）`

type Counts = Pick<queries.Sent, 'sent' | 'missent' | 'followed'>

const periodOf = ({ from, until }: { from: string, until: string }) => {
  const days = daysBetween(from, until)
  if (days < 0 || days > 366) throw new Problem('input.invalid', { detail: '请选择一年以内的时段', fields: [{ path: 'until', message: '请选择一年以内的时段' }] })
  return { from: at(from), until: at(until, '24:00') }
}

/** Of events first sent from one day to another, both included; at most a year. */
export async function accuracy(ctx: Ctx, period: Input<'routing', 'accuracy'>): Promise<Output<'routing', 'accuracy'>> {
  const rows = await queries.countSent(ctx, tenantOf(ctx.actor.area), periodOf(period))
  const all = rows.reduce<Counts>((sum, row) => ({ sent: sum.sent + row.sent, missent: sum.missent + row.missent, followed: sum.followed + row.followed }), { sent: 0, missent: 0, followed: 0 })
  return { formula, all: rated(all), rules: rows.map((row) => ({ rule: row.rule, version: row.last?.[0] ?? null, no: row.last?.[1] ?? null, ...rated(row) })) }
}

/** The events that one of its numbers counts. */
export async function behind(ctx: Ctx, { from, until, rule, which, after, limit }: Input<'routing', 'behind'>): Promise<Output<'routing', 'behind'>> {
  const rows = await queries.listBehind(ctx, tenantOf(ctx.actor.area), { ...periodOf({ from, until }), rule, which, after: goOnAfter(after, 2), limit: limit + 1 })
  return cut(rows.map(sentView), limit, ({ sentAt, id }) => [sentAt, id])
}

/** Who keeps the rules need not read what was reported in confidence. */
export const titleShown = ({ title, privacy }: { title: string, privacy: string }): string => (privacy === 'open' ? title : '（上报人要求保密）')

const sentView = (row: Awaited<ReturnType<typeof queries.listBehind>>[number]): Output<'routing', 'behind'>['rows'][number] => ({
  id: row.id, number: row.number, title: titleShown(row), matter: row.matter_name, areaName: row.area_name, sentAt: row.first_sent_at.toISOString(), to: { id: row.first_unit, name: row.first_unit_name }, finally: row.unit_name,
})

/** Without anything sent there is no rate. */
const rated = ({ sent, missent, followed }: Counts) => ({ sent, missent, followed, rate: sent === 0 ? null : (sent - missent) / sent })
