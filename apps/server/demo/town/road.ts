import type { Ground, Spot } from './ground.ts'

export interface Road { name: string | null, width: number, line: readonly Spot[] }

/** The river's middle line is a boundary on the unbent ground; the roads along it stand behind the embankment. */
export const river = { name: '澄河', y: 1050, half: 44, bank: 86 }

/** Main roads, on the boundaries of communities; they go on where the sub-district ends. Widths in metres. */
export const mainRoads: readonly Road[] = [
  { name: '示例大道', width: 34, line: [[-160, 1650], [3560, 1650]] },
  { name: '柳浜路', width: 26, line: [[800, -120], [800, 2620]] },
  { name: '示范路', width: 28, line: [[1400, 450], [1400, 1650]] },
  { name: '晨晖路', width: 24, line: [[1850, 1050 + river.bank], [1850, 2620]] },
  { name: '云禾路', width: 26, line: [[2350, 450], [2350, 1650]] },
  { name: '海棠路', width: 24, line: [[2900, -120], [2900, 1650]] },
  { name: '枫塘路', width: 24, line: [[640, 450], [3080, 450]] },
  { name: '永宁路', width: 20, line: [[1250, 1650], [1250, 2600]] },
  { name: '石塘路', width: 18, line: [[1700, -100], [1700, 450]] },
  { name: '青屏路', width: 22, line: [[1850, 2125], [3520, 2125]] },
  { name: '临河北路', width: 14, line: [[-120, 1050 + river.bank], [3520, 1050 + river.bank]] },
  { name: '临河南路', width: 14, line: [[-120, 1050 - river.bank], [3060, 1050 - river.bank]] },
]

/** Streams that wander through the villages: a course and half its width. */
export const streams: readonly { name: string, half: number, line: readonly Spot[] }[] = [
  { name: '柳浜', half: 9, line: wandering([420, 2420], [380, 1050], 70) },
  { name: '石塘河', half: 10, line: [[1850, 1050], ...wandering([1850, 450], [1980, -120], 55)] },
  { name: '和畅港', half: 7, line: wandering([-120, 560], [800, 640], 60) },
]

function wandering(from: Spot, to: Spot, swing: number): Spot[] {
  return Array.from({ length: 25 }, (_, at) => {
    const share = at / 24
    const aside = Math.sin(share * Math.PI * 3.1 + from[0]) * swing * Math.sin(share * Math.PI)
    const length = Math.hypot(to[0] - from[0], to[1] - from[1])
    return [from[0] + (to[0] - from[0]) * share + ((to[1] - from[1]) / length) * aside, from[1] + (to[1] - from[1]) * share - ((to[0] - from[0]) / length) * aside]
  })
}

/** Still water: middle and half axes. */
export const ponds: readonly { name: string | null, at: Spot, radii: Spot }[] = [
  { name: '莲塘', at: [3215, 1300], radii: [105, 70] },
  { name: null, at: [640, 1880], radii: [48, 30] },
  { name: null, at: [210, 330], radii: [52, 34] },
  { name: null, at: [1330, 120], radii: [44, 28] },
  { name: null, at: [2560, 130], radii: [46, 26] },
]

/** The hill that gave the industrial park its name. */
export const hill = { name: '青屏山', at: [3285, 2400] as Spot, radii: [105, 85] as Spot }

/** Ground that is left when the sides along roads and the river are kept free. */
export function built({ west, south, east, north }: Ground): Ground {
  return {
    west: west + kept('x', west, south, north), east: east - kept('x', east, south, north),
    south: south + kept('y', south, west, east), north: north - kept('y', north, west, east),
  }
}

/** How far from a side building may begin: half the road that runs along it and a pavement. */
function kept(axis: 'x' | 'y', at: number, from: number, to: number): number {
  if (axis === 'y' && at === river.y) return river.bank + 16
  const along = mainRoads.filter(({ line: [start, end] }) => {
    const [side, other] = axis === 'x' ? [0, 1] : [1, 0]
    return start![side] === at && end![side] === at && Math.min(start![other]!, end![other]!) < to && Math.max(start![other]!, end![other]!) > from
  })
  return Math.max(10, ...along.map(({ width }) => width / 2 + 11))
}

/** Is the spot in or beside water or on the hill? */
export function isKeptFree([x, y]: Spot, margin: number): boolean {
  const inside = ({ at, radii }: { at: Spot, radii: Spot }) => ((x - at[0]) / (radii[0] + margin)) ** 2 + ((y - at[1]) / (radii[1] + margin)) ** 2 < 1
  if (ponds.some(inside) || inside(hill)) return true
  return streams.some(({ half, line }) => line.some((from, at) => at + 1 < line.length && distanceTo([x, y], from, line[at + 1]!) < half + margin))
}

function distanceTo([x, y]: Spot, from: Spot, to: Spot): number {
  const [a, b] = [to[0] - from[0], to[1] - from[1]]
  const share = Math.min(1, Math.max(0, ((x - from[0]) * a + (y - from[1]) * b) / (a * a + b * b || 1)))
  return Math.hypot(x - from[0] - a * share, y - from[1] - b * share)
}
