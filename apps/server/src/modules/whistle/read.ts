import type { Input, Output } from '@linli/contract'
import { at, daysBetween } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { figuresOf, formulas, version } from './figures-rules.ts'
import * as lists from './list-queries.ts'
import * as queries from './queries.ts'
import { rowView, view } from './view.ts'
import { words } from './words.ts'

export async function list(ctx: Ctx, { after, limit, isMine, ...filters }: Input<'whistle', 'list'>): Promise<Output<'whistle', 'list'>> {
  const holds = (permission: 'whistle.blow' | 'whistle.answer') => areasFor(ctx.actor, permission).length > 0
  const waits = isMine ? { isUnit: ctx.actor.side === 'unit', isCommunity: holds('whistle.answer'), isBlower: holds('whistle.blow') } : undefined
  const page = cut(await lists.list(ctx, filters, waits, goOnAfter(after, 2), limit + 1), limit, (whistle) => [whistle.blown_at.toISOString(), whistle.id])
  const calls = Map.groupBy(await queries.listCallsOf(ctx, page.rows.map(({ id }) => id)), ({ whistle }) => whistle)
  return { rows: page.rows.map((whistle) => rowView(ctx, whistle, calls.get(whistle.id) ?? [])), next: page.next }
}

export async function get(ctx: Ctx, { id }: Input<'whistle', 'get'>): Promise<Output<'whistle', 'get'>> {
  return view(ctx, found(await queries.find(ctx, id)))
}

/** A unit is told of its own ratings alone. */
export async function trace(ctx: Ctx, { id }: Input<'whistle', 'trace'>): Promise<Output<'whistle', 'trace'>> {
  const rows = await queries.listJournal(ctx, found(await queries.find(ctx, id)))
  const isTold = (row: (typeof rows)[number]) => ctx.actor.side !== 'unit' || !row.name.endsWith('-rated') || (row.details as { unit?: string }).unit === ctx.actor.unit
  return {
    rows: rows.filter(isTold).map(({ at: moment, name, actor_name: by, actor_post: post, details }) => {
      const { unitName, note, reason, takenAt } = details as Partial<Record<string, string>>
      return { at: moment.toISOString(), title: words[name as keyof typeof words] ?? name, by, post, unit: unitName ?? null, text: note ?? reason ?? null, takenAt: takenAt ?? null }
    }),
  }
}

const mostUnits = 200

export async function figures(ctx: Ctx, { from, until }: Input<'whistle', 'figures'>): Promise<Output<'whistle', 'figures'>> {
  const days = daysBetween(from, until)
  if (days < 0 || days > 366) throw new Problem('input.invalid', { detail: '起止日期要从早到晚，最长一年', fields: [{ path: 'until', message: '起止日期要从早到晚，最长一年' }] })
  const rows = await lists.count(ctx, { from: at(from), until: at(until, '24:00') }, mostUnits + 1)
  return { version, formulas, rows: rows.slice(0, mostUnits).map(figuresOf), isMore: rows.length > mostUnits }
}
