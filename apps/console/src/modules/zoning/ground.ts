import type { Position } from './editing.ts'

/** Metres east and south of a place, as a drawing has them; good for a community. */
export interface Ground { toPlane: (position: Position) => [number, number], toDegrees: (place: readonly [number, number]) => Position }

const metres = 111_195

export function groundAt([lng, lat]: Position): Ground {
  const scale = Math.cos(lat * Math.PI / 180) * metres
  return { toPlane: ([x, y]) => [(x - lng) * scale, (lat - y) * metres], toDegrees: ([x, y]) => [lng + x / scale, lat - y / metres] }
}

export interface View { x: number, y: number, width: number, height: number }

/** Nearer or farther around a place of the drawing, between 30 m and 20 km across. */
export function zoomed({ x, y, width, height }: View, factor: number, [px, py]: readonly [number, number]): View {
  const by = Math.min(20_000, Math.max(30, width * factor)) / width
  return { x: px - (px - x) * by, y: py - (py - y) * by, width: width * by, height: height * by }
}

export function viewAround(places: readonly (readonly [number, number])[], shape: number): View {
  if (places.length === 0) return { x: -500, y: -500 * shape, width: 1000, height: 1000 * shape }
  const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)]
  const [west, east, north, south] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  const width = Math.max(60, (east - west) * 1.12, (south - north) * 1.12 / shape)
  return { x: (west + east) / 2 - width / 2, y: (north + south) / 2 - width * shape / 2, width, height: width * shape }
}
