import type { Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import type { MoveTold } from './apply.ts'
import { keeperOf } from './border-rules.ts'
import { communityOf, sums, type Planned } from './plan.ts'
import * as queries from './queries.ts'
import type { ZoningRow } from './queries.ts'

type Preview = Output<'zoning', 'preview'>
type View = Output<'zoning', 'save'>

export async function previewOf(ctx: Ctx, planned: Planned): Promise<Preview> {
  const { before, fresh, moves, points, ended, redrawn, inner, inside, faults, mark } = planned
  const names = new Map([...before, ...inner.map(({ from, name }) => ({ path: from, name })), ...fresh].map(({ path, name }) => [path, name]))
  const known = await areaNames(ctx, [...new Set([...moves.map(({ building }) => keeperOf(building.path)), ...points.map(({ area }) => area)])])
  const called = (path: string) => known.get(path) ?? names.get(path) ?? path
  const counted = Map.groupBy(points, ({ tab, area, to }) => `${tab} ${area} ${to}`)
  return {
    mark, faults: faults.map(({ at, ...rest }) => ({ ...rest, at: at && [at[0], at[1]] })),
    areas: sums(planned),
    moves: moves.map(({ building: { path, name }, to }) => ({ path, name, from: called(keeperOf(path)), to: names.get(to) ?? called(to), buildings: 1, ...inside.get(path) ?? { units: 0, households: 0, people: 0, events: 0 } })),
    points: [...counted.values()].map((all) => ({ kind: all[0]!.tab, from: called(all[0]!.area), to: names.get(all[0]!.to) ?? called(all[0]!.to), count: all.length })),
    workers: await workersOf(ctx, [...redrawn.map(({ path }) => path), ...ended.map(({ path }) => path)], ended, names),
  }
}

async function workersOf(ctx: Ctx, places: readonly string[], ended: Planned['ended'], names: ReadonlyMap<string, string>): Promise<Preview['workers']> {
  const workers = await queries.listWorkers(ctx, places)
  const areas = await areaNames(ctx, [...new Set(workers.map(({ area }) => area))])
  return workers.map(({ name, role, area }) => {
    const end = ended.find(({ path }) => path === area)
    return { name, role, areaName: areas.get(area) ?? area, words: end ? `岗位转到“${names.get(end.into) ?? end.into}”` : '网格边界变化，楼幢有进出' }
  })
}

export async function views(ctx: Ctx, rows: readonly ZoningRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const last = new Set<string>()
  for (const [subdistrict, all] of Map.groupBy(rows, (row) => row.subdistrict)) for (const id of await queries.lastIn(ctx, subdistrict, [...new Set(all.map(({ area }) => communityOf(area)))])) last.add(id)
  return rows.map(({ id, area, note, by_name: by, at, undone_at: undoneAt, undone_by_name: undoneBy, drawn, moves, told }) => ({
    id, area, areaName: names.get(area) ?? area, note, by, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null, undoneBy, mayUndo: last.has(id) && mayIn(ctx.actor, 'organisation.manage', area),
    drawn: drawn as string[], moved: moves as unknown as MoveTold[], counts: told as View['counts'],
  }))
}
