import type { EventStatus, Input, Output } from '@linli/contract'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { found } from '../../kernel/problem.ts'
import { mattersBelow } from '../matter/index.ts'
import * as links from './link-queries.ts'
import * as lists from './list-queries.ts'
import * as queries from './queries.ts'
import { rowView, view, type Row } from './view.ts'
import { words } from './words.ts'

export async function list(ctx: Ctx, { after, limit, ...filters }: Input<'governance', 'list'>): Promise<Output<'governance', 'list'>> {
  const page = cut(await rowsOf(ctx, filters, { after, limit: limit + 1 }), limit, (item) => [item.founded_at.toISOString(), item.id])
  return { rows: await shown(ctx, page.rows), next: page.next }
}

/** Choosing a class of matters means all below it. */
export async function rowsOf(ctx: Ctx, { isMine, matter, ...filters }: Input<'governance', 'export'>, { after, limit }: { after?: string | undefined, limit: number }): Promise<queries.ItemRow[]> {
  const holds = (permission: 'governance.found' | 'governance.handle') => areasFor(ctx.actor, permission).length > 0
  const waits = isMine ? { isUnit: ctx.actor.side === 'unit', isCommunity: holds('governance.handle'), isOffice: holds('governance.found') } : undefined
  const matters = matter === undefined ? undefined : await mattersBelow(ctx, matter)
  return lists.list(ctx, { ...filters, matters }, waits, goOnAfter(after, 2), limit)
}

export async function shown(ctx: Ctx, items: queries.ItemRow[]): Promise<Row[]> {
  const counts = await links.countEvents(ctx, items.map(({ id }) => id))
  return items.map((item) => rowView(ctx, item, counts.get(item.id) ?? 0))
}

export async function get(ctx: Ctx, { id }: Input<'governance', 'get'>): Promise<Output<'governance', 'get'>> {
  return view(ctx, found(await queries.find(ctx, id)))
}

export async function events(ctx: Ctx, { id, after, limit }: Input<'governance', 'events'>): Promise<Output<'governance', 'events'>> {
  const item = found(await queries.find(ctx, id))
  const page = cut(await links.listEventsOf(ctx, item, goOnAfter(after, 2), limit + 1), limit, (row) => [row.reported_at.toISOString(), row.id])
  return { next: page.next, rows: page.rows.map((row) => ({ id: row.id, number: row.number, title: row.title, status: row.status as EventStatus, areaName: row.area_name, reportedAt: row.reported_at.toISOString(), isByItself: row.added_name === null, isMatch: row.is_match })) }
}

/** What happened, the newest 500, oldest first. */
export async function trace(ctx: Ctx, { id }: Input<'governance', 'trace'>): Promise<Output<'governance', 'trace'>> {
  const rows = await queries.listJournal(ctx, found(await queries.find(ctx, id)))
  return {
    rows: rows.toReversed().map(({ at, name, actor_name: by, actor_post: post, details }) => {
      const { unitName, note, reason, event, photos = [] } = details as { photos?: string[] } & Partial<Record<'unitName' | 'note' | 'reason' | 'event', string>>
      const text = [unitName, note ?? reason].filter(Boolean).join('：')
      return { at: at.toISOString(), title: words[name as keyof typeof words] ?? name, by, post, text: text || null, event: event ?? null, photos }
    }),
  }
}
