import type { Value } from '@linli/contract'
import { areaAt } from '@linli/standards'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import { randomOf, type Random } from '../random.ts'
import type { Business } from './enterprise.ts'
import type { House } from './house.ts'
import type { Home, Person, Registry } from './person.ts'

/** How two records belong together, as `relation` keeps it. */
export interface Relation { kind: 'landlord' | 'employer' | 'steward', person: Person, housing?: House, enterprise?: Business, building?: string, area: string, since: string }
/** What somebody says of a person that does not stand, as `claim` keeps it. */
export interface Claim { id: string, person: Person, field: string, value: Value, source: 'steward' | 'department', by: { id: string, name: string }, at: Date }
export interface Ties { relations: Relation[], claims: Claim[] }

/** Words that the office marks people and enterprises with. */
export const tags: readonly { name: string, note: string, people?: number, businesses?: number }[] = [
  { name: '志愿者', note: '在志愿服务平台登记', people: 1800 }, { name: '文艺骨干', note: '社区文艺队、节庆活动', people: 240 }, { name: '热心居民', note: '愿意参加议事协商', people: 420 }, { name: '爱心商家', note: '为老年人、残疾人提供优惠', businesses: 90 },
  { name: '骑手友好', note: '可供快递、外卖人员歇脚', businesses: 60 },
]

interface Around { registry: Registry, seed: string, accounts: People, homes: readonly Home[], people: readonly Person[], businesses: readonly Business[], known: ReadonlyMap<Account, Person> }

export function drawTies(around: Around): Ties {
  const random = randomOf(`${around.seed} ties`)
  mark(random, around)
  return { relations: [...landlords(random, around), ...employees(random, around), ...stewards(around)], claims: drawClaims(random, around) }
}

function mark(random: Random, { people, businesses }: Around): void {
  const [some, open] = [people.filter(({ age }) => age >= 16 && age < 78), businesses.filter(({ values }) => values.state === '01')]
  for (const { name, people: inPeople = 0, businesses: inBusinesses = 0 } of tags) {
    for (const person of random.shuffled(some).slice(0, inPeople)) (person.tags ??= []).push(name)
    for (const business of random.shuffled(open).slice(0, inBusinesses)) business.tags.push(name)
  }
}

/** Whose house is let: of one in five it is known, and it is mostly somebody who lives here in a house of their own. */
function landlords(random: Random, { homes }: Around): Relation[] {
  const owners = random.shuffled(homes.filter(({ dwelling }) => dwelling === '01').flatMap(({ people }) => people.find(({ tie, age }) => tie === 'head' && age >= 25) ?? []))
  const rented = [...new Set(homes.filter(({ dwelling, house }) => dwelling === '02' && house!.state === '02').map(({ house }) => house!))]
  return rented.filter(() => random.chance(0.2)).map((housing, at) => ({ kind: 'landlord', person: owners[at % owners.length]!, housing, area: housing.area, since: String(housing.facts.leaseFrom) }))
}

/** Of six in a hundred who work it is known for whom, in their own community. */
function employees(random: Random, { people, businesses }: Around): Relation[] {
  const companies = Map.groupBy(businesses.filter(({ values }) => values.sort === '01' && values.state === '01'), ({ house }) => areaAt(house.area, 'community'))
  return people.filter(({ age, values }) => age >= 18 && age < 60 && values.occupation !== undefined).filter(() => random.chance(0.06)).flatMap((person): Relation[] => {
    const near = companies.get(areaAt(person.home.house!.area, 'community'))
    if (!near) return []
    const enterprise = random.pick(near)
    const opened = String(enterprise.values.openedOn)
    return [{ kind: 'employer', person, enterprise, area: enterprise.house.area, since: person.home.since > opened ? person.home.since : opened }]
  })
}

/** Who looks after a building, where they live themselves. */
const stewards = ({ accounts, known }: Around): Relation[] => [...accounts.stewards.values()].flat().flatMap((account) => {
  const person = known.get(account)
  return person ? [{ kind: 'steward' as const, person, building: person.home.house!.area, area: person.home.house!.area, since: person.home.since }] : []
})

/** News that waits: stewards tell new numbers, a department another workplace. */
function drawClaims(random: Random, { registry, accounts, people }: Around): Claim[] {
  const moment = () => new Date(registry.now.getTime() - random.next() * 20 * 86_400_000)
  const claim = (person: Person, rest: Pick<Claim, 'field' | 'value' | 'source' | 'by'>): Claim => {
    const at = moment()
    return { id: idAt(random, at.getTime()), person, at, ...rest }
  }
  const byCommunity = Map.groupBy(people.filter(({ age, values }) => age >= 18 && age < 80 && values.phone !== undefined), ({ home }) => home.community.path)
  return [...byCommunity].flatMap(([community, some]) => {
    const [steward, worker] = [accounts.stewards.get(community)![0]!, accounts.socialWorkers.get(community)![0]!]
    const within = random.shuffled(some.filter(({ home }) => home.house!.area.startsWith(steward.area)))
    return [
      ...within.slice(0, 4).map((person) => claim(person, { field: 'phone', value: registry.phone(), source: 'steward', by: steward })),
      ...within.slice(4, 6).map((person) => claim(person, { field: 'workplace', value: '示例商贸有限公司', source: 'steward', by: steward })),
      ...random.shuffled(some).slice(0, 3).map((person) => claim(person, { field: 'education', value: person.values.education === '31' ? '21' : '31', source: 'department', by: worker })),
    ]
  })
}
