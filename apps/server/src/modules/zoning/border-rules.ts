import { centroidOf, crossingsOf, isWithin, levelOf, parentOf, ringMetres, type Area, type Position } from '@linli/standards'
import { commonOf, leftOf, metresIn, sharedMetres } from './cover-rules.ts'

/** A border as it stands, or as it is to be. `path` null: a new one. */
export interface Border { path: string | null, name: string, shape: Area | null }
export interface Told { code: string, message: string, mend: string, isWarning: boolean, at: Position | null }

/** What two surveys of one border differ by: less than a square metre is nothing, and lines that cross somewhere may leave slivers. */
const nothing = 2

const told = (code: string, message: string, mend: string, at: Position | null = null, isWarning = false): Told => ({ code, message, mend, isWarning, at })

/**
 * GB/T 34300: grids tile their community. What was so before and is not made worse is told and keeps nothing back: borders that were never right are put right one after the other.
 * `isStrict`: gaps count too, as they do where somebody draws; a file may bring a part.
 */
export function lookOver(parent: Border, before: readonly Border[], after: readonly Border[], isStrict: boolean): Told[] {
  const faults = after.flatMap(({ name, shape }) => (shape ? lookAt(name, shape) : []))
  if (faults.length > 0) return faults
  const drawn = after.filter((one): one is Border & { shape: Area } => one.shape !== null)
  const stood = before.filter((one): one is Border & { shape: Area } => one.shape !== null)
  const known = new Map(overlaps(stood).map(({ key, metres }) => [key, metres]))
  for (const { key, names, metres, at } of overlaps(drawn)) {
    const isOld = metres <= (known.get(key) ?? 0) + nothing
    faults.push(told('overlap', `“${names[0]}”和“${names[1]}”重叠 ${Math.round(metres)} 平方米`, isOld ? '原来就重叠，请拖动公共边界上的点改正' : '把公共边界上的点合到一起', at, isOld))
  }
  if (parent.shape) faults.push(...againstParent(parent.shape, stood, drawn, isStrict))
  const undrawn = after.filter(({ shape }) => shape === null)
  if (undrawn.length > 0) faults.push(told('undrawn', `${undrawn.map(({ name }) => `“${name}”`).join('、')}还没有边界`, '从相邻的网格里用一条线分出来，或导入边界', null, true))
  return faults
}

function againstParent(parent: Area, stood: readonly { shape: Area }[], drawn: readonly { name: string, shape: Area }[], isStrict: boolean): Told[] {
  const faults: Told[] = []
  const outside = drawn.map(({ name, shape }) => ({ name, shape, metres: metresIn(leftOf(shape, [parent])) })).filter(({ metres }) => metres > nothing)
  const stoodOut = stood.reduce((sum, { shape }) => sum + metresIn(leftOf(shape, [parent])), 0)
  const isOld = outside.reduce((sum, { metres }) => sum + metres, 0) <= stoodOut + nothing
  for (const { name, shape, metres } of outside) faults.push(told('outside', `“${name}”有 ${Math.round(metres)} 平方米在上级边界以外`, isOld ? '原来就在界外，请把点拖回上级的边界' : '把点拖回上级的边界', centroidOf(leftOf(shape, [parent]) ?? shape) ?? null, isOld))
  if (stood.length === 0 && drawn.length === 0) return faults
  const [gap, old] = [leftOf(parent, drawn.map(({ shape }) => shape)), metresIn(leftOf(parent, stood.map(({ shape }) => shape)))]
  const metres = metresIn(gap)
  if (gap && metres > nothing) faults.push(told('gap', `有 ${Math.round(metres)} 平方米不属于任何网格`, '把相邻网格的边界拖到一起，盖住空白', largest(gap), !isStrict || metres <= old + nothing))
  return faults
}

function lookAt(name: string, shape: Area): Told[] {
  for (const rings of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) {
    for (const ring of rings) {
      const walk = ring.map(([x, y]): Position => [x!, y!])
      const [first, last] = [walk[0], walk.at(-1)]
      if (!first || !last || walk.length < 4 || first[0] !== last[0] || first[1] !== last[1]) return [told('ring', `“${name}”的边界不是一个闭合的面`, '至少要有三个角')]
      const [crossing] = crossingsOf(walk, 1)
      if (crossing) return [told('cross', `“${name}”的边界自相交`, '拖开交叉的点', crossing.at)]
      if (Math.abs(ringMetres(walk)) < 1) return [told('ring', `“${name}”的边界围不出面积`, '把角拖开', first)]
    }
  }
  return []
}

function overlaps(areas: readonly (Border & { shape: Area })[]): { key: string, names: [string, string], metres: number, at: Position | null }[] {
  const boxes = areas.map(({ shape }) => boxOf(shape))
  return areas.flatMap((one, at) => areas.slice(at + 1).flatMap((other, next) => {
    if (!meet(boxes[at]!, boxes[at + 1 + next]!)) return []
    const { common } = sharedMetres(one.shape, other.shape)
    if (common <= nothing) return []
    return [{ key: [one.path, other.path].join(' '), names: [one.name, other.name] as [string, string], metres: common, at: largest(commonOf(one.shape, other.shape)!) }]
  }))
}

type Box = [west: number, south: number, east: number, north: number]
function boxOf(shape: Area): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [outline = []] of shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates) for (const [x = NaN, y = NaN] of outline) [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
  return box
}
const meet = (a: Box, b: Box) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]

/** A place within the largest part, to point at. */
function largest(shape: Area): Position | null {
  const parts = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).toSorted((a, b) => Math.abs(ringMetres(b[0] ?? [])) - Math.abs(ringMetres(a[0] ?? [])))
  return parts[0] ? centroidOf({ type: 'Polygon', coordinates: parts[0] }) ?? null : null
}

/** The smallest of these that holds a position; of two that share a border the first. */
export const holderAt = <T extends { path: string, shape: Area | null }>(position: Position, areas: readonly T[]): T | undefined =>
  areas.filter(({ shape }) => shape !== null && isWithin(position, shape)).toSorted((a, b) => b.path.length - a.path.length)[0]

/** 300 to 500 households for a grid (GB/T 34300-2017 5.3 as implemented, domain §2.10); of micro-grids nothing is said. */
export const households = { least: 300, most: 500 } as const

export function sizeTold(name: string, count: number): Told[] {
  if (count >= households.least && count <= households.most) return []
  return [told('size', `“${name}”有 ${count} 户`, count > households.most ? '一般每个网格 300–500 户，可以再分' : '一般每个网格 300–500 户，可以与相邻网格合并', null, true)]
}

/** The grid or micro-grid that a path is kept in. */
export const keeperOf = (path: string): string => (levelOf(path) === 'building' ? parentOf(path)! : path)
