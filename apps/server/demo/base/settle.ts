import { idAt } from '../id.ts'
import type { Community } from '../town/district.ts'
import type { CommunityKind } from '../town/profile.ts'
import { floating, gather, registered, type Member } from './home.ts'
import type { House } from './house.ts'
import { peopleOf, type Dwelling, type Home, type Kind, type Registry } from './person.ts'

/** How those who came from elsewhere live: own, rented, with others, of the employer (domain §7.2: 9, 68, 6 and 14 of a hundred, by where they live). */
const ways: Readonly<Record<CommunityKind, readonly (readonly [Dwelling, number])[]>> = {
  old: [['01', 8], ['02', 82], ['04', 8], ['05', 2]], new: [['01', 26], ['02', 66], ['04', 6], ['05', 2]], resettled: [['01', 6], ['02', 84], ['04', 8], ['05', 2]],
  village: [['01', 1], ['02', 85], ['04', 8], ['05', 6]], industry: [['01', 1], ['02', 22], ['04', 4], ['05', 73]], talent: [['01', 3], ['02', 90], ['04', 3], ['05', 4]],
}

/** People who are registered here, and those from elsewhere and abroad (domain §7.1). */
export interface Shares { registered: number, overseas: number }

/** The households of a community, each in a unit: owners first, then one to a unit as long as there are any, then together. */
export function settle(registry: Registry, community: Community, houses: readonly House[], shares: Shares): Home[] {
  const { random, day, now } = registry
  const found = (kind: Kind, members: Member[]): Home & { members: Member[] } => {
    const dwelling = kind === '01' ? '01' : random.weighted(ways[community.kind])
    const oldest = Math.max(...members.map(({ age }) => age))
    const days = Math.min(kind === '01' ? random.whole(60, 9000) : Math.floor(30 + 2500 * random.next() ** 2), oldest * 365)
    return { id: idAt(random, now.getTime()), no: kind === '01' ? registry.householdNo() : null, community, kind, dwelling, people: [], house: null, since: day(-days), members }
  }
  const others = gather(random, floating, community.profile.persons - shares.registered)
  let abroad = shares.overseas
  const homes = [
    ...gather(random, registered, shares.registered).map((members) => found('01', members)),
    ...random.shuffled(others).map((members) => found(members.length === 1 && members[0]!.age > 20 && abroad-- > 0 ? '03' : '02', members)),
  ]
  give(registry, community, houses, homes)
  for (const home of homes) home.people = peopleOf(registry, home, home.members)
  return homes
}

/** Shops and what stands empty: mostly on the ground floor, seven of a hundred. */
const emptyShare = 0.07

function give(registry: Registry, { kind }: Community, houses: readonly House[], homes: readonly Home[]): void {
  const { random } = registry
  const dwellings = random.shuffled(houses.filter(({ isDwelling }) => isDwelling))
  const empty = new Set(dwellings.toSorted((a, b) => Number(a.floor !== 1) - Number(b.floor !== 1)).filter((house) => random.chance(house.floor === 1 ? emptyShare * 2.5 : emptyShare / 2)))
  for (const house of empty) Object.assign(house, house.floor === 1 && kind !== 'talent' && random.chance(0.7) ? { use: '02', state: '03' } : { state: random.chance(0.9) ? '04' : '06' })
  const free = dwellings.filter((house) => !empty.has(house))
  // In a house of a village its owner lives at the top, the rooms below are let.
  if (kind === 'village') free.sort((a, b) => (b.floor ?? 0) - (a.floor ?? 0))
  const owners = homes.filter(({ dwelling }) => dwelling === '01')
  owners.forEach((home, at) => { home.house = free[at]! })
  const rooms = random.shuffled(free.slice(owners.length))
  homes.filter(({ dwelling }) => dwelling !== '01').forEach((home, at) => { home.house = rooms[at % rooms.length]! })
  for (const { house, dwelling } of homes) if (house!.state === '04') Object.assign(house!, stateOf(registry, dwelling))
  for (const house of houses) if (house.isDwelling) house.facts.size = kind === 'village' || kind === 'industry' ? random.whole(18, 35) : kind === 'talent' ? random.whole(32, 60) : random.whole(55, 142)
}

function stateOf({ random, day }: Registry, dwelling: Dwelling): Partial<House> {
  if (dwelling === '01') return { state: '01' }
  if (dwelling === '05') return { state: '05', facts: { rentalUse: '01' } }
  const left = random.whole(-20, 360)
  return { state: '02', facts: { rentalUse: '02', leaseFrom: day(left - 365), leaseUntil: day(left), isFiled: random.chance(0.8), ...(random.chance(0.03) && { hazard: [random.weighted([['02', 7], ['01', 2], ['03', 1]])] }) } }
}
