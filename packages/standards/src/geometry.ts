import type { Position } from './coordinates.ts'

/** GeoJSON areas (RFC 7946 §3.1.6): rings of positions, the first the outline, the others holes. Altitudes are ignored. */
export type Polygon = { type: 'Polygon'; coordinates: readonly Ring[] }
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: readonly (readonly Ring[])[] }
export type Area = Polygon | MultiPolygon
type Ring = readonly (readonly number[])[]

/** Does the area hold the position? What lies on the outline or the rim of a hole counts as within. Open rings are welcome. */
export function isWithin(position: Position, area: Area): boolean {
  return polygonsOf(area).some((rings) => {
    const [outline, ...holes] = rings.map((ring) => placeIn(position, ring))
    if (outline === undefined || outline === 'outside') return false
    return outline === 'rim' || holes.every((hole) => hole !== 'inside')
  })
}

/** Centre of mass on the plane of degrees, good for anything as small as a city; holes weigh against. Nothing for an empty area. */
export function centroidOf(area: Area): Position | undefined {
  const origin = polygonsOf(area)[0]?.[0]?.[0]
  if (!origin) return undefined
  const sum = { area: 0, x: 0, y: 0 }
  for (const rings of polygonsOf(area)) {
    rings.forEach((ring, index) => {
      const moment = momentOf(ring, x(origin), y(origin))
      const sign = (index === 0 ? 1 : -1) * (moment.area < 0 ? -1 : 1)
      sum.area += sign * moment.area
      sum.x += sign * moment.x
      sum.y += sign * moment.y
    })
  }
  if (Math.abs(sum.area) < 1e-18) return middleOf(polygonsOf(area))
  return [x(origin) + sum.x / (3 * sum.area), y(origin) + sum.y / (3 * sum.area)]
}

function polygonsOf(area: Area): readonly (readonly Ring[])[] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates
}

/** Ray to the east: an odd number of crossings means inside. */
function placeIn([lng, lat]: Position, ring: Ring): 'inside' | 'outside' | 'rim' {
  let isInside = false
  for (let index = 0; index < ring.length; index += 1) {
    const a = ring[index] ?? []
    const b = ring[(index + 1) % ring.length] ?? []
    const turn = (x(b) - x(a)) * (lat - y(a)) - (y(b) - y(a)) * (lng - x(a))
    if (turn === 0 && isBetween(lng, x(a), x(b)) && isBetween(lat, y(a), y(b))) return 'rim'
    const isCrossed = y(a) > lat !== y(b) > lat
    if (isCrossed && lng < x(a) + ((lat - y(a)) / (y(b) - y(a))) * (x(b) - x(a))) isInside = !isInside
  }
  return isInside ? 'inside' : 'outside'
}

/** Shoelace sums about an origin nearby, since differences of full degrees lose the digits of a small building. */
function momentOf(ring: Ring, originX: number, originY: number): { area: number; x: number; y: number } {
  const sum = { area: 0, x: 0, y: 0 }
  ring.forEach((a, index) => {
    const b = ring[(index + 1) % ring.length] ?? a
    const [ax, ay, bx, by] = [x(a) - originX, y(a) - originY, x(b) - originX, y(b) - originY]
    const cross = ax * by - bx * ay
    sum.area += cross
    sum.x += (ax + bx) * cross
    sum.y += (ay + by) * cross
  })
  return sum
}

/** An area squeezed to a line or a point still has a middle: that of its bounds. */
function middleOf(polygons: readonly (readonly Ring[])[]): Position {
  let bounds = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number]
  for (const rings of polygons) {
    for (const p of rings[0] ?? []) {
      bounds = [Math.min(bounds[0], x(p)), Math.min(bounds[1], y(p)), Math.max(bounds[2], x(p)), Math.max(bounds[3], y(p))]
    }
  }
  return [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2]
}

function isBetween(value: number, a: number, b: number): boolean {
  return value >= Math.min(a, b) && value <= Math.max(a, b)
}

function x(position: readonly number[]): number {
  return position[0] ?? NaN
}

function y(position: readonly number[]): number {
  return position[1] ?? NaN
}
