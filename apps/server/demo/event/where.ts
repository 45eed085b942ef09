import { entrancesOf } from '../base/house.ts'
import type { Random } from '../random.ts'
import type { Building, Community, Grid } from '../town/district.ts'
import { bend, degreesOf, type Spot } from '../town/ground.ts'
import { mainRoads, river } from '../town/road.ts'
import type { Site } from './story/story.ts'

/** Where an event is: the smallest area, its full name, the words for the place, and the point. */
export interface Place { community: Community, grid: Grid, area: string, areaName: string, place: string, near: string, lng: number, lat: number }

const corners = ['东侧', '西侧', '北侧', '南侧', '门口', '东北角', '西南角']

/** A place of the kind in a grid, as people write it. */
export function placeIn(random: Random, community: Community, grid: Grid, site: Site): Place {
  const building = random.pick(grid.buildings)
  const named = { community, grid, near: building.name }
  if (site === 'road') {
    const [lng, lat] = degreesOf(bend(atRoad(random, grid)))
    const road = roadOf(grid)
    return { ...named, near: road, area: grid.path, areaName: `${community.name} ${grid.name}`, place: `${road}${random.pick(['靠近', '近'])}${building.name}${random.pick(corners)}`, lng, lat }
  }
  const [lng, lat] = degreesOf(bend([building.spot[0] + random.between(-4, 4), building.spot[1] + (site === 'yard' ? -random.between(8, 16) : random.between(-4, 4))]))
  return { ...named, area: building.path, areaName: `${community.name} ${grid.name} ${building.name}`, place: `${building.name}${site === 'yard' ? random.pick(corners) : insideOf(random, community, building)}`, lng, lat }
}

/** At a door the building has. */
function insideOf(random: Random, community: Community, building: Building): string {
  const { kind } = community
  if (kind === 'village') return random.pick(['一楼', '二楼', '三楼', '后院', '楼梯间'])
  if (kind === 'industry') return random.pick(['一层', '二层', '宿舍楼', '门卫室旁', '仓库'])
  const entrances = entrancesOf(community, building)
  const entrance = random.whole(1, entrances)
  const named = entrances > 1 ? `${entrance}单元` : ''
  return random.chance(0.5) ? named || '门厅' : `${named}${random.whole(1, building.floors)}楼`
}

/** A little inside one of the grid's sides, where the road runs; never in the river. */
function atRoad(random: Random, { ground: { west, south, east, north } }: Grid): Spot {
  const share = random.between(0.08, 0.92)
  const [low, high] = [south === river.y ? south + river.bank : south + 5, north === river.y ? north - river.bank : north - 5]
  return random.pick([[west + 5, low + (high - low) * share], [east - 5, low + (high - low) * share], [west + (east - west) * share, low], [west + (east - west) * share, high]])
}

const nearest = new WeakMap<Grid, string>()

/** The main road nearest to the middle of the grid, looked for once. */
function roadOf(grid: Grid): string {
  const known = nearest.get(grid)
  if (known !== undefined) return known
  const { west, south, east, north } = grid.ground
  const [x, y] = [(west + east) / 2, (south + north) / 2]
  const away = ({ line }: (typeof mainRoads)[number]) => {
    const [from, to] = [line[0]!, line.at(-1)!]
    const [nearX, nearY] = [Math.min(Math.max(x, Math.min(from[0], to[0])), Math.max(from[0], to[0])), Math.min(Math.max(y, Math.min(from[1], to[1])), Math.max(from[1], to[1]))]
    return Math.hypot(x - nearX, y - nearY)
  }
  const road = mainRoads.toSorted((a, b) => away(a) - away(b))[0]!.name!
  nearest.set(grid, road)
  return road
}
