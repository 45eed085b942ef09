import type { Input, Output } from '@linli/contract'
import { lightAt } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { from, where, type Filters } from '../event/index.ts'
import { mattersBelow } from '../matter/index.ts'
import * as queries from './event-queries.ts'
import { cellOf } from './rules.ts'

/** So many points of a map are looked at; a screen cannot show more apart. */
const mostOnMap = 5000

type Dot = Output<'sandtable', 'points'>['rows'][number]

export async function points(ctx: Ctx, { filters, box, zoom }: Input<'sandtable', 'points'>): Promise<Output<'sandtable', 'points'>> {
  const rows = await queries.listDots(ctx, (await chosen(ctx, filters)).some, { box, cell: cellOf(box, zoom), most: mostOnMap })
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  return { rows: rows.map((row) => dotView(row, ctx.now)), total: Math.min(total, mostOnMap), isMore: total > mostOnMap }
}

export async function times(ctx: Ctx, { filters, by }: Input<'sandtable', 'times'>): Promise<Output<'sandtable', 'times'>> {
  const rows = await queries.countTimes(ctx, (await chosen(ctx, filters)).some, by)
  return { rows: rows.map(({ at, count }) => ({ at: at.toISOString(), count })) }
}

/** Boxed, because a query that is awaited runs. */
export async function chosen(ctx: Ctx, { matter, isMine: _mine, isToApprove: _approve, ...rest }: Input<'sandtable', 'points'>['filters']) {
  const filters: Filters = { ...rest, matters: matter === undefined ? undefined : await mattersBelow(ctx, matter) }
  return { some: where(ctx, from(ctx, filters), filters, undefined) }
}

const dotView = ({ one, ...dot }: queries.DotRow, now: Date): Dot => ({
  ...dot, one: one && { id: one.id, title: one.title, status: one.status as NonNullable<Dot['one']>['status'], light: lightAt(now, one.due_at, one.warn_at, one.severe_at) },
})
