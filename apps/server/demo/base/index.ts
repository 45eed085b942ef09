import { dayOf } from '@linli/standards'
import type { Account, People } from '../people/account.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { sharedOut } from '../town/division.ts'
import { plantFaults } from './fault.ts'
import { assignGroups } from './group.ts'
import { drawBusinesses, type Business } from './enterprise.ts'
import { drawHouses, type House } from './house.ts'
import { openRegistry, type Home, type Person, type Registry } from './person.ts'
import { settle } from './settle.ts'
import { drawThings, type Thing } from './thing.ts'
import { drawTies, type Ties } from './tie.ts'

export interface Base { houses: House[], homes: Home[], people: Person[], businesses: Business[], things: Thing[], ties: Ties }

/** Of the people of each community those who are registered there; 150 are from abroad (domain §7.1, §7.2). */
const registeredOf: Readonly<Record<string, number>> = {
  示范桥社区: 4112, 云禾里社区: 4391, 澄河新城社区: 5816, 文澜苑社区: 4807, 兰汀社区: 2396, 永宁家园社区: 2157, 柳浜社区: 945, 竹渡社区: 1109, 和畅社区: 1212, 晨晖社区: 862, 石塘桥社区: 1047, 枫庄社区: 698, 青屏园区社区: 520, 梧桐街社区: 2846, 星寓社区: 903,
  海棠湾社区: 3323, 莲塘社区: 856,
}
const fromAbroad = 150

export interface BaseParts { seed: string, now: Date, communities: readonly Community[], accounts: People }

/** Everybody who lives in the demo, where and with whom, with the errors that a real base has (domain §7). The same for the same seed and day. */
export function makeBase({ seed, now, communities, accounts }: BaseParts): Base {
  const registry = openRegistry(randomOf(`${seed} numbers`), now, dayOf(now))
  const overseas = sharedOut(fromAbroad, communities.map(({ profile }) => profile.persons))
  const [houses, homes]: [House[], Home[]] = [[], []]
  communities.forEach((community, at) => {
    const own = drawHouses(randomOf(`${seed} houses ${community.name}`), community, now.getTime())
    houses.push(...own)
    homes.push(...settle(registry, community, own, { registered: registeredOf[community.name]!, overseas: overseas[at]! }))
  })
  const people = homes.flatMap((home) => home.people)
  assignGroups(registry, people)
  const right = plantFaults(registry, people, houses)
  const known = giveAccounts(right, accounts)
  changePhones(registry, right)
  const businesses = drawBusinesses({ registry, seed, communities, houses, people: right })
  return { houses, homes, people, businesses, things: drawThings({ seed, now, communities }), ties: drawTies({ registry, seed, accounts, homes, people: right, businesses, known }) }
}

/** Residents who sign in and the stewards of buildings are among those who live here: their names and numbers stand in the base. @returns who is who. */
function giveAccounts(people: readonly Person[], { residents, stewards }: People): Map<Account, Person> {
  const used = new Set<Person>()
  const byGrid = Map.groupBy(people.filter(({ age, values }) => age >= 22 && age < 76 && values.phone !== undefined), ({ home }) => gridOf(home.house!.area))
  const lists = [...byGrid.values()]
  const known = new Map<Account, Person>()
  const named = (list: readonly Person[] | undefined, account: Account, phone: string | null) => {
    const person = list?.find((one) => !used.has(one))
    if (!person) return
    used.add(person)
    known.set(account, person)
    Object.assign(person.values, { name: account.name }, phone && { phone })
  }
  // On a ground of workshops alone nobody lives: its steward lives next door.
  for (const [community, some] of stewards) for (const steward of some) named(byGrid.get(steward.area) ?? [...byGrid].find(([grid]) => grid.startsWith(community))?.[1], steward, null)
  residents.forEach((resident, at) => named(lists[at % lists.length], resident, resident.phone))
  return known
}

const gridOf = (building: string): string => building.replace(/b\d{4}\/$/, '')

/** Three in a hundred have told a visitor of a new number: what stood before is in the history of the record. */
function changePhones({ random, phone, now }: Registry, people: readonly Person[]): void {
  for (const person of people) if (person.values.phone !== undefined && random.chance(0.03)) person.before = { phone: phone(), at: momentBetween(random, person.createdAt, earlier(person.checkedAt, now)) }
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)
const momentBetween = (random: Random, from: Date, to: Date) => new Date(from.getTime() + random.next() * Math.max(0, to.getTime() - from.getTime()))

