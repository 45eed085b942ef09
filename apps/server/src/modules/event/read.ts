import { returnReason, type Input, type Output, type ReturnReason } from '@linli/contract'
import { maskName } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { mattersBelow } from '../matter/index.ts'
import { myRow, myView } from './my-view.ts'
import * as lists from './list-queries.ts'
import * as queries from './queries.ts'
import { rowView, view } from './view.ts'
import { knowsReporter, said, visible } from './viewer.ts'
import { waitsFor, type Waits } from './waiting-rules.ts'

export async function list(ctx: Ctx, { after, limit, isMine, isToApprove, matter, ...rest }: Input<'event', 'list'>): Promise<Output<'event', 'list'>> {
  const filters = { ...rest, matters: await belowOf(ctx, matter) }
  const page = cut(await lists.list(ctx, filters, waitingOf(ctx, { isMine, isToApprove }), goOnAfter(after, 2), limit + 1), limit, (event) => [filters.order === 'due' ? event.due_at?.toISOString() ?? 'infinity' : event.reported_at.toISOString(), event.id])
  return { rows: page.rows.map((event) => rowView(event, ctx.now)), next: page.next }
}

export async function count(ctx: Ctx, { isMine, isToApprove, matter, ...rest }: Input<'event', 'count'>): Promise<Output<'event', 'count'>> {
  const total = await lists.count(ctx, { ...rest, matters: await belowOf(ctx, matter) }, waitingOf(ctx, { isMine, isToApprove }))
  return { total: Math.min(total, lists.mostCounted), isMore: total > lists.mostCounted }
}

const belowOf = async (ctx: Ctx, matter: string | undefined) => (matter === undefined ? undefined : mattersBelow(ctx, matter))

export const get = async (ctx: Ctx, { id }: Input<'event', 'get'>): Promise<Output<'event', 'get'>> => view(ctx, visible(ctx, await queries.find(ctx, id)))

export async function trace(ctx: Ctx, { id }: Input<'event', 'trace'>): Promise<Output<'event', 'trace'>> {
  const event = visible(ctx, await queries.find(ctx, id))
  const rows = await queries.listJournal(ctx, event)
  const isNamed = await knowsReporter(ctx, event)
  return { rows: rows.map((row) => traceView(row, isNamed, ctx.installation.words)) }
}

export async function reveal(ctx: Ctx, { id }: Input<'event', 'reveal'>): Promise<Output<'event', 'reveal'>> {
  const event = visible(ctx, await queries.find(ctx, id))
  if (!await knowsReporter(ctx, event)) throw new Problem('may.not', { detail: '这类事项的上报人保密，只有办理的人可以查看' })
  if (!event.reporter_phone) throw new Problem('event.no-contact')
  return { name: event.reporter_name ?? '', phone: ctx.crypto.decrypt(event.reporter_phone, 'event.reporter_phone') }
}

export async function mine(ctx: Ctx, { after, limit }: Input<'event', 'mine'>): Promise<Output<'event', 'mine'>> {
  const page = cut(await lists.listMine(ctx, goOnAfter(after, 2), limit + 1), limit, (event) => [event.reported_at.toISOString(), event.id])
  const rows: Output<'event', 'mine'>['rows'] = []
  for (const event of page.rows) rows.push(await myRow(ctx, event))
  return { rows, next: page.next }
}

export const getMine = async (ctx: Ctx, { id }: Input<'event', 'getMine'>): Promise<Output<'event', 'getMine'>> => myView(ctx, found(await queries.find(ctx, id)))

/** Steps are offered by post and area; the list takes those the person holds anywhere, row-level security keeps to the areas. */
export const waitingFor = (ctx: Ctx): Waits => waitsFor((permission) => areasFor(ctx.actor, permission).length > 0, ctx.actor.side)

/** What a list of those that wait is narrowed to; undefined where it holds all. */
export function waitingOf(ctx: Ctx, { isMine = false, isToApprove = false }: { isMine?: boolean, isToApprove?: boolean }): Waits | undefined {
  const { pending, ...steps } = waitingFor(ctx)
  if (isToApprove) return { statuses: [], community: [], checked: [], pending }
  return isMine ? { ...steps, pending } : undefined
}

type Row = Awaited<ReturnType<typeof queries.listJournal>>[number]

/** What colleagues are told: the reason of a return comes with its name. */
function textOf(details: Record<string, unknown>): string | null {
  const [text, reason] = [said(details, 'note', 'question', 'answer', 'reason', 'text'), details.returnReason]
  return typeof reason === 'string' ? `${returnReason[reason as ReturnReason]}：${text ?? ''}` : text
}

/** An urge before the limit ends reminds, one after it reproaches. */
function titleOf(name: string, { isLate }: Record<string, unknown>, words: ReadonlyMap<string, string>): string {
  const title = words.get(name) ?? name
  return name === 'event.urged' && typeof isLate === 'boolean' ? `${title}（${isLate ? '已超时' : '未超时'}）` : title
}

function traceView({ at, name, actor_name, actor_side, actor_post, details }: Row, isNamed: boolean, words: ReadonlyMap<string, string>): Output<'event', 'trace'>['rows'][number] {
  const told = details as Record<string, unknown>
  return {
    at: at.toISOString(), step: name, title: titleOf(name, told, words), by: actor_side === 'resident' ? `上报人 ${isNamed ? maskName(actor_name) : ''}`.trim() : actor_name, post: actor_post,
    unit: said(told, 'unitName'), text: textOf(told), publicText: said(told, 'publicReply'), photos: Array.isArray(told.photos) ? told.photos as string[] : [], takenAt: said(told, 'takenAt'),
  }
}
