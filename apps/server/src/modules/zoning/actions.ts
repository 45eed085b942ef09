import type { Input, Output } from '@linli/contract'
import { centroidOf, dayOf, isAreaPath, parentOf } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames, drawnIn, holdPlace, redraw } from '../organisation/index.ts'
import { apply, carry, carryPoints, record, refuseFaults, type Carried } from './apply.ts'
import { holderAt, keeperOf } from './border-rules.ts'
import { childIn, communityOf, parentOfBorders, planOf, sums, type Asked } from './plan.ts'
import * as queries from './queries.ts'
import type { ZoningRow } from './queries.ts'
import { previewOf, views } from './view.ts'

type Borders = Output<'zoning', 'borders'>

export async function borders(ctx: Ctx, { parent: path }: Input<'zoning', 'borders'>): Promise<Borders> {
  const { parent, kind, subdistrict } = await parentOfBorders(ctx, path)
  const [children, buildings, inside] = [await drawnIn(ctx, path, [kind]), await drawnIn(ctx, path, ['building']), await queries.countInside(ctx, subdistrict, path)]
  const all = sums({ before: children, fresh: [], redrawn: [], ended: [], inner: [], moves: [], points: [], inside, buildings })
  const astray = buildings.flatMap(({ path: of, name, shape }) => {
    const middle = shape && centroidOf(shape)
    const holder = middle && holderAt(middle, children)
    const isAstray = middle !== null && middle !== undefined && children.some((one) => one.shape) && (!holder || holder.path !== childIn(path, keeperOf(of)))
    return isAstray ? [{ path: of, name, from: keeperOf(of), to: holder?.path ?? null }] : []
  })
  const names = await areaNames(ctx, astray.flatMap(({ from, to }) => (to === null ? [from] : [from, to])))
  return {
    parent: { path, name: parent.name, kind: parent.kind, shape: parent.shape as Borders['parent']['shape'] },
    areas: children.map(({ path: of, name, shape }) => ({ path: of, name, shape: shape as Borders['parent']['shape'], ...all.find((one) => one.path === of)!.before! })),
    buildings: buildings.map(({ path: of, name, shape }) => ({ path: of, name, shape: shape as Borders['parent']['shape'] })),
    astray: astray.map(({ path: of, name, from, to }) => ({ path: of, name, from: names.get(from) ?? from, to: to === null ? null : names.get(to) ?? to })),
  }
}

export async function preview(ctx: Ctx, asked: Asked): Promise<Output<'zoning', 'preview'>> {
  return previewOf(ctx, await planOf(ctx, asked, true))
}

/** What was looked at is what is done: where something changed since, it is to be looked at again. */
export async function save(ctx: Ctx, { note, mark, ...asked }: Input<'zoning', 'save'>): Promise<Output<'zoning', 'save'>> {
  await holdPlace(ctx, communityOf((await parentOfBorders(ctx, asked.parent)).parent.path))
  const planned = await planOf(ctx, asked, true)
  refuseFaults(planned)
  if (planned.mark !== mark) throw new Problem('base.changed')
  return (await views(ctx, [await apply(ctx, planned, note)]))[0]!
}

export async function changes(ctx: Ctx, { area, after, limit }: Input<'zoning', 'changes'>): Promise<Output<'zoning', 'changes'>> {
  const place = area ?? officeOf(ctx.actor).area
  if (!mayIn(ctx.actor, 'organisation.manage', place)) return { rows: [], next: null }
  const { rows, next } = cut(await queries.list(ctx, { area: place, after: goOnAfter(after, 2), limit }), limit, ({ at, id }) => [at.toISOString(), id])
  return { rows: await views(ctx, rows), next }
}

/** The last change of a community, as a whole; what was entered meanwhile goes along. */
export async function undo(ctx: Ctx, { id }: Input<'zoning', 'undo'>): Promise<Output<'zoning', 'undo'>> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'organisation.manage', row.area)) throw new Problem('not-found')
  return (await views(ctx, [await takeBack(ctx, row)]))[0]!
}

/** Why changes that came of one file cannot be taken back, in words; nothing where they can. */
export async function hindranceOf(ctx: Ctx, ids: readonly string[]): Promise<string | undefined> {
  const { others, standing } = await queries.listLater(ctx, ids)
  if (others > 0) return laterChanged
  const carried = standing.map((row) => row.carried as unknown as Carried)
  return await queries.countOthers(ctx, carried.flatMap(madeBy), carried.flatMap(({ moves }) => moves.map(({ to }) => to))) > 0 ? laterFilled : undefined
}

const laterChanged = '之后又调整过网格，请先撤销后面的调整'
const laterFilled = '新网格里后来又登记了楼幢，请用调整边界的办法改回去'
/** Grids and micro-grids that were not there before. */
const madeBy = ({ fresh, inner }: Carried) => [...fresh, ...inner.filter(({ from, to }) => from !== to).map(({ to }) => to)]

export async function takeBack(ctx: Ctx, row: ZoningRow): Promise<ZoningRow> {
  const { subdistrict } = row
  const community = communityOf(row.area)
  if (row.undone_at !== null || !(await queries.lastIn(ctx, subdistrict, [community])).has(row.id)) throw new Problem('conflict.in-use', { detail: laterChanged })
  await holdPlace(ctx, community)
  const carried = row.carried as unknown as Carried
  if (await queries.countOthers(ctx, madeBy(carried), carried.moves.map(({ to }) => to)) > 0) throw new Problem('conflict.in-use', { detail: laterFilled })
  const back = carried.moves.map(({ from, to }) => ({ from: to, to: from }))
  const today = dayOf(ctx.now)
  for (const { from, to } of [...back, ...carried.inner.filter((one) => one.from !== one.to).map((one) => ({ from: one.to, to: one.from })), ...carried.ended.map(({ path, into }) => ({ from: into, to: path, isJoined: true }))]) {
    await redraw(ctx, to, { until: null, became: null })
    if (!carried.ended.some((one) => one.path === to)) await redraw(ctx, from, { until: today, became: to })
  }
  const events = (await queries.listOpenEvents(ctx, subdistrict, back.map(({ from }) => from))).map((event) => ({ id: event.id, from: event.area, to: back.find(({ from }) => from === event.area)!.to }))
  for (const { path, into, told } of carried.ended) await giveBack(ctx, subdistrict, path, into, told)
  const points = carried.points.map((one) => ({ ...one, from: one.to, to: one.from }))
  await carryPoints(ctx, subdistrict, points)
  for (const { from, to, told } of carried.inner) if (from !== to) await giveBack(ctx, subdistrict, from, to, told)
  await carry(ctx, subdistrict, back, false)
  for (const { path, before } of [...carried.redrawn, ...carried.inner.filter(({ from, to }) => from === to).map(({ from, before: stood }) => ({ path: from, before: stood }))]) await redraw(ctx, path, { shape: before })
  // What came to a new grid itself, a post or a thing in no building, goes to the grid that most of it was taken from.
  for (const path of carried.fresh) {
    const into = sourceOf(carried, path) ?? parentOf(path)!
    await carry(ctx, subdistrict, [{ from: path, to: into }], false)
    await redraw(ctx, path, { until: today, became: into })
  }
  const undone = await queries.markUndone(ctx, row)
  await record(ctx, undone, { ...carried, moves: back, points }, events, 'zoning.undone')
  return undone
}

function sourceOf({ moves, redrawn }: Carried, fresh: string): string | undefined {
  const from = moves.filter(({ to }) => to.startsWith(fresh)).map((one) => redrawn.find(({ path }) => one.from.startsWith(path))?.path)
  const counted = [...Map.groupBy(from.filter((path) => path !== undefined), (path) => path)].toSorted(([, a], [, b]) => b.length - a.length)
  return counted[0]?.[0] ?? redrawn[0]?.path
}

async function giveBack(ctx: Ctx, subdistrict: number, old: string, now: string, told: object): Promise<void> {
  const names = await areaNames(ctx, [old])
  await queries.giveBack(ctx, subdistrict, { old, now, name: names.get(old) ?? '', told })
}

export async function past(ctx: Ctx, { area }: Input<'zoning', 'past'>): Promise<Output<'zoning', 'past'>> {
  if (!isAreaPath(area) || !mayIn(ctx.actor, 'organisation.manage', area)) throw new Problem('not-found')
  return { rows: (await queries.listPast(ctx, area)).map(({ until, shape }) => ({ until: until.toISOString(), shape: shape as never })) }
}

export const isInUse = (ctx: Ctx, path: string): Promise<boolean> => queries.isUsed(ctx, tenantOf(path), path)
export const zoningOf = queries.lock
