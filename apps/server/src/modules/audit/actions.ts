import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

const mostExported = 10_000

export async function list(ctx: Ctx, { after, limit, ...filters }: Input<'audit', 'list'>): Promise<Output<'audit', 'list'>> {
  const rows = await queries.list(ctx, filters, goOnAfter(after, 2), limit + 1)
  const page = cut(rows, limit, ({ moment, id }) => [moment, id])
  return { rows: page.rows.map((row) => view(ctx, row)), next: page.next }
}

/** What the person who asks did; they need no permission to see their own trace. */
export const mine = (ctx: Ctx, input: Input<'audit', 'mine'>): Promise<Output<'audit', 'mine'>> =>
  list(ctx, { ...input, actor: ctx.actor.id! })

export async function exportRows(ctx: Ctx, filters: Input<'audit', 'export'>): Promise<Output<'audit', 'export'>> {
  const found = await queries.list(ctx, filters, undefined, mostExported + 1)
  const rows = found.slice(0, mostExported)
  const head = ['时间', '动作', '动作代码', '人员', '岗位', '辖区', '对象类别', '对象编号', '网络地址', '请求编号', '详情', '记录编号']
  const lines = rows.map((row) => [rules.wallClock(row.at), titleOf(ctx, row.name), row.name, row.actor_name, row.actor_post ?? '', row.area, row.subject_kind, row.subject,
    row.address ?? '', row.request ?? '', JSON.stringify(row.details), row.id])
  return { fileName: rules.fileNameOf(ctx.now), csv: rules.csvOf([head, ...lines]), rows: rows.length, isCut: found.length > rows.length }
}

export async function names(ctx: Ctx): Promise<Output<'audit', 'names'>> {
  return { rows: [...ctx.installation.words].map(([name, title]) => ({ name, title })) }
}

export async function seals(ctx: Ctx): Promise<Output<'audit', 'seals'>> {
  const rows = await queries.listSeals(ctx)
  return { rows: rows.map(({ subdistrict, name, batches, sealed, last_at }) => ({ subdistrict, name: name ?? (subdistrict === 0 ? '平台' : String(subdistrict)), batches, sealed, lastAt: last_at.toISOString() })) }
}

const titleOf = (ctx: Ctx, name: string) => ctx.installation.words.get(name) ?? name

const view = (ctx: Ctx, row: queries.JournalRow) => ({
  id: row.id, at: row.at.toISOString(), name: row.name, title: titleOf(ctx, row.name), area: row.area, subjectKind: row.subject_kind, subject: row.subject,
  actor: row.actor, actorName: row.actor_name, actorPost: row.actor_post, address: row.address, request: row.request, details: row.details as Record<string, unknown>,
})
