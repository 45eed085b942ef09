import type { AreaKind } from '@linli/contract'
import { areaAt, distanceInMetres, isAreaPath, isWithin, levelOf, lineOf, readAddress, toHalfWidth, type Area, type Position } from '@linli/standards'
import type { Actor } from '../../kernel/actor.ts'

/** A place with what is needed to find it from a point. */
export interface Placed { path: string, kind: string, shape: Area }

/** How far from a wall a report still means the building: the error of a phone's position in a street. */
export const nearBuilding = 30

/**
 * Areas whose places and units a person may look up: the sub-districts they belong to or work in, or wider areas where they hold a post.
 * Residents report wherever they are.
 */
export function homesOf(actor: Actor): string[] {
  if (actor.side === 'resident') return ['/']
  const own = [actor.area, ...actor.posts.map((post) => post.area)].filter((area) => area === '/' || isAreaPath(area))
  return [...new Set(own.map(officeAround))]
}

/** The sub-district of a place; what is wider stays as it is. */
export const officeAround = (area: string) => (area === '/' ? area : areaAt(area, 'subdistrict') ?? area)

/** Sub-districts whose units a person may choose from; a resident's own only. */
export const officesOf = (actor: Actor): string[] => (actor.side === 'resident' ? homesOf({ ...actor, side: 'staff' }) : homesOf(actor))

/** Kinds one level down, with the length that their last segment adds to the path: buildings stand in grids and in micro-grids. */
export function childrenOf(parent: string): { kind: AreaKind, length: number }[] {
  if (parent === '/') return [{ kind: 'province', length: 3 }]
  return below[levelOf(parent)]
}

const building = { kind: 'building', length: 6 } as const
const below: Record<AreaKind, { kind: AreaKind, length: number }[]> = {
  province: [{ kind: 'city', length: 3 }],
  city: [{ kind: 'county', length: 3 }],
  county: [{ kind: 'subdistrict', length: 4 }],
  subdistrict: [{ kind: 'community', length: 4 }],
  community: [{ kind: 'grid', length: 4 }],
  grid: [{ kind: 'microGrid', length: 3 }, building],
  microGrid: [building],
  building: [],
}

/** The path of a new area, or nothing where the code does not fit below its parent. */
export function pathOf(parent: string, code: string): string | undefined {
  const path = `${parent}${code}/`
  return isAreaPath(path) ? path : undefined
}

/**
 * What is looked for in the names of places, the place itself last. A building is found in whatever way it is written: 桥东新村3号楼,
 * 三幢 and 示范桥3幢2单元 mean the names that buildings carry, 3幢 or in villages 4组38号; what is inside a building no area is.
 */
export function placeWords(text: string): string[] {
  const { community, estate, group, building: number } = readAddress(text)
  if (number === undefined) return toHalfWidth(text).trim().split(/\s+/)
  const around = [community, estate].flatMap((name) => (name ? [name] : []))
  return [...around, group === undefined ? `${number}幢` : `${group}组${number}号`]
}

/** The areas whose names make up the full name: from the community down, above it the place alone. */
export function namedLine(path: string): string[] {
  if (path === '/' || !isAreaPath(path)) return []
  return areaAt(path, 'community') ? lineOf(path).slice(4) : [path]
}

/** 「示范桥社区 第3网格 3幢」; `/` is everywhere. */
export const fullName = (path: string, names: ReadonlyMap<string, string>): string =>
  (path === '/' ? '全部辖区' : namedLine(path).map((area) => names.get(area) ?? '').filter(Boolean).join(' '))

/** The smallest place that holds the point: a building within 30 m in the same grid, else the grid, else the community. */
export function placeAt(point: Position, candidates: readonly Placed[]): string | undefined {
  const holding = candidates.filter(({ kind, shape }) => kind !== 'building' && isWithin(point, shape)).map(({ path }) => path).toSorted((a, b) => b.length - a.length)[0]
  if (holding === undefined) return undefined
  const buildings = candidates.filter(({ kind, path }) => kind === 'building' && path.startsWith(holding)).map(({ path, shape }) => ({ path, metres: metresTo(point, shape) }))
  const nearest = buildings.toSorted((a, b) => a.metres - b.metres || (a.path < b.path ? -1 : 1))[0]
  return nearest && nearest.metres <= nearBuilding ? nearest.path : holding
}

/** Metres from a point to an area, 0 within it; on the flat, good for what is near. */
export function metresTo(point: Position, area: Area): number {
  if (isWithin(point, area)) return 0
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  return Math.min(...rings.flatMap((ring) => ring.map((start, at) => metresToSide(point, start as Position, (ring[at + 1] ?? start) as Position))))
}

function metresToSide(point: Position, from: Position, to: Position): number {
  const scale = Math.cos((point[1] * Math.PI) / 180)
  const [x, y] = [(to[0] - from[0]) * scale, to[1] - from[1]]
  const along = x === 0 && y === 0 ? 0 : ((point[0] - from[0]) * scale * x + (point[1] - from[1]) * y) / (x * x + y * y)
  const share = Math.min(1, Math.max(0, along))
  return distanceInMetres(point, [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share])
}

/** Degrees that are surely wider than `nearBuilding` metres anywhere in the country. */
export const margin = 0.0006

/** Where a map opens before any area has a centre. */
export const middleOfChina = { lng: 103.8, lat: 35.9 }
