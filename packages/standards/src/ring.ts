import type { Position } from './coordinates.ts'

/** Where two sides of a ring cross; `i` and `j` are the numbers of the corners they begin at, i < j. */
export interface Crossing { i: number, j: number, at: Position }

/** Up to `most` places where sides of a closed ring cross that are no neighbours. Sides are looked at from west to east. */
export function crossingsOf(ring: readonly Position[], most: number): Crossing[] {
  const sides = ring.slice(0, -1).map((from, i) => ({ i, from, to: ring[i + 1]!, west: Math.min(from[0], ring[i + 1]![0]), east: Math.max(from[0], ring[i + 1]![0]) }))
  sides.sort((a, b) => a.west - b.west)
  const found: Crossing[] = []
  for (let place = 0; place < sides.length; place += 1) {
    const one = sides[place]!
    for (let next = place + 1; next < sides.length && sides[next]!.west <= one.east; next += 1) {
      const other = sides[next]!
      const apart = Math.abs(one.i - other.i)
      if (apart <= 1 || apart === sides.length - 1) continue
      const at = meeting(one.from, one.to, other.from, other.to)
      if (at) found.push({ i: Math.min(one.i, other.i), j: Math.max(one.i, other.i), at })
      if (found.length >= most) return found
    }
  }
  return found
}

/** What a ring encloses, in square metres on the plane of its first corner; counter-clockwise is positive. */
export function ringMetres(ring: readonly (readonly number[])[]): number {
  const origin = ring[0] || [0, 0]
  const metres = (Math.PI / 180) * 6371008.8
  const scale = Math.cos((origin[1]! * Math.PI) / 180) * metres * metres
  return (ring.reduce((sum, one, at) => {
    const next = ring[(at + 1) % ring.length]!
    return sum + (one[0]! - origin[0]!) * (next[1]! - origin[1]!) - (next[0]! - origin[0]!) * (one[1]! - origin[1]!)
  }, 0) / 2) * scale
}

function meeting(a: Position, b: Position, c: Position, d: Position): Position | undefined {
  const [x1, y1, x2, y2] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]]
  const cross = x1 * y2 - y1 * x2
  if (cross === 0) return undefined
  const s = ((c[0] - a[0]) * y2 - (c[1] - a[1]) * x2) / cross
  const t = ((c[0] - a[0]) * y1 - (c[1] - a[1]) * x1) / cross
  return s > 0 && s < 1 && t > 0 && t < 1 ? [a[0] + s * x1, a[1] + s * y1] : undefined
}
