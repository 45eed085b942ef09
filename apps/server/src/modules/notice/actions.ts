import type { Input, Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

type NoticeView = Output<'notice', 'list'>['rows'][number]

/** What is older is history: it stands with its event, and nobody counts through it. */
const days = 30
const since = ({ now }: Ctx) => new Date(now.getTime() - days * 24 * 3600 * 1000)
const readUntil = async (ctx: Ctx) => new Date(Math.max(since(ctx).getTime(), (await queries.findReadUntil(ctx))?.getTime() ?? 0))
const mostCounted = 99

export async function list(ctx: Ctx, { after, limit, ...filter }: Input<'notice', 'list'>): Promise<Output<'notice', 'list'>> {
  const rows = await queries.list(ctx, { ...filter, since: since(ctx), readUntil: await readUntil(ctx), after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, (row) => [row.at.toISOString(), row.id])
  return { rows: page.rows.map(view), next: page.next }
}

export async function count(ctx: Ctx): Promise<Output<'notice', 'count'>> {
  const unread = await queries.count(ctx, await readUntil(ctx), mostCounted + 1)
  return { unread: Math.min(unread, mostCounted), isMore: unread > mostCounted }
}

export async function read(ctx: Ctx, { id }: Input<'notice', 'read'>): Promise<Output<'notice', 'read'>> {
  const notice = found(await queries.find(ctx, id))
  await queries.markRead(ctx, id)
  ctx.record('notice.read', { kind: 'notice', id, subdistrict: notice.subdistrict, area: notice.area }, { kind: notice.kind, event: notice.event })
  return {}
}

export async function readAll(ctx: Ctx): Promise<Output<'notice', 'readAll'>> {
  const { area } = ctx.actor
  await queries.markAllRead(ctx)
  ctx.record('notice.read-all', { kind: 'notice', id: 'all', subdistrict: tenantOf(area), area })
  return {}
}

const view = (row: Awaited<ReturnType<typeof queries.list>>[number]): NoticeView => ({
  id: row.id, kind: row.kind as NoticeView['kind'], title: row.title, event: row.event === null ? null : { id: row.event, number: row.number }, whistle: row.whistle, governance: row.governance, knowledge: row.knowledge, talk: row.talk, zoning: row.zoning ?? null, risk: row.risk, bulletin: row.bulletin, areaName: row.area_name, words: row.words, at: row.at.toISOString(), isRead: !row.is_unread,
})
