import type { Random } from '../random.ts'
import type { CommunityKind } from './profile.ts'
import type { Ground, Spot } from './ground.ts'
import { isKeptFree } from './road.ts'

/** A building before it has a number: where it stands on the unbent ground, its corners about its middle in metres, how it is turned, how high it is. */
export interface Placed { spot: Spot, corners: readonly Spot[], turn: number, floors: number, height: number }

/** How estates of a kind are built: the shape of the plot a building gets, and the building on it. */
interface Manner { plot: number, build: (random: Random, width: number, depth: number) => Omit<Placed, 'spot'> }

const slab = (length: number, depth: number): Spot[] => [[-length / 2, -depth / 2], [length / 2, -depth / 2], [length / 2, depth / 2], [-length / 2, depth / 2]]

/** A tower of two wings and a core, as high-rise estates have them. */
const tower = (length: number, depth: number): Spot[] => {
  const [a, b, c, d] = [length / 2, depth / 2, length * 0.18, depth * 0.28]
  return [[-a, -b], [-c, -b], [-c, -d], [c, -d], [c, -b], [a, -b], [a, d], [c, d], [c, b], [-c, b], [-c, d], [-a, d]]
}

const storeys = (floors: number, each = 2.9) => ({ floors, height: Math.round((floors * each + 1.5) * 10) / 10, turn: 0 })

const manners: Record<Exclude<CommunityKind, 'village'>, Manner> = {
  old: { plot: 2.3, build: (random, width, depth) => ({ corners: slab(Math.min(random.pick([42, 52, 60]), width - 9), Math.min(11, depth - 14)), ...storeys(random.weighted([[5, 2], [6, 6], [7, 1]])) }) },
  resettled: { plot: 1.35, build: (random, width, depth) => ({ corners: slab(Math.min(random.pick([40, 50, 56]), width - 12), Math.min(14, depth - 18)), ...storeys(random.weighted([[6, 2], [11, 6], [15, 2]])) }) },
  new: {
    plot: 1, build: (random, width, depth) => (random.chance(0.68)
      ? { corners: tower(Math.min(33, width - 14), Math.min(23, depth - 18)), ...storeys(random.weighted([[17, 1], [26, 3], [28, 3], [33, 2]])) }
      : { corners: slab(Math.min(48, width - 14), Math.min(15, depth - 18)), ...storeys(random.weighted([[9, 2], [11, 3], [18, 2]])) }),
  },
  talent: { plot: 1.1, build: (random, width, depth) => ({ corners: random.chance(0.5) ? tower(Math.min(44, width - 14), Math.min(26, depth - 18)) : slab(Math.min(58, width - 14), Math.min(18, depth - 18)), ...storeys(random.weighted([[18, 1], [22, 2], [26, 3], [30, 2]])) }) },
  industry: {
    plot: 1.35, build: (random, width, depth) => (random.chance(0.18)
      ? { corners: slab(Math.min(62, width - 30), Math.min(17, depth - 30)), ...storeys(random.pick([5, 6, 8]), 3.2) }
      : { corners: slab((width - 22) * random.between(0.72, 1), (depth - 26) * random.between(0.7, 1)), ...storeys(random.weighted([[1, 4], [2, 2], [3, 2], [4, 1]]), 5.5) }),
  },
}

/** So many buildings in rows on a piece of ground, each on a plot of its own; plots that are left stay green. */
export function placeInRows(random: Random, kind: Exclude<CommunityKind, 'village'>, ground: Ground, count: number): { placed: Placed[], free: Ground[] } {
  const [width, height] = [ground.east - ground.west, ground.north - ground.south]
  const { plot, build } = manners[kind]
  let plots: Ground[] = []
  for (let wanted = count; plots.length < count; wanted += 1) {
    const columns = Math.max(1, Math.round(Math.sqrt((wanted * width) / height / plot)))
    plots = plotsOf(ground, columns, Math.ceil(wanted / columns)).filter((one) => !isKeptFree(middleOf(one), 34))
  }
  const free = new Set(random.shuffled(plots.map((_, at) => at)).slice(0, plots.length - count))
  return {
    placed: plots.filter((_, at) => !free.has(at)).map((one) => {
      const form = build(random, one.east - one.west, one.north - one.south)
      return { ...form, spot: [middleOf(one)[0] + random.between(-1.5, 1.5), middleOf(one)[1] + random.between(-2.5, 2.5)] as Spot }
    }),
    free: plots.filter((_, at) => free.has(at)),
  }
}

const plotsOf = ({ west, south, east, north }: Ground, columns: number, rows: number): Ground[] => Array.from({ length: columns * rows }, (_, at) => {
  const [row, column] = [Math.floor(at / columns), at % columns]
  const [across, up] = [(east - west) / columns, (north - south) / rows]
  return { west: west + column * across, east: west + (column + 1) * across, south: south + row * up, north: south + (row + 1) * up }
})

export const middleOf = ({ west, south, east, north }: Ground): Spot => [(west + east) / 2, (south + north) / 2]

/** A hamlet: houses in rows that grew around a middle, three or four storeys, each with a yard to the south. */
export function placeHamlet(random: Random, ground: Ground, count: number): Placed[] {
  const middle: Spot = [random.between(ground.west + (ground.east - ground.west) * 0.4, ground.west + (ground.east - ground.west) * 0.6), random.between(ground.south + (ground.north - ground.south) * 0.4, ground.south + (ground.north - ground.south) * 0.6)]
  const sites: { spot: Spot, far: number }[] = []
  for (let y = ground.south + 9, row = 0; y < ground.north - 8; y += 23 + (row % 2) * 5, row += 1) {
    for (let x = ground.west + 9 + (row % 3) * 4; x < ground.east - 8; x += 15.2) {
      const spot: Spot = [x, y]
      if (!isKeptFree(spot, 13)) sites.push({ spot, far: Math.hypot((x - middle[0]) * 0.8, y - middle[1]) * random.between(0.78, 1.22) })
    }
  }
  return sites.toSorted((a, b) => a.far - b.far).slice(0, count).map(({ spot }) => ({
    spot: [spot[0] + random.between(-0.6, 0.6), spot[1] + random.between(-1, 1)] as Spot, corners: slab(random.pick([11.5, 12.5, 13]), random.pick([12, 13.5, 15])),
    ...storeys(random.weighted([[2, 1], [3, 5], [4, 3]]), 3.3), turn: random.between(-0.03, 0.03),
  }))
}
