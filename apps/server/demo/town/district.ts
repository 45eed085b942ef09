import { buildingArea, isWithin } from '@linli/standards'
import { randomOf, type Random } from '../random.ts'
import { middleOf, placeHamlet, placeInRows, type Placed } from './building.ts'
import { divided, sharedOut } from './division.ts'
import { bend, degreesOf, drawn, ringOf, standing, type Ground, type Spot } from './ground.ts'
import { communities, type CommunityKind, type CommunityProfile } from './profile.ts'
import { publicBuildings } from './public.ts'
import { built } from './road.ts'

type Line = [number, number][]

export interface Grid { path: string, name: string, ground: Ground, ring: Line, centre: [number, number], microGrids: { path: string, name: string, ring: Line, centre: [number, number] }[], buildings: Building[], free: Ground[] }
export interface Building { path: string, name: string, ring: Line, spot: Spot, centre: [number, number], floors: number, height: number }
export interface Community { path: string, name: string, kind: CommunityKind, profile: CommunityProfile, ring: Line, centre: [number, number], grids: Grid[] }

/** The whole sub-district: communities, their grids, the micro-grids and buildings in them. The same for the same seed. */
export function drawDistrict(seed: string, path: string): Community[] {
  return communities.map((profile, at) => drawCommunity(randomOf(`${seed} town ${profile.name}`), profile, `${path}${digits(at + 1, 3)}/`))
}

const digits = (number: number, length: number) => String(number).padStart(length, '0')

function drawCommunity(random: Random, profile: CommunityProfile, path: string): Community {
  const ground = groundOf(profile)
  const pieces = divided(ground, built(ground), profile.grids)
  const counts = sharedOut(profile.buildings, pieces.map((piece) => sizeOf(built(piece))))
  const micro = sharedOut(profile.microGrids, pieces.map(sizeOf))
  const grids = pieces.map((piece, at) => drawGrid(random, { profile, piece, path: `${path}${digits(at + 1, 3)}/`, at, buildings: counts[at]!, microGrids: micro[at]! }))
  nameBuildings(profile, grids)
  return { path, name: profile.name, kind: profile.kind, profile, ring: drawn(ringOf(ground)), centre: inWorld(middleOf(ground)), grids }
}

export const groundOf = ({ ground: [west, south, east, north] }: CommunityProfile): Ground => ({ west, south, east, north })
const sizeOf = ({ west, south, east, north }: Ground) => (east - west) * (north - south)
const inWorld = (spot: Spot) => degreesOf(bend(spot))

interface Piece { profile: CommunityProfile, piece: Ground, path: string, at: number, buildings: number, microGrids: number }

function drawGrid(random: Random, { profile, piece, path, at, buildings, microGrids }: Piece): Grid {
  const ground = built(piece)
  const { placed, free } = profile.kind === 'village' ? { placed: placeHamlet(random, ground, buildings), free: [] } : placeInRows(random, profile.kind, ground, buildings)
  const ring = drawn(ringOf(piece))
  return {
    path, name: `第${at + 1}网格`, ground: piece, ring, centre: inWorld(middleOf(piece)), free,
    microGrids: divided(piece, piece, microGrids).map((part, index) => ({ path: `${path}${digits(index + 1, 2)}/`, name: `第${index + 1}微网格`, ring: drawn(ringOf(part)), centre: inWorld(middleOf(part)) })),
    buildings: placed.map((one, index) => building({ path, ring }, one, index)),
  }
}

/** Straight walls do not follow a bent boundary: a building that would reach across it is built smaller. */
function building(grid: { path: string, ring: Line }, { spot, corners, turn, floors, height }: Placed, index: number): Building {
  const area = { type: 'Polygon' as const, coordinates: [grid.ring] }
  let ring = standing(spot, corners, turn)
  for (let size = 0.92; size > 0.3 && !ring.every((corner) => isWithin(corner, area)); size -= 0.08) ring = standing(spot, corners.map(([x, y]): Spot => [x * size, y * size]), turn)
  return { path: buildingArea(grid.path, index + 1), name: '', ring, spot, centre: inWorld(spot), floors, height }
}

/** Estates number their buildings through, villages by group, factories along their road. */
function nameBuildings({ name, kind, estates }: CommunityProfile, grids: Grid[]): void {
  const numbers = new Map<string, number>()
  grids.forEach((grid, at) => {
    const estate = estates[Math.floor((at * estates.length) / grids.length)]!
    for (const one of grid.buildings) {
      const number = (numbers.get(estate) ?? 0) + 1
      numbers.set(estate, number)
      one.name = kind === 'village' ? `${estate}${at + 1}组${number}号` : kind === 'industry' ? `${estate}路${number * 2}号` : `${estate}${number}幢`
    }
  })
  const first = grids.flatMap((grid) => grid.buildings)
  publicBuildings.filter((one) => one.community === name).forEach((one, at) => { first[Math.floor((first.length * (at + 0.5)) / 3)]!.name = one.name })
}
