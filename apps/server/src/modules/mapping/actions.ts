import { areaKind, mostMapBytes, planKind, type Input, type MapCrs, type MapLayer, type Output } from '@linli/contract'
import { mayIn, officeOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { hindranceOf } from '../zoning/index.ts'
import * as queries from './queries.ts'
import type { MappingRow } from './queries.ts'
import type { Wish } from './read.ts'
import { subjectOf, undoDays } from './subject.ts'
import { featureViews, viewOf, type View } from './view.ts'

/** The sub-district that somebody maintains. */
function officeKept(ctx: Ctx): { subdistrict: number, area: string } {
  const office = officeOf(ctx.actor)
  if (!mayIn(ctx.actor, 'organisation.manage', office.area)) throw new Problem('input.invalid', { detail: '底图数据由街道的系统管理员导入' })
  return office
}

/** A file that came in: looked over by a job, and taken over when somebody has seen what would become of it. */
export async function receive(ctx: Ctx, { name, layer, crs, content }: { name: string, layer: MapLayer, crs: MapCrs, content: Buffer }): Promise<View> {
  if (content.length === 0) throw new Problem('input.invalid', { detail: '文件是空的', fields: [{ path: 'file', message: '文件是空的' }] })
  if (content.length > mostMapBytes) throw new Problem('input.too-large', { detail: `文件超过 ${mostMapBytes / 1024 / 1024} MB，请拆分后再导入` })
  const office = officeKept(ctx)
  const wish: Wish = { crs, meridian: null, mends: true, kind: null, columns: {} }
  const row = await queries.insert(ctx, {
    ...office, id: ctx.newId(), layer, file_name: name.replace(/[\p{Cc}/\\]/gu, '').slice(-120) || '未命名', bytes: content.length, status: 'reading', wish: JSON.stringify(wish),
    by: ctx.actor.id!, by_name: ctx.actor.name, created_at: ctx.now, changed_at: ctx.now,
  })
  await queries.insertFile(ctx, row, content)
  ctx.record('mapping.received', subjectOf(row), { file: row.file_name, layer })
  goOn(ctx, row, 'mapping.read')
  return viewOf(ctx, row)
}

const goOn = (ctx: Ctx, { id, area, run }: MappingRow, queue: string) => ctx.later({ queue, data: { id, area, run } })

export async function list(ctx: Ctx, { after, limit }: Input<'mapping', 'list'>): Promise<Output<'mapping', 'list'>> {
  const { rows, next } = cut(await queries.list(ctx, officeKept(ctx).subdistrict, goOnAfter(after, 2), limit), limit, ({ created_at: at, id }) => [at.toISOString(), id])
  const views = []
  for (const row of rows) views.push(await viewOf(ctx, row))
  return { rows: views, next }
}

export const get = async (ctx: Ctx, { id }: Input<'mapping', 'get'>): Promise<View> => viewOf(ctx, await known(ctx, id))

export async function featuresOf(ctx: Ctx, { id, outcome, fault, after, limit }: Input<'mapping', 'features'>): Promise<Output<'mapping', 'features'>> {
  const { rows, next } = cut(await queries.listFeatures(ctx, await known(ctx, id), { ...(outcome && { outcome }), ...(fault !== undefined && { fault }), after: goOnAfter(after, 2), limit }), limit, ({ no, part }) => [no, part])
  return { rows: await featureViews(ctx, rows), next }
}

/** Anew, in other coordinates, with other columns, mending or not. */
export async function read(ctx: Ctx, { id, ...wish }: Input<'mapping', 'read'>): Promise<View> {
  const row = await held(ctx, id, ['ready', 'failed'])
  if (!await queries.readFile(ctx, row)) throw new Problem('conflict.in-use', { detail: '文件已清理，请重新上传' })
  const now = await queries.update(ctx, row, { status: 'reading', run: row.run + 1, wish: JSON.stringify(wish), fault: null, look: null, counts: '{}', total: 0, read_to: 0 })
  ctx.record('mapping.asked-again', subjectOf(now), { crs: wish.crs, mends: wish.mends })
  goOn(ctx, now, 'mapping.read')
  return viewOf(ctx, now)
}

export async function commit(ctx: Ctx, { id, which }: Input<'mapping', 'commit'>): Promise<View> {
  const row = await held(ctx, id, ['ready'])
  const counts = row.counts as View['counts']
  if (which === 'all' && (counts.bad ?? 0) > 0) throw new Problem('input.invalid', { detail: `还有 ${counts.bad} 个图形有错误，请改正后重新上传，或只导入没有错误的` })
  if ((counts.fresh ?? 0) + (counts.changed ?? 0) === 0) throw new Problem('input.invalid', { detail: '没有要新增或更新的图形' })
  const now = await queries.update(ctx, row, { status: 'committing' })
  ctx.record('mapping.confirmed', subjectOf(now), { which, ...counts })
  goOn(ctx, now, 'mapping.commit')
  return viewOf(ctx, now)
}

export async function undo(ctx: Ctx, { id }: Input<'mapping', 'undo'>): Promise<View> {
  const row = await held(ctx, id, ['done'])
  if (ctx.now.getTime() - row.changed_at.getTime() >= undoDays * 86_400_000) throw new Problem('conflict.in-use', { detail: `导入超过 ${undoDays} 天，不能再撤销` })
  const hindrance = await hindranceOf(ctx, row.zoning)
  if (hindrance !== undefined) throw new Problem('conflict.in-use', { detail: hindrance })
  const now = await queries.update(ctx, row, { status: 'undoing', fault: null })
  ctx.record('mapping.undo-asked', subjectOf(now), {})
  goOn(ctx, now, 'mapping.undo')
  return viewOf(ctx, now)
}

export async function cancel(ctx: Ctx, { id }: Input<'mapping', 'cancel'>): Promise<View> {
  const now = await queries.update(ctx, await held(ctx, id, ['reading', 'ready', 'failed']), { status: 'cancelled' })
  ctx.record('mapping.cancelled', subjectOf(now), {})
  return viewOf(ctx, now)
}

async function known(ctx: Ctx, id: string): Promise<MappingRow> {
  const row = found(await queries.find(ctx, id))
  if (!mayIn(ctx.actor, 'organisation.manage', row.area)) throw new Problem('not-found')
  return row
}

async function held(ctx: Ctx, id: string, states: readonly string[]): Promise<MappingRow> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'organisation.manage', row.area)) throw new Problem('not-found')
  if (!states.includes(row.status)) throw new Problem('intake.not-now')
  return row
}

export async function stock(ctx: Ctx): Promise<Output<'mapping', 'stock'>> {
  const { area } = officeKept(ctx)
  const [areas, features] = [await queries.countAreas(ctx, area), await queries.countPlan(ctx, area)]
  const ofArea = (['community', 'grid', 'microGrid', 'building'] as const).map((kind) => ({ label: areaKind[kind], kind: null, count: areas.find((one) => one.kind === kind)?.count ?? 0, drawn: areas.find((one) => one.kind === kind)?.drawn ?? 0 }))
  const ofPlan = Object.entries(planKind).map(([kind, label]) => ({ label, kind: kind as keyof typeof planKind, count: features.find((one) => one.kind === kind)?.count ?? 0 }))
  return { rows: [...ofArea, ...ofPlan.map((one) => ({ ...one, drawn: one.count }))] }
}

export async function plan(ctx: Ctx, { kind, after, limit }: Input<'mapping', 'plan'>): Promise<Output<'mapping', 'plan'>> {
  const { rows, next } = cut(await queries.listPlan(ctx, officeKept(ctx).area, kind, goOnAfter(after, 3), limit), limit, ({ name, area, id }) => [name ?? '', area, id])
  return { rows: rows.map(({ area, id, kind: of, ...row }) => ({ id: `${area}${id}`, kind: of as keyof typeof planKind, ...row })), next }
}
