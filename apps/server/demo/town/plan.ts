import { randomOf, type Random } from '../random.ts'
import type { Community } from './district.ts'
import { bend, degreesOf, drawn, type Ground, type Spot } from './ground.ts'
import { built, hill, isKeptFree, mainRoads, ponds, river, streams } from './road.ts'

export interface Feature { kind: 'road' | 'water' | 'green', name: string | null, width: number | null, line: [number, number][] }

/** What lies between the buildings: greens below water below roads. A line without a width is the closed outline of a surface. */
export function drawPlan(seed: string, communities: readonly Community[]): Feature[] {
  const random = randomOf(`${seed} plan`)
  return [
    ...communities.flatMap((community) => greensOf(random, community)), surface('green', hill.name, blob(random, hill.at, hill.radii)), ...embankments(),
    riverSurface(), ...streams.map(({ name, half, line }) => ({ kind: 'water' as const, name, width: half * 2, line: drawn(line) })), ...ponds.map(({ name, at, radii }) => surface('water', name, blob(random, at, radii))),
    ...communities.flatMap(lanesOf), ...mainRoads.map(({ name, width, line }) => ({ kind: 'road' as const, name, width, line: drawn(line) })),
  ]
}

const surface = (kind: 'water' | 'green', name: string | null, outline: readonly Spot[]): Feature => ({ kind, name, width: null, line: [...outline, outline[0]!].map((spot) => degreesOf(bend(spot))) })

function riverSurface(): Feature {
  const along = Array.from({ length: 100 }, (_, at) => -260 + at * 40)
  const half = (x: number) => river.half + 8 * Math.sin(x / 310) + 5 * Math.sin(x / 97)
  return surface('water', river.name, [...along.map((x): Spot => [x, river.y - half(x)]), ...along.toReversed().map((x): Spot => [x, river.y + half(x + 140)])])
}

/** Parks along both banks, broken where the bridges come down. */
function embankments(): Feature[] {
  const gaps = [0, 800, 1400, 1850, 2350, 2900, 3400]
  return gaps.slice(0, -1).flatMap((from, at) => [1, -1].filter((side) => side > 0 || from < 2900).map((side) => {
    const [west, east] = [from + 34, gaps[at + 1]! - 34]
    const steps = Array.from({ length: 15 }, (_, step) => west + ((east - west) * step) / 14)
    const name = side > 0 && from === 800 ? '临河公园' : null
    return surface('green', name, [...steps.map((x): Spot => [x, river.y + side * (river.half + 13)]), ...steps.toReversed().map((x): Spot => [x, river.y + side * (river.bank - 12)])])
  }))
}

/** Lawns on the plots that stayed free, trees in the middle of an estate, fields around the hamlets. */
function greensOf(random: Random, { kind, grids }: Community): Feature[] {
  if (kind === 'village') return grids.flatMap((grid) => fields(random, built(grid.ground), grid.buildings.map(({ spot }) => spot)))
  return grids.flatMap(({ free, ground }) => [
    ...free.map((plot) => surface('green', null, blob(random, middle(plot), [(plot.east - plot.west) * 0.36, (plot.north - plot.south) * 0.36]))),
    ...(kind === 'industry' ? [] : [strip(random, built(ground))]),
  ])
}

const middle = ({ west, south, east, north }: Ground): Spot => [(west + east) / 2, (south + north) / 2]

/** A band of green inside one side of an estate. */
function strip(random: Random, { west, south, east, north }: Ground): Feature {
  const depth = random.between(5, 8)
  const side: [Spot, Spot, Spot, Spot] = random.chance(0.5)
    ? [[west, south - 4], [east, south - 4], [east, south - 4 + depth], [west, south - 4 + depth]]
    : [[west - 4, south], [west - 4 + depth, south], [west - 4 + depth, north], [west - 4, north]]
  return surface('green', null, side)
}

function fields(random: Random, { west, south, east, north }: Ground, houses: readonly Spot[]): Feature[] {
  const found: Feature[] = []
  const [across, up] = [Math.max(1, Math.round((east - west) / 74)), Math.max(1, Math.round((north - south) / 52))]
  for (let at = 0; at < across * up; at += 1) {
    const [x, y] = [west + ((at % across) + 0.5) * ((east - west) / across), south + (Math.floor(at / across) + 0.5) * ((north - south) / up)]
    const [a, b] = [(east - west) / across / 2 - 3, (north - south) / up / 2 - 3]
    const isFree = houses.every(([hx, hy]) => Math.abs(hx - x) > a + 9 || Math.abs(hy - y) > b + 10) && !isKeptFree([x, y], 30)
    if (isFree && random.chance(0.8)) found.push(surface('green', null, [[x - a, y - b], [x + a, y - b], [x + a, y + b], [x - a, y + b]]))
  }
  return found
}

/** A round outline with a few bays. */
function blob(random: Random, [x, y]: Spot, [a, b]: Spot): Spot[] {
  const [phase, bays] = [random.between(0, 6.28), random.whole(2, 4)]
  return Array.from({ length: 20 }, (_, at) => {
    const angle = (at / 20) * 2 * Math.PI
    const reach = 1 + 0.12 * Math.sin(angle * bays + phase)
    return [x + Math.cos(angle) * a * reach, y + Math.sin(angle) * b * reach]
  })
}

/** Roads between the grids of a community, and lanes through a hamlet between its rows. */
function lanesOf({ kind, grids, profile: { ground: [, , east, north] } }: Community): Feature[] {
  const width = kind === 'village' ? 5 : kind === 'industry' ? 14 : 9
  const between = grids.flatMap(({ ground }): [Spot, Spot][] => [
    ...(ground.north < north ? [[[ground.west, ground.north], [ground.east, ground.north]] as [Spot, Spot]] : []),
    ...(ground.east < east ? [[[ground.east, ground.south], [ground.east, ground.north]] as [Spot, Spot]] : []),
  ]).map((line): Feature => ({ kind: 'road', name: null, width, line: drawn(ashore(line)) }))
  return kind === 'village' ? [...between, ...grids.flatMap(hamletLanes)] : between
}

/** A lane that would end in the river ends at the road on its bank. */
function ashore([from, to]: readonly [Spot, Spot]): [Spot, Spot] {
  if (from[1] === river.y) return [[from[0], river.y + river.bank], to]
  return to[1] === river.y ? [from, [to[0], river.y - river.bank]] : [from, to]
}

function hamletLanes({ buildings, ground }: Community['grids'][number]): Feature[] {
  if (buildings.length === 0) return []
  const rows = Map.groupBy(buildings, ({ spot }) => Math.round(spot[1] / 12))
  const lanes = [...rows.values()].filter((row) => row.length > 2).map((row): Feature => {
    const xs = row.map(({ spot }) => spot[0])
    const y = Math.min(...row.map(({ spot }) => spot[1])) - 10
    return { kind: 'road', name: null, width: 3.5, line: drawn([[Math.min(...xs) - 8, y], [Math.max(...xs) + 8, y]]) }
  })
  const xs = buildings.map(({ spot }) => spot[0])
  const x = xs.reduce((sum, one) => sum + one, 0) / xs.length
  return [...lanes, { kind: 'road', name: null, width: 4.5, line: drawn(ashore([[x, ground.south], [x, ground.north]])) }]
}
