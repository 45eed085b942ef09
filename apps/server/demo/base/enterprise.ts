import type { Values } from '@linli/contract'
import { creditCheckCharacter, organisationCheckCharacter } from '@linli/standards'
import { idAt } from '../id.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { sharedOut } from '../town/division.ts'
import { publicBuildings } from '../town/public.ts'
import type { House } from './house.ts'
import { ends, givenName, surnameOf } from './name.ts'
import type { Person, Registry } from './person.ts'
import { clinics, companies, offices, others, schools, socialOrganisations, soleTraders, tradeIn, type Trade } from './trade.ts'

/** A door, or a building of which no door is known. */
type Spot = Pick<House, 'area' | 'place' | 'address'> & { id: string | null }
export interface Business { id: string, house: Spot, values: Values & { name: string }, createdAt: Date, checkedAt: Date, trade: Trade | undefined, tags: string[] }

/** 01 enterprises, 02 sole traders, 03 social organisations, 04 offices, 05 schools, 06 clinics and chemists, 99 others, of which hotels and the like are key places, 07. */
type Sort = '01' | '02' | '03' | '04' | '05' | '06' | '99'
/** As many as the profile has (domain §7.4). */
export const totals: Readonly<Record<Sort, number>> = { '01': 1850, '02': 4750, '03': 60, '04': 30, '05': 24, '06': 40, '99': 150 }
const trades: Readonly<Record<Sort, readonly Trade[]>> = { '01': companies, '02': soleTraders, '03': socialOrganisations, '04': offices, '05': schools, '06': clinics, '99': others }
/** How many of them the profile counts among the nine small places. */
export const smallPlaces = 2700

/** Of each community as many as it has (domain §7.1), and how many of ten of them are enterprises by what kind of place it is. */
const weightOf = { old: 1.5, new: 1.8, resettled: 1.8, village: 1.9, industry: 6.5, talent: 2.2 } as const

interface Around { registry: Registry, seed: string, communities: readonly Community[], houses: readonly House[], people: readonly Person[] }

/** Everybody who does business or serves people in the demo, each behind a door. Nobody is called like that: 示例市, 示例区 and 示例 stand in every name. */
export function drawBusinesses({ registry, seed, communities, houses, people }: Around): Business[] {
  const counts = sharesOf(communities)
  const housesIn = Map.groupBy(houses, ({ area }) => communities.find(({ path }) => area.startsWith(path))!)
  const ownersIn = Map.groupBy(people.filter(({ age, home, values }) => age >= 24 && age < 66 && home.kind !== '03' && values.phone !== undefined), ({ home }) => home.community)
  const names = new Set<string>()
  const all = communities.flatMap((community, at) => {
    const random = randomOf(`${seed} enterprises ${community.name}`)
    const own = housesIn.get(community)!
    const drawing: Drawing = { registry, random, names, doors: doorsOf(random, own), owners: random.shuffled(ownersIn.get(community)!) }
    return knownIn(drawing, community, own).concat((Object.keys(totals) as Sort[]).flatMap((sort) => Array.from({ length: counts[sort][at]! }, () => another(drawing, sort))))
  })
  markSmallPlaces(randomOf(`${seed} small places`), all)
  giveCodes(all)
  return all
}

interface Drawing { registry: Registry, random: Random, names: Set<string>, doors: Iterator<House, never>, owners: Person[] }

/** How many of each sort in each community, beside those whose buildings are known by name. */
function sharesOf(communities: readonly Community[]): Record<Sort, number[]> {
  const known = (sort: Sort) => communities.map(({ name }) => publicBuildings.filter((one) => one.community === name && sortOf(one.name) === sort).length)
  const all = communities.map(({ profile }) => profile.organisations)
  const counts = {} as Record<Sort, number[]>
  const left = (sort: Sort) => totals[sort] - known(sort).reduce((sum, count) => sum + count, 0)
  counts['01'] = sharedOut(left('01'), communities.map(({ kind }, at) => all[at]! * weightOf[kind]))
  for (const sort of ['03', '04', '05', '06', '99'] as const) counts[sort] = sharedOut(left(sort), all)
  counts['02'] = all.map((count, at) => count - (['01', '03', '04', '05', '06', '99'] as const).reduce((sum, sort) => sum + counts[sort][at]! + known(sort)[at]!, 0))
  return counts
}

const sortOf = (building: string): Sort => (/学$|幼儿园/.test(building) ? '05' : /卫生/.test(building) ? '06' : /市场/.test(building) ? '99' : '04')

/** Units that are no dwellings come first, then those on the ground floor whose people live upstairs of their shop. */
function* doorsOf(random: Random, houses: readonly House[]): Generator<House, never> {
  const known = new Set(publicBuildings.map(({ name }) => name))
  const free = random.shuffled(houses.filter(({ address }) => ![...known].some((name) => address.includes(name))))
  const [shops, ground] = [free.filter(({ use, state }) => use !== '01' && state === '03'), free.filter(({ use, floor, state }) => use === '01' && floor === 1 && state !== '06')]
  yield* shops
  for (;;) yield* ground
}

/** Those whose building is called as they are. */
const knownIn = (drawing: Drawing, community: Community, houses: readonly House[]): Business[] =>
  publicBuildings.filter((building) => building.community === community.name).map(({ name }) => business(drawing, sortOf(name), { name, trade: undefined, house: houses.find(({ address }) => address.includes(name)) ?? buildingOf(community, name) }))

function buildingOf({ grids }: Community, known: string): Spot {
  const { path, name } = grids.flatMap(({ buildings }) => buildings).find((one) => one.name === known)!
  return { id: null, area: path, place: path, address: name }
}

function another(drawing: Drawing, sort: Sort): Business {
  const { random, names } = drawing
  const trade = tradeIn(random, trades[sort])
  for (;;) {
    const name = nameOf(random, sort, random.pick(trade.words))
    if (names.has(name)) continue
    names.add(name)
    return business(drawing, sort, { name, trade, house: drawing.doors.next().value })
  }
}

function nameOf(random: Random, sort: Sort, word: string): string {
  const mark = random.pick(ends) + random.pick(ends)
  return sort === '01' ? `示例市${mark}${word}有限公司` : sort === '03' ? `示例区${mark}${word}` : sort === '02' ? `示例区${mark}${word}` : `示例${mark}${word}`
}

const dayMs = 86_400_000

function business({ registry, random, owners }: Drawing, sort: Sort, { name, house, trade }: { name: string, house: Spot, trade: Trade | undefined }): Business {
  const opened = random.whole(60, 4200)
  const createdAt = new Date(registry.now.getTime() - Math.min(opened, 1200) * dayMs + random.whole(0, 20 * dayMs))
  const checkedAt = new Date(Math.max(createdAt.getTime(), registry.now.getTime() - (random.chance(0.75) ? random.next() * 350 : 366 + random.next() * 400) * dayMs))
  const isKey = sort === '99' && trade?.key !== undefined && trade.key !== '05' && trade.key !== '08'
  return {
    id: idAt(random, createdAt.getTime()), house, trade, createdAt, checkedAt, tags: [],
    values: {
      name, sort: isKey ? '07' : sort, industry: trade?.industry ?? null, state: random.weighted([['01', 92], ['02', 4], ['03', 3], ['04', 1]]), openedOn: registry.day(-opened), registeredAddress: house.address,
      ...peopleOf({ registry, random }, sort, sort === '02' ? owners : []), ...moreOf({ registry, random }, sort, trade),
    },
  }
}

/** A sole trader is mostly somebody who lives here; of all others only the name and a number are known. */
function peopleOf({ registry, random }: Pick<Drawing, 'registry' | 'random'>, sort: Sort, owners: Person[]): Values {
  const owner = sort === '02' && random.chance(0.6) ? owners.pop() : undefined
  if (owner) return { legalPerson: owner.values.name, certificate: owner.values.certificateNumber ? '111' : null, certificateNumber: owner.values.certificateNumber ?? null, legalPersonPhone: owner.values.phone ?? null }
  const name = () => surnameOf(random) + givenName(random)
  return {
    phone: random.chance(0.8) ? registry.phone() : null, legalPerson: name(), ...(random.chance(0.5) && { manager: name(), managerPhone: registry.phone() }),
    ...((sort === '01' || sort === '05') && random.chance(0.4) && { safetyOfficer: name(), safetyOfficerPhone: registry.phone() }),
  }
}

/** What is asked of the one sort and not of the other. */
function moreOf({ registry: { day }, random }: Pick<Drawing, 'registry' | 'random'>, sort: Sort, trade: Trade | undefined): Values {
  const staff = random.whole(...trade?.staff ?? [8, 60])
  const isBig = sort === '01' && staff >= 30
  return {
    ...(staff > 0 && { staff }), ...(trade?.key && sort !== '02' && { placeKinds: [trade.key] }), ...(sort === '02' && trade?.key && random.chance(0.12) && { placeKinds: [trade.key], size: random.whole(60, 400) }),
    ...(sort === '01' && { category: random.weighted([['01', 96], ['02', 4]]), control: random.weighted([['210', 86], ['120', 6], ['110', 4], ['230', 4]]) }),
    ...(isBig && { hasPartyOrganisation: random.chance(0.4), partyMembers: random.whole(0, 12), hasUnion: random.chance(0.6) }),
    ...(sort === '03' && { socialKind: /协会|会$/.test(trade!.words[0]!) ? '01' : '02', hasForeignBackground: false }), ...(sort === '05' && { schoolKind: trade ? '01' : '02', students: random.whole(120, 900), guards: random.whole(2, 8) }),
    ...(trade?.industry === '08' && { cameras: random.whole(2, 16), checksSenders: true, opensParcels: random.chance(0.9) }), ...(trade?.key === '03' && { hasDangerousGoods: true, attention: '01' }),
    ...(random.chance(0.05) && { hazards: [random.weighted([['02', 8], ['01', 1], ['04', 1]])], attention: random.weighted([['02', 3], ['03', 5]]), note: `${day(-random.whole(5, 200))} 检查发现隐患，已要求整改` }),
  }
}

/** As many as the profile has, among those who may be. */
function markSmallPlaces(random: Random, all: readonly Business[]): void {
  for (const { values, trade } of random.shuffled(all.filter((one) => one.trade?.small !== undefined)).slice(0, smallPlaces)) values.smallPlace = trade!.small!
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const beginnings: Readonly<Record<string, string>> = { '01': '91', '02': '92', '03': '52', '04': '12', '05': '12', '06': '52', '07': '91', '99': '91' }

/** Under a region that does not exist (domain §8.18), each once; three of a hundred sole traders have none. */
function giveCodes(all: readonly Business[]): void {
  all.forEach(({ values }, at) => {
    if (values.sort === '02' && at % 33 === 0) return
    const serial = Array.from({ length: 6 }, (_, digit) => alphabet.charAt(Math.floor(((at + 1) * 7919) / 31 ** digit) % 31)).toReversed().join('')
    const organisation = `MA${serial}`
    const first = `${values.socialKind === '01' ? '51' : beginnings[String(values.sort)]!}339901${organisation}${organisationCheckCharacter(organisation)}`
    values.creditCode = first + creditCheckCharacter(first)
  })
}

