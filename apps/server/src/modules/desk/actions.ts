import type { Input, Output } from '@linli/contract'
import { lightAt } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { after, columns, countEvents, from, moves, waitingOf, whatOf, where, who, type EventRow, type Filters } from '../event/index.ts'
import { mattersBelow } from '../matter/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** A menu says 99+. */
const mostInMenu = 99
/** So many points of a map are looked at; a screen cannot show more apart. */
const mostOnMap = 5000
const mostForeseen = 500

type Foreseen = Output<'desk', 'foresee'>['rows'][number]
type Cluster = Output<'desk', 'clusters'>['rows'][number]

export async function counts(ctx: Ctx): Promise<Output<'desk', 'counts'>> {
  const approval = await countEvents(ctx, {}, waitingOf(ctx, { isToApprove: true }), mostInMenu)
  const supervision = await countEvents(ctx, { flags: ['supervised'] }, undefined, mostInMenu)
  return { approval: upTo(approval), supervision: upTo(supervision) }
}

const upTo = (rows: number) => ({ count: Math.min(rows, mostInMenu), isMore: rows > mostInMenu })

export async function clusters(ctx: Ctx, { filters, box, zoom }: Input<'desk', 'clusters'>): Promise<Output<'desk', 'clusters'>> {
  const rows = await queries.listClusters(ctx, (await matching(ctx, filters)).some, { box, cell: rules.cellOf(box, zoom), most: mostOnMap })
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  return { rows: rows.map((row) => clusterView(row, ctx.now)), total: Math.min(total, mostOnMap), isMore: total > mostOnMap }
}

/** Asks of each what the step itself will ask; nothing is changed. */
export async function foresee(ctx: Ctx, { step, ids, filters }: Input<'desk', 'foresee'>): Promise<Output<'desk', 'foresee'>> {
  const matched = await matching(ctx, ids ? {} : filters ?? {})
  const chosen = ids ? matched.some.where('id', 'in', ids) : matched.some
  const events: EventRow[] = await chosen.select(columns).orderBy('reported_at', 'desc').orderBy('id', 'desc').limit(mostForeseen + 1).execute()
  const rows: Foreseen[] = []
  for (const event of events.slice(0, mostForeseen)) rows.push(await foreseen(ctx, event, step))
  return { rows, isMore: events.length > mostForeseen }
}

type Asked = NonNullable<Input<'desk', 'foresee'>['filters']>

/** Boxed, because a query that is awaited runs. */
async function matching(ctx: Ctx, { isMine, isToApprove, matter, ...rest }: Asked) {
  const filters: Filters = { ...rest, matters: matter === undefined ? undefined : await mattersBelow(ctx, matter) }
  return { some: where(ctx, from(ctx, filters), filters, waitingOf(ctx, { isMine, isToApprove })) }
}

async function foreseen(ctx: Ctx, event: EventRow, step: Input<'desk', 'foresee'>['step']): Promise<Foreseen> {
  const what = await whatOf(ctx, event)
  const asker = who(ctx, event.area)
  const move = moves[step]
  const hindrance = rules.hindranceOf({
    isHere: move.from.includes(what.status), may: after(step, asker, what, ctx.now) !== undefined, wouldWithAnyPost: move.by({ ...asker, may: () => true }, what, ctx.now),
  })
  return {
    id: event.id, number: event.number, title: event.title, status: what.status, changedAt: event.changed_at.toISOString(), hindrance,
    suggestedUnit: event.suggested_unit === null ? null : { id: event.suggested_unit, name: event.suggested_unit_name ?? '' },
    isUrgent: event.is_urgent, isPinned: event.is_pinned, isLegacy: event.is_legacy,
  }
}

const clusterView = ({ newest, ...cluster }: queries.ClusterRow, now: Date): Cluster => ({
  ...cluster, newest: newest.map(({ id, title, status, due_at: due, warn_at: warn, severe_at: severe }) => ({ id, title, status: status as Cluster['newest'][number]['status'], light: lightAt(now, due, warn, severe) })),
})
