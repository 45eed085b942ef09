import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import type { Building, Community } from '../town/district.ts'
import { sharedOut } from '../town/division.ts'
import { publicBuildings } from '../town/public.ts'
import { addressesIn, placeOf, type Door } from '../../src/modules/housing/rules.ts'

export interface House extends Door {
  id: string
  /** The building. */
  area: string
  place: string
  address: string
  key: string
  /** Somebody may live here: not in offices, shops and workshops. */
  isDwelling: boolean
  use: string
  state: string
  facts: Record<string, string | number | boolean | string[]>
}

/** How many entrances a building has, and how many doors on a floor of each are usual; the count of the community decides (domain §7.1). */
interface Form { entrances: number, doors: number, use: string }

const publicNames = new Set(publicBuildings.map(({ name }) => name))

function formOf({ kind }: Community, { name, floors }: Building): Form {
  if (publicNames.has(name)) return { entrances: 1, doors: 4, use: '05' }
  switch (kind) {
    case 'old': return { entrances: 3, doors: 2, use: '01' }
    case 'resettled': return { entrances: floors > 11 ? 2 : 3, doors: 2, use: '01' }
    case 'new': return { entrances: floors > 18 ? 1 : 2, doors: floors > 18 ? 4 : 2, use: '01' }
    case 'talent': return { entrances: 1, doors: 6, use: '01' }
    case 'village': return { entrances: 1, doors: 3, use: '01' }
    // Only dormitories of a factory ground have five storeys or more: town/building.ts.
    case 'industry': return floors >= 5 ? { entrances: 1, doors: 30, use: '01' } : { entrances: 1, doors: 12, use: '04' }
  }
}

/** Entrances are counted where there are several; a house of a village has none. */
export const entrancesOf = (community: Community, building: Building): number => formOf(community, building).entrances

/** The units of a community, as many as its profile says, shared out over the doors its buildings have room for. */
export function drawHouses(random: Random, community: Community, at: number): House[] {
  const buildings = community.grids.flatMap((grid) => grid.buildings)
  const forms = buildings.map((building) => formOf(community, building))
  const counts = sharedOut(community.profile.houses, forms.map(({ entrances, doors }, index) => entrances * doors * buildings[index]!.floors))
  return buildings.flatMap((building, index) => housesOf(random, building, forms[index]!, counts[index]!, at))
}

function housesOf(random: Random, { path, name, floors }: Building, { entrances, use }: Form, count: number, at: number): House[] {
  const addressOf = addressesIn(name)
  const cells = Array.from({ length: floors * entrances }, (_, cell) => ({ floor: Math.floor(cell / entrances) + 1, entrance: entrances > 1 ? String(cell % entrances + 1) : '' }))
  return sharedOut(count, cells.map(() => 1)).flatMap((doors, cell) => Array.from({ length: doors }, (_, index): House => {
    const door = { ...cells[cell]!, room: `${cells[cell]!.floor}${String(index + 1).padStart(2, '0')}`, part: '' }
    return { id: idAt(random, at), area: path, ...door, ...addressOf(door), place: placeOf(path, door), isDwelling: use === '01', use, state: use === '01' ? '04' : '03', facts: {} }
  }))
}
