import { hash } from 'node:crypto'
import type { Input } from '@linli/contract'
import { areaAt, centroidOf, isAreaPath, levelOf, parentOf, type Area } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { drawnIn, freshPath, type Drawn } from '../organisation/index.ts'
import { holderAt, keeperOf, lookOver, sizeTold, type Border, type Told } from './border-rules.ts'
import { commonOf, metresIn, sharedMetres } from './cover-rules.ts'
import * as queries from './queries.ts'
import type { Inside, PointRow } from './queries.ts'

/** `wanted`: the path that a file says a new one has. */
export type Asked = Pick<Input<'zoning', 'preview'>, 'parent' | 'ended' | 'isWhole'> & { areas: (Input<'zoning', 'preview'>['areas'][number] & { wanted?: string | null })[] }
interface Made { path: string, name: string, shape: Area }
/** A micro-grid that goes with its grid, or of which a part is cut off. `grid`: the one it is in from now on. */
export interface Inner { from: string, grid: string, name: string, shape: Area | null, before: Area | null }
/** A building that is kept in another grid from now on; `to` is the grid or micro-grid, as it is called now. */
export interface Move { building: Drawn, to: string }
export interface PointMove extends PointRow { to: string }

/** A change of borders with all that follows from it; nothing was changed yet. `communityPath`: whose buildings may go elsewhere. */
export interface Planned {
  subdistrict: number, parent: Drawn, before: Drawn[], after: Border[], redrawn: { path: string, name: string, shape: Area }[], fresh: Made[], ended: Asked['ended'], inner: Inner[], moves: Move[], points: PointMove[],
  inside: Map<string, Inside>, buildings: Drawn[], faults: Told[], mark: string,
}

/** What is drawn one level below: grids in a community, micro-grids in a grid. */
const below = { community: 'grid', grid: 'microGrid' } as const

/** A community or a grid that the person asking maintains. */
export async function parentOfBorders(ctx: Ctx, path: string): Promise<{ parent: Drawn, kind: 'grid' | 'microGrid', subdistrict: number }> {
  const level = isAreaPath(path) ? levelOf(path) : undefined
  if ((level !== 'community' && level !== 'grid') || !mayMaintain(ctx, path)) throw new Problem('not-found')
  const parent = (await drawnIn(ctx, path, [level])).find((one) => one.path === path)
  if (!parent) throw new Problem('not-found')
  return { parent, kind: below[level], subdistrict: tenantOf(path) }
}

/** The server itself draws what somebody who may has confirmed. */
const mayMaintain = ({ actor }: Ctx, path: string) => mayIn(actor, 'organisation.manage', path) || (actor.id === null && path.startsWith(actor.area))

export async function planOf(ctx: Ctx, asked: Asked, isStrict: boolean): Promise<Planned> {
  const { parent, kind, subdistrict } = await parentOfBorders(ctx, asked.parent)
  const [before, micro, buildings] = [await drawnIn(ctx, parent.path, [kind]), kind === 'grid' ? await drawnIn(ctx, parent.path, ['microGrid']) : [], await drawnIn(ctx, parent.path, ['building'])]
  refuseStrange(asked, before)
  const fresh = await coded(ctx, parent.path, asked.areas.filter(({ path }) => path === null))
  const redrawn = asked.areas.flatMap(({ path, shape }) => {
    const one = before.find((known) => known.path === path)
    return one && JSON.stringify(one.shape) !== JSON.stringify(shape) ? [{ path: one.path, name: one.name, shape: shape as Area }] : []
  })
  const gone = new Set(asked.ended.map(({ path }) => path))
  const kept = before.filter(({ path }) => !gone.has(path)).map(({ path, name, shape }) => ({ path, name, shape: redrawn.find((one) => one.path === path)?.shape ?? shape }))
  const after = [...kept, ...fresh]
  const touched = new Set([...(asked.isWhole ? before : []), ...redrawn, ...fresh, ...asked.ended].map(({ path }) => path))
  const inner = micro.filter(({ path }) => touched.has(parentOf(path)!)).map((one) => innerOf(one, after, asked.ended))
  const holders = [...after, ...micro.map((one) => ({ path: one.path, shape: inner.find(({ from }) => from === one.path)?.shape ?? one.shape }))]
  const moves = movesOf(buildings, { touched, holders, inner, ended: asked.ended, parent: parent.path })
  const points = await pointsOf(ctx, subdistrict, { touched: [...touched], micro, holders, parent: parent.path })
  const inside = await queries.countInside(ctx, subdistrict, parent.path)
  const faults = [...lookOver(parent, before, after, isStrict), ...inner.filter(({ shape, before: stood }) => metresIn(stood) - metresIn(shape) > 2).map(({ name }) => ({ code: 'micro', message: `微网格“${name}”被新的网格边界切开，只留下在网格里的部分`, mend: '保存后到这个网格里调整微网格', isWarning: true, at: null }))]
  const mark = hash('sha256', JSON.stringify([asked, before, micro, buildings.map(({ path, shape }) => [path, shape])])).slice(0, 32)
  const planned = { subdistrict, parent, before, after, redrawn, fresh, ended: asked.ended, inner, moves, points, inside, buildings, faults, mark }
  if (kind === 'grid') for (const { name, after: now, state } of sums(planned)) if (now && state !== 'same') planned.faults.push(...sizeTold(name, now.households || now.units))
  return planned
}

function refuseStrange({ areas, ended }: Asked, before: readonly Drawn[]): void {
  const known = new Set(before.map(({ path }) => path))
  const gone = ended.map(({ path }) => path)
  const named = [...areas.flatMap(({ path }) => (path === null ? [] : [path])), ...gone]
  const isStrange = named.some((path) => !known.has(path)) || new Set(named).size < named.length || ended.some(({ path, into }) => path === into || !known.has(into) || gone.includes(into))
  if (isStrange) throw new Problem('base.changed')
}

/** New ones get the next codes. */
async function coded(ctx: Ctx, parent: string, areas: Asked['areas']): Promise<Made[]> {
  if (areas.length === 0) return []
  const first = await freshPath(ctx, parent, false)
  const code = first.slice(parent.length, -1)
  const given = new Set(areas.map(({ wanted }) => wanted))
  let next = Number(code)
  return areas.map(({ name, shape, wanted }) => {
    const fresh = () => `${parent}${String(next++).padStart(code.length, '0')}/`
    let path = wanted ?? fresh()
    while (!wanted && given.has(path)) path = fresh()
    if (!isAreaPath(path) || parentOf(path) !== parent) throw new Problem('conflict.exists', { detail: '这个辖区下的编码已经用完' })
    return { path, name, shape: shape as Area }
  })
}

/** A micro-grid goes where most of it lies, and ends where its grid does. */
function innerOf({ path, name, shape }: Drawn, grids: readonly { path: string, shape: Area | null }[], ended: Asked['ended']): Inner {
  const own = parentOf(path)!
  const shares = shape ? grids.map((one) => ({ path: one.path, metres: one.shape ? sharedMetres(shape, one.shape).common : 0 })).toSorted((a, b) => b.metres - a.metres) : []
  const grid = (shares[0] && shares[0].metres > 0 ? shares[0].path : undefined) ?? ended.find((one) => one.path === own)?.into ?? own
  const ground = grids.find((one) => one.path === grid)?.shape
  const cut = shape && ground ? commonOf(shape, ground) : shape
  return { from: path, grid, name, before: shape, shape: shape && cut && metresIn(shape) - metresIn(cut) > 2 ? cut : shape }
}

function movesOf(buildings: readonly Drawn[], { touched, holders, inner, ended, parent }: { touched: ReadonlySet<string>, holders: readonly { path: string, shape: Area | null }[], inner: readonly Inner[], ended: Asked['ended'], parent: string }): Move[] {
  const childOf = (path: string) => childIn(parent, path)
  const gridOf = (path: string) => inner.find(({ from }) => from === path)?.grid ?? childOf(path)
  const moving = new Set(inner.filter(({ from, grid }) => parentOf(from) !== grid).map(({ from }) => from))
  return buildings.flatMap((building) => {
    const keeper = keeperOf(building.path)
    const middle = building.shape && centroidOf(building.shape)
    const holder = middle && holderAt(middle, holders)?.path
    if (!touched.has(childOf(keeper)) && !(holder !== undefined && holder !== null && touched.has(gridOf(holder)))) return []
    const end = ended.find(({ path }) => path === gridOf(keeper))
    // Which micro-grid of its grid keeps it is that grid's own matter.
    const stays = end === undefined && (!holder || gridOf(holder) === gridOf(keeper))
    if (stays) return moving.has(keeper) ? [{ building, to: keeper }] : []
    // An office that keeps buildings in grids, and not in their micro-grids, goes on doing so.
    return [{ building, to: holder ? (levelOf(keeper) === 'microGrid' ? holder : gridOf(holder)) : end!.into }]
  })
}

/** The grid of a community, or the micro-grid of a grid, that a path lies in. */
export const childIn = (parent: string, path: string): string => path.slice(0, parent.length + (levelOf(parent) === 'community' ? 4 : 3))

async function pointsOf(ctx: Ctx, subdistrict: number, { touched, micro, holders, parent }: { touched: string[], micro: readonly Drawn[], holders: readonly { path: string, shape: Area | null }[], parent: string }): Promise<PointMove[]> {
  const around = [...new Set([parent, ...touched, ...micro.filter(({ path }) => touched.includes(parentOf(path)!)).map(({ path }) => path)])]
  return (await queries.listPoints(ctx, subdistrict, around)).flatMap((row) => {
    const to = holderAt([row.lng, row.lat], holders)?.path
    return to !== undefined && to !== row.area ? [{ ...row, to }] : []
  })
}

export type Sum = Inside & { buildings: number }
export interface Summed { path: string | null, name: string, state: 'same' | 'redrawn' | 'fresh' | 'ended', before: Sum | null, after: Sum | null }

const add = (a: Sum, b: Inside, buildings = 0): Sum => ({ buildings: a.buildings + buildings, units: a.units + b.units, households: a.households + b.households, people: a.people + b.people, events: a.events + b.events })
const none: Sum = { buildings: 0, units: 0, households: 0, people: 0, events: 0 }
const empty: Inside = none

/** What is in each place before and after. */
export function sums({ before, fresh, redrawn, ended, inner, moves, points, inside, buildings }: Pick<Planned, 'before' | 'fresh' | 'redrawn' | 'ended' | 'inner' | 'moves' | 'points' | 'inside' | 'buildings'>): Summed[] {
  // A micro-grid that goes to another grid takes with it what is kept in it.
  const placed = (path: string) => inner.find(({ from }) => path.startsWith(from))?.grid ?? path
  const goes = new Map(moves.map(({ building, to }) => [building.path, to]))
  const stands = new Set(buildings.map(({ path }) => path))
  const now = (path: string) => {
    const to = placed(goes.get(path) ?? path)
    const end = ended.find((one) => to.startsWith(one.path))
    return end ? end.into : to
  }
  const sumOf = (place: string, at: (path: string) => string) => {
    let sum = none
    for (const path of new Set([...inside.keys(), ...stands])) if (at(path).startsWith(place)) sum = add(sum, inside.get(path) ?? empty, stands.has(path) ? 1 : 0)
    return sum
  }
  const withPoints = (place: string, sum: Sum) => ({ ...sum, events: sum.events + points.filter(({ tab, area, to }) => tab === 'event' && placed(to).startsWith(place) && !now(area).startsWith(place)).length - points.filter(({ tab, area, to }) => tab === 'event' && now(area).startsWith(place) && !placed(to).startsWith(place)).length })
  return [
    ...before.map(({ path, name }): Summed => {
      const isOver = ended.some((one) => one.path === path)
      return { path, name, state: isOver ? 'ended' : redrawn.some((one) => one.path === path) ? 'redrawn' : 'same', before: sumOf(path, (one) => one), after: isOver ? null : withPoints(path, sumOf(path, now)) }
    }),
    ...fresh.map(({ path, name }): Summed => ({ path: null, name, state: 'fresh', before: null, after: withPoints(path, sumOf(path, now)) })),
  ]
}

export const communityOf = (path: string): string => areaAt(path, 'community')!
