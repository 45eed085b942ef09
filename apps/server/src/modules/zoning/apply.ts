import { dayOf, parentOf, type Area } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { sayOfZoning } from '../notice/index.ts'
import { addDrawn, areaNames, freshPath, holdPlace, redraw } from '../organisation/index.ts'
import { communityOf, planOf, type Asked, type Planned, type Sum } from './plan.ts'
import * as queries from './queries.ts'
import type { ZoningRow } from './queries.ts'

interface Pair { from: string, to: string }
/** What a change did, so that it can be undone: what was drawn before, and what went where. */
export interface Carried { redrawn: { path: string, before: Area | null }[], fresh: string[], ended: { path: string, into: string, told: object }[], inner: (Pair & { before: Area | null, told: object })[], moves: Pair[], points: { tab: 'event' | 'thing', id: string, from: string, to: string }[] }
export interface MoveTold { name: string, from: string, to: string, path: string }

/** Draws the borders and carries what lies within them, all in the transaction of who asks. */
export async function apply(ctx: Ctx, planned: Planned, note: string): Promise<ZoningRow> {
  const { subdistrict, parent, redrawn, fresh, ended, before } = planned
  await holdPlace(ctx, communityOf(parent.path))
  const names = await areaNames(ctx, [...new Set([...planned.buildings, ...before].map(({ path }) => path))])
  for (const one of fresh) await addDrawn(ctx, one)
  for (const { path, shape } of redrawn) await redraw(ctx, path, { shape })
  const inner = await moveInner(ctx, planned)
  const finals = new Map(inner.map(({ from, to }) => [from, to]))
  const moves = await moveBuildings(ctx, planned, finals)
  const events = await openEvents(ctx, planned, moves)
  await carry(ctx, subdistrict, moves, false)
  const innerTold = []
  for (const one of inner) innerTold.push({ ...one, told: one.from === one.to ? {} : await carry(ctx, subdistrict, [one], true) })
  const points = planned.points.map(({ tab, id, area, to }) => ({ tab, id, from: finals.get(area) ?? area, to: finals.get(to) ?? to }))
  await carryPoints(ctx, subdistrict, points)
  const endedTold = []
  for (const { path, into } of ended) {
    await redraw(ctx, path, { until: dayOf(ctx.now), became: into })
    endedTold.push({ path, into, told: await carry(ctx, subdistrict, [{ from: path, to: into }], true) })
  }
  const carried: Carried = { redrawn: redrawn.map(({ path }) => ({ path, before: before.find((one) => one.path === path)?.shape ?? null })), fresh: fresh.map(({ path }) => path), ended: endedTold, inner: innerTold, moves, points }
  const row = await queries.insert(ctx, {
    subdistrict, id: ctx.newId(), area: parent.path, note, at: ctx.now, by: ctx.actor.id, by_name: ctx.actor.name, carried: JSON.stringify(carried), drawn: JSON.stringify(drawnWords(planned)),
    moves: JSON.stringify(await toldMoves(ctx, moves, names)), told: JSON.stringify(movedSum(planned)),
  })
  await record(ctx, row, carried, events)
  await tell(ctx, row, planned, moves)
  return row
}

/** For a file: what cannot stand is told and nothing is changed. */
export async function applyBorders(ctx: Ctx, asked: Asked, note: string): Promise<{ id: string } | { fault: string }> {
  const planned = await planOf(ctx, asked, false)
  const fault = planned.faults.find(({ isWarning }) => !isWarning)
  return fault ? { fault: `${fault.message}：${fault.mend}` } : { id: (await apply(ctx, planned, note)).id }
}

/** Who works in a grid that is drawn otherwise, or is part of another from now on. */
async function tell(ctx: Ctx, row: ZoningRow, { redrawn, ended, before }: Planned, moves: readonly Pair[]): Promise<void> {
  const touched = before.filter(({ path }) => moves.some(({ from, to }) => from.startsWith(path) || to.startsWith(path)))
  const workers = await queries.listWorkers(ctx, [...new Set([...touched, ...redrawn].map(({ path }) => path)), ...ended.map(({ into }) => into)])
  const names = await areaNames(ctx, [...new Set(workers.map(({ area }) => area))])
  const count = (place: string, side: 'from' | 'to') => moves.filter((move) => move[side].startsWith(place) && !move[side === 'from' ? 'to' : 'from'].startsWith(place)).length
  const told = workers.map(({ id, area }) => {
    const joined = ended.filter(({ into }) => into === area).map(({ path }) => `“${before.find((one) => one.path === path)?.name ?? path}”并入本网格，`).join('')
    return { person: id, area, areaName: names.get(area) ?? area, text: `调整了网格边界：${joined}划入 ${count(area, 'to')} 幢楼，划出 ${count(area, 'from')} 幢楼` }
  })
  await sayOfZoning(ctx, row, told.filter(({ person }, at) => told.findIndex((one) => one.person === person) === at))
}

/** Micro-grids that lie in another grid get a path of it; of those that are cut only the shape changes. */
async function moveInner(ctx: Ctx, { inner }: Planned): Promise<(Pair & { before: Area | null })[]> {
  const done = []
  for (const { from, grid, name, shape, before } of inner) {
    if (parentOf(from) === grid) {
      if (JSON.stringify(shape) === JSON.stringify(before)) continue
      await redraw(ctx, from, { shape })
      done.push({ from, to: from, before })
      continue
    }
    const to = await freshPath(ctx, grid, false, from.slice(-3, -1))
    await addDrawn(ctx, { path: to, name, shape })
    await redraw(ctx, from, { until: dayOf(ctx.now), became: to })
    done.push({ from, to, before })
  }
  return done
}

/** The old path stays, over since today, and tells where it went on. */
async function moveBuildings(ctx: Ctx, { moves }: Planned, finals: ReadonlyMap<string, string>): Promise<Pair[]> {
  const done: Pair[] = []
  for (const { building: { path: from, name, shape, height, floors }, to: holder } of moves) {
    const to = await freshPath(ctx, finals.get(holder) ?? holder, true, from.slice(-6, -1))
    await addDrawn(ctx, { path: to, name, shape, height, floors })
    await redraw(ctx, from, { until: dayOf(ctx.now), became: to })
    done.push({ from, to })
  }
  return done
}

export async function carry(ctx: Ctx, subdistrict: number, pairs: readonly Pair[], isTold: boolean): Promise<object> {
  if (pairs.length === 0) return {}
  const names = await areaNames(ctx, pairs.map(({ to }) => to))
  return queries.carry(ctx, subdistrict, { olds: pairs.map(({ from }) => from), news: pairs.map(({ to }) => to), names: pairs.map(({ to }) => names.get(to) ?? '') }, isTold)
}

export async function carryPoints(ctx: Ctx, subdistrict: number, points: Carried['points']): Promise<void> {
  const names = await areaNames(ctx, [...new Set(points.map(({ to }) => to))])
  for (const tab of ['event', 'thing'] as const) {
    const own = points.filter((one) => one.tab === tab)
    if (own.length > 0) await queries.movePoints(ctx, subdistrict, tab, { ids: own.map(({ id }) => id), olds: own.map(({ from }) => from), news: own.map(({ to }) => to), names: own.map(({ to }) => names.get(to) ?? '') })
  }
}

interface MovedEvent { id: string, from: string, to: string }
async function openEvents(ctx: Ctx, { subdistrict, ended }: Planned, moves: readonly Pair[]): Promise<MovedEvent[]> {
  const pairs = new Map([...moves.map(({ from, to }): [string, string] => [from, to]), ...ended.map(({ path, into }): [string, string] => [path, into])])
  return (await queries.listOpenEvents(ctx, subdistrict, [...pairs.keys()])).map(({ id, area }) => ({ id, from: area, to: pairs.get(area)! }))
}

/** One row for the change, and one on the timeline of everything that has one: each open event and each building. */
export async function record(ctx: Ctx, { subdistrict, id, area }: Pick<ZoningRow, 'subdistrict' | 'id' | 'area'>, { moves, fresh, redrawn, ended, points }: Carried, inBuildings: readonly MovedEvent[], name: 'zoning.saved' | 'zoning.undone' = 'zoning.saved'): Promise<void> {
  const pairs = (list: readonly Pair[]) => list.map(({ from, to }) => [from, to])
  ctx.record(name, { kind: 'zoning', id, subdistrict, area, may: 'organisation.manage' }, { fresh, redrawn: redrawn.map(({ path }) => path), ended: ended.map(({ path, into }) => [path, into]), moves: pairs(moves) })
  const byPoint = points.filter(({ tab }) => tab === 'event')
  const names = await areaNames(ctx, [...new Set([...moves, ...inBuildings, ...byPoint].flatMap(({ from, to }) => [from, to]))])
  const words = ({ from, to }: Pair) => ({ zoning: id, note: `由“${names.get(from) ?? from}”划入“${names.get(to) ?? to}”` })
  for (const move of moves) ctx.record('zoning.building-moved', { kind: 'building', id: move.to, subdistrict, area: move.to, leftArea: move.from, may: 'base.view' }, words(move))
  const seen = new Set<string>()
  for (const event of [...byPoint, ...inBuildings]) {
    if (seen.has(event.id)) continue
    seen.add(event.id)
    ctx.record('zoning.event-moved', { kind: 'event', id: event.id, subdistrict, area: event.to, leftArea: event.from, may: 'event.view' }, words(event))
  }
}

function drawnWords({ before, redrawn, fresh, ended }: Planned): string[] {
  const name = (path: string) => before.find((one) => one.path === path)?.name ?? path
  if (redrawn.length + fresh.length + ended.length === 0) return ['按边界归位']
  return [...fresh.map((one) => `新增“${one.name}”`), ...ended.map(({ path, into }) => `“${name(path)}”并入“${name(into)}”`), ...redrawn.map((one) => `“${one.name}”边界变化`)]
}

async function toldMoves(ctx: Ctx, moves: readonly Pair[], before: ReadonlyMap<string, string>): Promise<MoveTold[]> {
  const now = await areaNames(ctx, [...new Set(moves.flatMap(({ to }) => [to, parentOf(to)!]))])
  const around = await areaNames(ctx, [...new Set(moves.map(({ from }) => parentOf(from)!))])
  return moves.map(({ from, to }) => ({ path: to, name: (before.get(from) ?? now.get(to) ?? to).split(' ').at(-1)!, from: around.get(parentOf(from)!) ?? from, to: now.get(parentOf(to)!) ?? to }))
}

function movedSum({ moves, inside, points }: Planned): Sum {
  const empty = { units: 0, households: 0, people: 0, events: 0 }
  return moves.reduce<Sum>((sum, { building: { path } }) => {
    const { units, households, people, events } = inside.get(path) ?? empty
    return { buildings: sum.buildings + 1, units: sum.units + units, households: sum.households + households, people: sum.people + people, events: sum.events + events }
  }, { buildings: 0, ...empty, events: points.filter(({ tab }) => tab === 'event').length })
}

export function refuseFaults({ faults, redrawn, fresh, ended, moves, points }: Planned): void {
  const wrong = faults.find(({ isWarning }) => !isWarning)
  if (wrong) throw new Problem('input.invalid', { detail: `${wrong.message}：${wrong.mend}` })
  if (redrawn.length + fresh.length + ended.length + moves.length + points.length === 0) throw new Problem('input.invalid', { detail: '没有任何变化' })
}
