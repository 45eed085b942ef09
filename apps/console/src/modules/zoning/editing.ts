import { joined, movedTo, nearestOn, shapeOf, splitBy, tilingOf, withCorner, withoutCorner } from '@linli/standards/tiling'
import type { Tiling } from '@linli/standards/tiling'
import type { Asked, Output } from '@linli/contract'
import { sorted } from '../../parts/sorted.ts'

export type Borders = Output<'zoning', 'borders'>
export type Preview = Output<'zoning', 'preview'>
export type Position = readonly [number, number]

/** What is on the table: the borders with their corners, the names of new areas, and which ones became part of which. New ones are called `new-1`, `new-2` … until they are saved. */
export interface Draft { tiling: Tiling, names: Readonly<Record<string, string>>, ended: readonly { path: string, into: string }[] }
export interface Editing { now: Draft, past: readonly Draft[], undone: readonly Draft[] }

export const isNew = (path: string): boolean => path.startsWith('new-')

export function begin({ areas }: Borders): Editing {
  const drawn = areas.flatMap(({ path, shape }) => (shape ? [{ path, shape }] : []))
  return { now: { tiling: tilingOf(drawn), names: Object.fromEntries(areas.map(({ path, name }) => [path, name])), ended: [] }, past: [], undone: [] }
}

/** Another state of the draft; what stood before can be had again. */
export const put = ({ now, past }: Editing, next: Draft): Editing => ({ now: next, past: [...past.slice(-99), now], undone: [] })
export function back({ now, past, undone }: Editing): Editing {
  const last = past[past.length - 1]
  return last ? { now: last, past: past.slice(0, -1), undone: [now, ...undone] } : { now, past, undone }
}
export function again({ now, past, undone }: Editing): Editing {
  const [next, ...rest] = undone
  return next ? { now: next, past: [...past, now], undone: rest } : { now, past, undone }
}

/** On the parent's own border a corner slides along it, and stands still where that turns: what lies beyond is not these areas' to change. */
export function held(parent: Borders['parent']['shape'], from: Position, to: Position): Position {
  if (!parent) return to
  const rim = nearestOn(parent, from)
  // Half a metre, in degrees.
  if (rim.away > 0.5 / 111_195) return to
  return isTurn(parent, from) ? from : nearestOn(parent, to).at
}

const isTurn = (parent: NonNullable<Borders['parent']['shape']>, at: Position) => (parent.type === 'Polygon' ? [parent.coordinates] : parent.coordinates).some((rings) => rings.some((ring) => ring.some(([x, y], index) => {
  if (Math.abs(x - at[0]) > 5e-6 || Math.abs(y - at[1]) > 5e-6) return false
  const [before, next] = [ring[index === 0 ? ring.length - 2 : index - 1]!, ring[index === ring.length - 1 ? 1 : index + 1]!]
  const turn = (x - before[0]) * (next[1] - y) - (y - before[1]) * (next[0] - x)
  const length = Math.hypot(x - before[0], y - before[1]) * Math.hypot(next[0] - x, next[1] - y)
  return Math.abs(turn) > 0.05 * length
})))

export const moved = (draft: Draft, node: number, to: Position): Draft => ({ ...draft, tiling: movedTo(draft.tiling, node, to) })
export const added = (draft: Draft, side: readonly [number, number], at: Position): Draft => ({ ...draft, tiling: withCorner(draft.tiling, side, at) })
export function removed(draft: Draft, node: number): Draft | undefined {
  const tiling = withoutCorner(draft.tiling, node)
  return tiling && { ...draft, tiling }
}

/** `into`: an area that has no border yet, else a new one. */
export function split(draft: Draft, path: string, line: readonly Position[], { into, name }: { into: string | undefined, name: string }): Draft | undefined {
  const key = into ?? freshKey(draft)
  const tiling = splitBy(draft.tiling, path, line, key)
  return tiling && { ...draft, tiling, names: { ...draft.names, [key]: into === undefined ? name : draft.names[into]! } }
}

/** Which of two keeps its name is the one that others are joined to. */
export function join(draft: Draft, keep: string, gone: string): Draft | undefined {
  const tiling = joined(draft.tiling, keep, gone)
  if (!tiling) return undefined
  const ended = draft.ended.map((one) => (one.into === gone ? { ...one, into: keep } : one))
  return { ...draft, tiling, ended: isNew(gone) ? ended : [...ended, { path: gone, into: keep }] }
}

export const neighboursOf = (draft: Draft, path: string): string[] => draft.tiling.areas.map((area) => area.path).filter((other) => other !== path && joined(draft.tiling, path, other) !== undefined)

/** The whole parent as one area, where nothing is drawn yet. */
export const whole = (draft: Draft, parent: NonNullable<Borders['parent']['shape']>, path: string | undefined, name: string): Draft => {
  const key = path ?? freshKey(draft)
  return { ...draft, tiling: tilingOf([{ path: key, shape: parent }]), names: { ...draft.names, [key]: path === undefined ? name : draft.names[path]! } }
}

export const renamed = (draft: Draft, path: string, name: string): Draft => ({ ...draft, names: { ...draft.names, [path]: name } })

const freshKey = ({ names }: Draft) => `new-${Object.keys(names).filter(isNew).length + 1}`

/** The next number after those in the names: 第3网格 after 第1网格 and 第2网格. */
export function nextName({ names }: Draft, kind: string): string {
  const numbers = Object.values(names).map((name) => Number(/\d+/.exec(name)?.[0] ?? 0))
  return `第${Math.max(0, ...numbers) + 1}${kind}`
}

/** What is asked of the server: every border as it is to be. */
export function changeOf(parent: string, { tiling, names, ended }: Draft): Asked<'zoning', 'preview'> {
  return {
    parent, isWhole: false, ended: ended.map(({ path, into }) => ({ path, into })),
    areas: tiling.areas.map((area) => ({ path: isNew(area.path) ? null : area.path, name: names[area.path] ?? '网格', shape: shapeOf(tiling, area) as never })),
  }
}

/** In the order of their codes, new ones last: so that each keeps its colour whatever is done to it. */
export const areasOf = ({ tiling }: Draft): Draft['tiling']['areas'] => sorted(tiling.areas, (a, b) => (isNew(a.path) !== isNew(b.path) ? Number(isNew(a.path)) - Number(isNew(b.path)) : a.path < b.path ? -1 : 1))

/** What stands astray, put where it lies; no border changes. */
export const settled = (parent: string): Asked<'zoning', 'preview'> => ({ parent, areas: [], ended: [], isWhole: true })

/** Of the corners of an area: which others meet there. */
export const ownersOf = ({ tiling, names }: Draft, node: number): string[] => tiling.areas.filter(({ polygons }) => polygons.some((rings) => rings.some((walk) => walk.includes(node)))).map(({ path }) => names[path] ?? path)
export const cornersOf = ({ tiling }: Draft, path: string): number[] => tiling.areas.filter((area) => area.path === path).flatMap(({ polygons }) => polygons.flatMap((rings) => rings.flat()))
export const sidesOf = ({ tiling }: Draft, path: string): [number, number][] => tiling.areas.filter((area) => area.path === path).flatMap(({ polygons }) => polygons.flatMap((rings) => rings.flatMap((walk) => walk.map((node, index): [number, number] => [node, walk[(index + 1) % walk.length]!]))))
