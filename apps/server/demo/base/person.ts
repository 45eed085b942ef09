import { addDays, makeIdentityNumber, type Day } from '@linli/standards'
import type { Values } from '@linli/contract'
import { idAt } from '../id.ts'
import type { Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import type { CommunityKind } from '../town/profile.ts'
import type { Member, Tie } from './home.ts'
import type { House } from './house.ts'
import { foreignName, givenName, phones, surnameOf } from './name.ts'

export type Kind = '01' | '02' | '03'
/** 01 own, 02 rented, 05 of the employer, 04 with others (GB/T 31000 住所类型). */
export type Dwelling = '01' | '02' | '04' | '05'

export interface Home { id: string, no: string | null, community: Community, kind: Kind, dwelling: Dwelling, people: Person[], house: House | null, since: Day }

export interface Person extends Member {
  id: string
  home: Home
  /** What is written on the form; `name`, `certificateNumber`, `phone` and `groups` among it. */
  values: Values & { name: string, groups: string[] }
  birth: Day
  createdAt: Date
  checkedAt: Date
  /** A number they had before, changed at a visit. */
  before?: { phone: string, at: Date }
  /** What the office marked them with. */
  tags?: string[]
  /** Another community where they are listed as well. */
  second?: House
}

/** Numbers that are given once, and the day of today, for everybody alike. */
export interface Registry {
  random: Random
  today: Day
  now: Date
  /** So many days after today, before it where negative. */
  day: (after: number) => Day
  number: (birth: Day, sex: '1' | '2') => string
  phone: () => string
  /** 户号 of a household that is registered here. */
  householdNo: () => string
}

const dayMs = 86_400_000

export function openRegistry(random: Random, now: Date, today: Day): Registry {
  const given = new Map<string, { start: number, next: number }>()
  const mobile = phones()
  const days = new Map<number, Day>()
  let households = 0
  return {
    random, today, now, phone: () => mobile.next().value, householdNo: () => `339901008${String(households += 1).padStart(6, '0')}`,
    day(after) {
      const day = days.get(after) ?? addDays(today, after)
      days.set(after, day)
      return day
    },
    // Under a county that does not exist (domain §8.18). 37 is prime to 499: nobody's number comes twice.
    number(birth, sex) {
      const known = given.get(birth + sex) ?? { start: random.whole(0, 498), next: 0 }
      given.set(birth + sex, { ...known, next: known.next + 1 })
      return makeIdentityNumber('339901', birth, ((known.start + known.next * 37) % 499) * 2 + (sex === '1' ? 1 : 2))
    },
  }
}

/** 安徽 24, 河南 15, … of a hundred who came from elsewhere (domain §7.2). */
const origins: readonly (readonly [string, number])[] = [['安徽省', 24], ['河南省', 15], ['江西省', 12], ['浙江省', 11], ['贵州省', 9], ['湖南省', 6], ['湖北省', 6], ['四川省', 5], ['江苏省', 4], ['山东省', 3], ['其他省份', 5]]
const ethnicities: readonly (readonly [string, number])[] = [['01', 96.5], ['06', 0.9], ['15', 0.7], ['09', 0.4], ['12', 0.3], ['07', 0.3], ['03', 0.3], ['11', 0.3], ['08', 0.3]]
const reasons: readonly (readonly [string, number])[] = [['01', 71], ['03', 9], ['06', 10], ['04', 2], ['05', 3], ['08', 3], ['99', 2]]
const works: Readonly<Record<CommunityKind, readonly string[]>> = {
  old: ['商业服务', '个体经营', '企业职员', '快递配送'], new: ['企业职员', '教师', '技术人员', '个体经营', '公职人员'], resettled: ['企业职员', '保洁', '驾驶员', '个体经营'],
  village: ['产业工人', '建筑施工', '快递配送', '餐饮服务', '个体经营'], industry: ['产业工人', '技术人员', '仓储物流', '保安'], talent: ['技术人员', '企业职员', '设计人员', '快递配送'],
}

/** Everybody of a household, by name. */
export function peopleOf(registry: Registry, home: Home, members: readonly Member[]): Person[] {
  const { random } = registry
  const surname = surnameOf(random)
  const since = Date.parse(home.since)
  return members.map((member): Person => {
    const birth = registry.day(-Math.floor(member.age * 365.2425) - random.whole(2, 363))
    const createdAt = new Date(Math.max(since, Date.parse(birth), registry.now.getTime() - 1400 * dayMs) + random.next() * 20 * dayMs)
    // Three in ten have not been looked at for a year and more.
    const checked = registry.now.getTime() - (random.chance(0.7) ? random.next() * 350 : 366 + random.next() * 500) * dayMs
    const person: Person = { ...member, id: idAt(random, Math.min(createdAt.getTime(), registry.now.getTime())), home, birth, createdAt: earlier(createdAt, registry.now), checkedAt: new Date(Math.min(Math.max(checked, createdAt.getTime()), registry.now.getTime())), values: { name: nameOf(random, surname, member.tie, home.kind), groups: [] } }
    Object.assign(person.values, identityOf(registry, person), lifeOf(random, person), home.kind === '01' ? registeredOf(random, person) : home.kind === '02' ? floatingOf(registry, person) : overseasOf(registry, person))
    return person
  })
}

const earlier = (one: Date, other: Date) => (one < other ? one : other)

const nameOf = (random: Random, surname: string, tie: Tie, kind: Kind) => (kind === '03' ? '' : (tie === 'head' || tie === 'child' || (tie === 'parent' && random.chance(0.6)) ? surname : surnameOf(random)) + givenName(random))

function identityOf(registry: Registry, { sex, age, birth, home: { kind } }: Person): Values {
  const { random } = registry
  const hasPhone = age >= 80 ? random.chance(0.6) : age >= 14 ? random.chance(0.97) : age >= 7 && random.chance(0.15)
  return { sex, birth, populationKind: kind, certificate: kind === '03' ? '414' : '111', certificateNumber: kind === '03' ? null : registry.number(birth, sex), ...(hasPhone && { phone: registry.phone() }) }
}

function lifeOf(random: Random, { age, tie, home: { community, kind } }: Person): Values {
  const isMarried = tie === 'spouse' || (tie === 'head' && age > 24 && random.chance(0.62))
  return {
    ...(kind !== '03' && { ethnicity: random.weighted(ethnicities) }),
    ...(age >= 18 && { maritalStatus: isMarried ? '20' : age > 65 ? '30' : age > 40 && random.chance(0.3) ? '40' : '10' }),
    ...(kind !== '03' && age >= 14 && { politicalStatus: age < 28 && random.chance(0.3) ? '03' : '13' }),
    ...(age >= 6 && { education: educationOf(random, age) }),
    ...(age >= 18 && age < (kind === '01' ? 60 : 66) && { occupation: random.pick(works[community.kind]) }),
  }
}

/** Whom the schools of their time let go on (GB/T 4658). */
function educationOf(random: Random, age: number): string {
  if (age < 13) return '80'
  if (age < 16) return '70'
  if (age < 19) return '60'
  if (age < 35) return random.weighted([['21', 26], ['31', 28], ['61', 16], ['41', 10], ['71', 18], ['14', 2]])
  if (age < 60) return random.weighted([['21', 10], ['31', 14], ['61', 18], ['71', 42], ['81', 16]])
  return random.weighted([['31', 3], ['61', 10], ['71', 34], ['81', 43], ['90', 10]])
}

const kinshipOf = ({ tie, sex }: Member): string => ({ head: '02', spouse: sex === '1' ? '11' : '12', child: sex === '1' ? '20' : '30', parent: sex === '1' ? '51' : '52', other: '99' }[tie])

function registeredOf(random: Random, person: Person): Values {
  const isHere = random.chance(0.9)
  return {
    kinship: kinshipOf(person), nativePlace: '示例省示例市', residenceMatch: isHere ? '01' : '02', registeredHouseholdNo: person.home.no,
    registeredAddress: isHere ? person.home.house?.address ?? person.home.community.name : `示例市示例区${person.home.community.name}（集体户）`,
  }
}

function floatingOf({ random, day }: Registry, { age, tie, home: { since, dwelling } }: Person): Values {
  const hasPermit = age >= 16 && random.chance(0.78)
  const isCompany = age < 16 || (tie !== 'head' && random.chance(0.2))
  return {
    origin: random.weighted(origins), inflowReason: isCompany ? '06' : random.weighted(reasons), arrivedOn: since, dwellingKind: dwelling,
    ...(hasPermit && { residencePermit: '01', permitUntil: day(random.whole(-60, 360)) }), ...(random.chance(0.2) && { leavesOn: day(random.whole(20, 700)) }),
  }
}

function overseasOf({ random, day }: Registry, { home: { since } }: Person): Values {
  return {
    ...foreignName(random), certificateNumber: `E0000${String(random.whole(0, 99_999)).padStart(5, '0')}`, nationality: random.pick(['840', '392', '410']), visitPurpose: random.weighted([['02', 55], ['03', 20], ['01', 15], ['05', 10]]),
    enteredOn: since, departsOn: day(random.whole(-10, 500)), host: '示例外贸有限公司',
  }
}
