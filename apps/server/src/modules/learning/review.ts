import type { Input, Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { approveEntries, comingOf, knownAt, listReviews, type Coming } from '../knowledge/index.ts'
import * as queries from './rehearsal-queries.ts'
import type { RehearsalRow } from './rehearsal-queries.ts'

type View = Output<'learning', 'rehearsal'>

/** A run tells of the versions as they were worded when it was asked for, beside what was told then. */
async function view(ctx: Ctx, row: RehearsalRow): Promise<View> {
  const isCurrent = row.status === 'done' && (await knownAt(ctx, row)).version === row.version && (await changesOf(ctx, row)).every((change) => change?.status === 'review' && change.writtenAt <= row.at)
  return {
    id: row.id, items: queries.itemsOf(row), question: row.question, status: row.status as View['status'], total: row.total, done: row.done, changed: row.changed, lost: row.lost, changes: row.changes as View['changes'],
    by: row.by_name, at: row.at.toISOString(), isCurrent, mayPublish: isCurrent && mayIn(ctx.actor, 'knowledge.review', row.area),
  }
}

/** The versions as they are now; what is not open any more is missing. */
export async function changesOf(ctx: Ctx, row: Pick<RehearsalRow, 'items'>): Promise<(Coming | undefined)[]> {
  const changes: (Coming | undefined)[] = []
  for (const { entry, no } of queries.itemsOf(row)) changes.push(await comingOf(ctx, entry, no))
  return changes
}

export async function pending(ctx: Ctx, { after, limit }: Input<'learning', 'pending'>): Promise<Output<'learning', 'pending'>> {
  const page = cut(await listReviews(ctx, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ at, id }) => [at.toISOString(), id])
  const rows: Output<'learning', 'pending'>['rows'] = []
  for (const { id, at, ...row } of page.rows) {
    const last = await queries.findLast(ctx, id, row.no)
    const { changes: _, ...rehearsal } = last ? await view(ctx, last) : { changes: null }
    rows.push({ ...row, entry: id, at: at.toISOString(), rehearsal: last ? rehearsal as Omit<View, 'changes'> : null })
  }
  return { rows, next: page.next }
}

/** Asked for by whoever reads it; who has read it decides. */
export async function rehearse(ctx: Ctx, { items: asked }: Input<'learning', 'rehearse'>): Promise<Output<'learning', 'rehearse'>> {
  const items = [...new Map(asked.map((one) => [one.entry, one])).values()]
  const changes = (await changesOf(ctx, { items })).map(found)
  const [{ subdistrict, area, question }] = changes as [Coming]
  if (!changes.every((one) => mayIn(ctx.actor, 'knowledge.view', one.area))) throw new Problem('not-found')
  if (changes.some((one) => one.area !== area)) throw new Problem('input.invalid', { detail: '一起试跑的答案要属于同一个范围，请按街道和社区分开' })
  const { version } = await knownAt(ctx, { subdistrict, area })
  const [id, { entry, no }] = [ctx.newId(), items[0]!]
  await queries.insert(ctx, { subdistrict, id, area, items: JSON.stringify(items), knowledge: entry, no, question, version, by: ctx.actor.id!, by_name: ctx.actor.name, at: ctx.now })
  ctx.later({ queue: 'learning.rehearse', data: { area, id } })
  ctx.record('learning.rehearsal-asked', { kind: 'learning', id, subdistrict, area, may: 'knowledge.view' }, { items })
  return { id }
}

export const rehearsal = async (ctx: Ctx, { id }: Input<'learning', 'rehearsal'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

/** What was published, or written anew, since makes the run worthless: it is asked for again. */
export async function publish(ctx: Ctx, { rehearsal: id }: Input<'learning', 'publish'>): Promise<Output<'learning', 'publish'>> {
  const row = found(await queries.find(ctx, id))
  if (!(await view(ctx, row)).isCurrent) throw new Problem('learning.rehearse-again')
  const version = await approveEntries(ctx, queries.itemsOf(row).map(({ entry, no }) => ({ id: entry, no })))
  ctx.record('learning.published', { kind: 'learning', id, subdistrict: row.subdistrict, area: row.area, may: 'knowledge.view' }, { items: queries.itemsOf(row), changed: row.changed, lost: row.lost })
  return { version }
}
