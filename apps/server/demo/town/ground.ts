/** Metres east and north. */
export type Spot = readonly [number, number]

/** Where the demo's ground lies: a round point in CGCS2000, far from any real sub-district of this name. */
const origin = { lng: 120.2, lat: 30.4 }
/** Middle of the drawn ground, in its own metres. */
const middle: Spot = [1700, 1250]
const turned = (-6 * Math.PI) / 180

/** Bends the straight lines the town was laid out on, as rivers and old roads do. Long waves, so that a building stays a rectangle. */
export function bend([x, y]: Spot): Spot {
  const nearRiver = Math.exp(-(((y - 1050) / 330) ** 2))
  const east = 55 * wave(y / 2600, 0.6) + 25 * wave(x / 1900 + y / 3100, 1.2) + edge(x, 0, 3400) * 60 * wave(y / 760, 0.4)
  const north = 65 * wave(x / 2700, 0.4) + 20 * wave(x / 1500 - y / 2100, 0) + nearRiver * 60 * wave(x / 1450, 2.2) + edge(y, 0, 2500) * 55 * wave(x / 820, 1.9)
  const [a, b] = [x + east - middle[0], y + north - middle[1]]
  return [a * Math.cos(turned) - b * Math.sin(turned), a * Math.sin(turned) + b * Math.cos(turned)]
}

const wave = (turns: number, phase: number) => Math.sin(2 * Math.PI * turns + phase)
/** 1 at either edge of the ground, 0 from 260 m inside: nature drew the outer boundary. */
const edge = (value: number, least: number, most: number) => Math.max(0, 1 - Math.min(Math.abs(value - least), Math.abs(most - value)) / 260)

/** How far east turns towards north at a spot, in radians. */
export function headingAt([x, y]: Spot): number {
  const [west, east] = [bend([x - 5, y]), bend([x + 5, y])]
  return Math.atan2(east[1] - west[1], east[0] - west[0])
}

/** Bent metres to degrees, to a tenth of a metre. */
export function degreesOf([x, y]: Spot): [number, number] {
  return [round(origin.lng + x / (111_320 * Math.cos((origin.lat * Math.PI) / 180))), round(origin.lat + y / 110_860)]
}

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6

/** A line on the unbent ground as it lies in the world. Points every 25 m, so that areas that share a side share its points. */
export function drawn(line: readonly Spot[]): [number, number][] {
  const points: Spot[] = []
  line.slice(0, -1).forEach((from, at) => {
    const to = line[at + 1]!
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / 25))
    for (let step = 0; step < steps; step += 1) points.push([from[0] + ((to[0] - from[0]) * step) / steps, from[1] + ((to[1] - from[1]) * step) / steps])
  })
  points.push(line.at(-1)!)
  return points.map((point) => degreesOf(bend(point)))
}

/** A rectangle of the unbent ground. */
export interface Ground { west: number, south: number, east: number, north: number }

export const ringOf = ({ west, south, east, north }: Ground): Spot[] => [[west, south], [east, south], [east, north], [west, north], [west, south]]

/** A shape with right angles, standing where the spot lies in the world and turned as the ground is there. Corners in metres about its middle. */
export function standing(spot: Spot, corners: readonly Spot[], turn = 0): [number, number][] {
  const [x, y] = bend(spot)
  const angle = headingAt(spot) + turn
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return [...corners, corners[0]!].map(([a, b]) => degreesOf([x + a * cos - b * sin, y + a * sin + b * cos]))
}
