import type { Random } from '../random.ts'
import type { House } from './house.ts'
import type { Person, Registry } from './person.ts'

/** What is wrong in every real base, of a hundred people (domain §7.2): what the quality board is for. */
export const faultShares = { noNumber: 0.015, wrongPhone: 0.04, twice: 0.008, twoCommunities: 0.006, movedAway: 0.05 } as const

const dayMs = 86_400_000

/** Plants the errors, each in people of its own. @returns those who are as they should be. */
export function plantFaults(registry: Registry, people: readonly Person[], houses: readonly House[]): Person[] {
  const { random } = registry
  const left = random.shuffled(people.filter(({ home }) => home.kind !== '03'))
  const some = (share: number, who: (person: Person) => boolean = () => true) => taken(left, Math.round(share * people.length), who)
  const isLoose = ({ home, age }: Person) => home.kind === '02' && home.people.length === 1 && age >= 18
  const copies = some(faultShares.twice, isLoose)
  const originals = some(faultShares.twice, (person) => isLoose(person) && person.values.phone !== undefined)
  originals.forEach((one, at) => enterAgain(registry, one, copies[at]!, at))
  const withoutNumber = copies.filter(({ values }) => values.certificateNumber === null).length
  for (const { values } of some(faultShares.noNumber - withoutNumber / people.length)) values.certificateNumber = null
  for (const { values } of some(faultShares.wrongPhone, ({ values: { phone } }) => phone !== undefined)) values.phone = mistyped(random, String(values.phone))
  for (const person of some(faultShares.twoCommunities)) person.second = elsewhere(random, person, houses)
  const sharing = Map.groupBy(people, ({ home }) => home.house!)
  for (const person of some(faultShares.movedAway, ({ home }) => home.kind === '02')) leave(registry, person, sharing.get(person.home.house!)!.length === 1)
  return left
}

function taken(left: Person[], count: number, who: (person: Person) => boolean): Person[] {
  const found: Person[] = []
  for (let at = left.length - 1; at >= 0 && found.length < count; at -= 1) if (who(left[at]!)) found.push(...left.splice(at, 1))
  return found
}

/** The same human once more, at another door: without a number, with one copied wrongly, or with nothing the same but name and birth. */
function enterAgain({ phone }: Registry, one: Person, copy: Person, at: number): void {
  const { name, sex, birth, certificateNumber, phone: known } = one.values
  const isMiscopied = at % 3 === 1
  Object.assign(copy, { sex: one.sex, birth: one.birth, age: one.age })
  Object.assign(copy.values, { name, sex, birth, certificateNumber: isMiscopied ? miscopied(String(certificateNumber)) : null, phone: at % 3 === 2 ? phone() : known })
}

/** Two neighbouring digits of the serial the wrong way round, or one of them another: the check character tells. */
function miscopied(number: string): string {
  const [one, other] = [number.charAt(14), number.charAt(15)]
  return one === other ? `${number.slice(0, 15)}${(Number(other) + 1) % 10}${number.slice(16)}` : `${number.slice(0, 14)}${other}${one}${number.slice(16)}`
}

const mistyped = (random: Random, phone: string): string => random.pick([phone.slice(0, -1), `${phone}0`, `2${phone.slice(1)}`, phone.slice(3)])

function elsewhere(random: Random, { home }: Person, houses: readonly House[]): House {
  for (;;) {
    const house = random.pick(houses)
    if (house.isDwelling && house.state === '02' && !house.area.startsWith(home.community.path)) return house
  }
}

/** Gone for months, and nobody took them off the list; where they lived alone the unit is known to be empty. */
function leave({ random, day, now }: Registry, { values, home, ...person }: Person, isAlone: boolean): void {
  const days = random.whole(40, 500)
  Object.assign(values, { leavesOn: day(-days), ...(values.permitUntil !== undefined && { permitUntil: day(-random.whole(1, days)) }), note: random.pick(['邻居反映已搬走', '电话联系不上，多次上门无人', '房东称已退租']) })
  const checkedAt = new Date(now.getTime() - (days + random.whole(30, 300)) * dayMs)
  if (checkedAt > person.createdAt) person.checkedAt.setTime(checkedAt.getTime())
  if (isAlone && home.house!.state === '02' && random.chance(0.7)) home.house!.state = '04'
}
