import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enterpriseFields, thingFields } from '@linli/contract'
import { ageAt, areaAt, codeTables, dayOf, isCreditCode, isIdentityNumber, parsePhone, readOrganisationCode } from '@linli/standards'
import { readAll } from '../../src/modules/record/rules.ts'
import { makePeople } from '../people/account.ts'
import { makeUnits } from '../people/unit.ts'
import { randomOf } from '../random.ts'
import { drawDistrict } from '../town/district.ts'
import { communities as profiles, subdistrict } from '../town/profile.ts'
import { publicBuildings } from '../town/public.ts'
import { smallPlaces, totals } from './enterprise.ts'
import { faultShares } from './fault.ts'
import { makeBase } from './index.ts'
import { chargingPoints } from './thing.ts'

const now = new Date('2026-03-02T01:00:00Z')
const communities = drawDistrict('a seed', subdistrict.path)
const accounts = makePeople(randomOf('people'), communities, makeUnits(randomOf('units'), communities, now.getTime()), now.getTime())
const make = () => makeBase({ seed: 'a seed', now, communities, accounts })
const { houses, homes, people, businesses, things, ties } = make()
const of = <T>(list: readonly T[], is: (one: T) => boolean): number => (100 * list.filter(is).length) / list.length
const about = (found: number, wanted: number, within: number, what: string) => assert.ok(Math.abs(found - wanted) <= within, `${what}: ${found.toFixed(2)}, wanted ${wanted}`)

test('as many units and people as the profile has in each community, and two in three from elsewhere', () => {
  const byCommunity = <T>(list: readonly T[], area: (one: T) => string) => communities.map(({ path }) => list.filter((one) => area(one).startsWith(path)).length)
  assert.deepEqual(byCommunity(houses, ({ area }) => area), profiles.map((profile) => profile.houses))
  assert.deepEqual(byCommunity(people, ({ home }) => home.house!.area), profiles.map(({ persons }) => persons))
  assert.deepEqual([houses.length, people.length, people.filter(({ home }) => home.kind === '01').length, people.filter(({ home }) => home.kind === '03').length], [48_500, 112_000, 38_000, 150])
})

test('ages, sexes and households are those of such a place (domain §7.2)', () => {
  const kinds = { '01': [15, 8, 15, 24, 14, 20, 4], '02': [9, 17, 36, 27, 8, 3, 0.1] } as const
  const bands = [[0, 14], [15, 24], [25, 34], [35, 49], [50, 59], [60, 79], [80, 120]] as const
  for (const [kind, shares] of Object.entries(kinds)) bands.forEach(([from, to], at) => about(of(people.filter(({ home }) => home.kind === kind), ({ age }) => age >= from && age <= to), shares[at]!, 1, `${kind} ${from}–${to}`))
  about(of(people, ({ sex }) => sex === '1'), 53, 1.5, 'men')
  for (const [size, share] of [[1, 38], [2, 25], [3, 21], [4, 10]] as const) about(of(homes, (home) => home.people.length === size), share, 3, `households of ${size}`)
  const today = dayOf(now)
  assert.deepEqual(people.filter(({ birth, age }) => ageAt(birth, today) !== age).map(({ birth, age }) => [birth, age]).slice(0, 3), [])
})

test('no child lives alone, nobody in an office or a shop, and a door is there once', () => {
  assert.equal(homes.filter((home) => home.people.every(({ age }) => age < 16)).length, 0)
  assert.equal(homes.filter(({ house }) => !house!.isDwelling || house!.use !== '01').length, 0)
  assert.ok(Math.max(...[...Map.groupBy(homes, ({ house }) => house!.id).values()].map(({ length }) => length)) <= 3)
  assert.equal(new Set(houses.map(({ area, entrance, room }) => `${area}${entrance}/${room}`)).size, houses.length)
  assert.equal(new Set(houses.map(({ key }) => key)).size, houses.length)
  const buildings = communities.flatMap(({ grids }) => grids.flatMap((grid) => grid.buildings))
  assert.deepEqual(buildings.filter(({ path, floors }) => houses.some(({ area, floor }) => area === path && floor! > floors)), [])
})

test('numbers are well made and cannot be anybody’s: under a county that does not exist, 1xx 0000 xxxx', () => {
  const numbers = people.filter(({ home }) => home.kind !== '03').flatMap(({ values }) => (values.certificateNumber === null ? [] : String(values.certificateNumber)))
  assert.equal(new Set(numbers).size, numbers.length)
  assert.deepEqual(numbers.filter((number) => !number.startsWith('339901')), [])
  const wrong = numbers.filter((number) => !isIdentityNumber(number, '2026-03-02')).length
  assert.equal(wrong, Math.floor((faultShares.twice * people.length + 1) / 3))
  const phones = people.flatMap(({ values: { phone } }) => (phone === undefined ? [] : String(phone)))
  assert.deepEqual(phones.filter((phone) => parsePhone(phone) && !/^1\d{2}0000\d{4}$/.test(phone)), [])
})

test('the errors of a real base are there, as many as there are in one', () => {
  const [missing, badPhone] = [people.filter(({ values }) => !values.certificateNumber).length, people.filter(({ values: { phone } }) => phone !== undefined && !parsePhone(String(phone))).length]
  assert.deepEqual([missing, badPhone, people.filter(({ second }) => second).length], [1680, 4480, 672])
  assert.ok(people.every(({ second, home }) => !second || areaAt(second.area, 'community') !== home.community.path))
  const gone = people.filter(({ values: { leavesOn } }) => typeof leavesOn === 'string' && leavesOn < '2026-02-01')
  assert.equal(gone.length, 5600)
  assert.ok(gone.filter(({ home }) => home.house!.state === '04').length > 300)
  const twice = [...Map.groupBy(people, ({ values: { name }, birth }) => `${name} ${birth}`).values()].filter((same) => same.length > 1)
  assert.ok(twice.length >= 896, `${twice.length}`)
})

for (const [code, wanted, within] of [['01', 480, 60], ['02', 2150, 250], ['09', 1590, 100], ['11', 840, 0], ['12', 230, 0], ['20', 620, 0], ['21', 2450, 120], ['22', 910, 0], ['28', 150, 0]] as const) {
  test(`about ${wanted} people are in group ${code}`, () => about(people.filter(({ values }) => values.groups.includes(code)).length, wanted, within, code))
}

test('as many enterprises, sole traders and others as the profile has, in each community and in all (domain §7.1, §7.4)', () => {
  assert.deepEqual(communities.map(({ path }) => businesses.filter(({ house }) => house.area.startsWith(path)).length), profiles.map(({ organisations }) => organisations))
  const sorts = Object.groupBy(businesses, ({ values }) => String(values.sort === '07' ? '99' : values.sort))
  assert.deepEqual(Object.fromEntries(Object.entries(sorts).map(([sort, some]) => [sort, some!.length])), totals)
  assert.equal(businesses.filter(({ values }) => values.smallPlace !== undefined).length, smallPlaces)
  for (const [sort, industry, share] of [['01', '01', 31], ['01', '09', 8], ['02', '03', 27], ['02', '02', 34], ['02', '06', 7]] as const) about(of(sorts[sort]!, ({ values }) => values.industry === industry), share, 3, `${sort} ${industry}`)
  assert.ok(businesses.some(({ values }) => values.sort === '07'))
})

test('every name says that it is an example, every code is well made under a county that does not exist, and is there once', () => {
  const known = new Set(publicBuildings.map(({ name }) => name))
  assert.deepEqual(businesses.filter(({ values: { name } }) => !name.includes('示例') && !known.has(name)).map(({ values }) => values.name), [])
  assert.equal(new Set(businesses.map(({ values }) => values.name)).size, businesses.length)
  const codes = businesses.flatMap(({ values }) => (values.creditCode === undefined ? [] : String(values.creditCode)))
  assert.deepEqual(codes.filter((code) => !isCreditCode(code) || code.slice(2, 8) !== '339901' || readOrganisationCode(code.slice(8, 17)) === undefined), [])
  assert.deepEqual([new Set(codes).size, codes.length > 6700], [codes.length, true])
  for (const { values } of businesses) assert.deepEqual(readAll(enterpriseFields, values, { tables: codeTables, today: '2026-03-02' }).faults, [], values.name)
  for (const { values } of things) assert.deepEqual(readAll(thingFields, values, { tables: codeTables, today: '2026-03-02' }).faults, [], values.name)
})

test('phones of enterprises are nobody’s, and of those who live here only the owner’s', () => {
  const owners = new Map(people.map(({ values }) => [String(values.phone), values.name]))
  const phones = businesses.flatMap(({ values }) => (['phone', 'managerPhone', 'safetyOfficerPhone'] as const).flatMap((field) => (values[field] ? [String(values[field])] : [])))
  assert.deepEqual(phones.filter((phone) => !/^1\d{2}0000\d{4}$/.test(phone) || owners.has(phone)), [])
  assert.deepEqual(businesses.filter(({ values }) => values.legalPersonPhone && owners.get(String(values.legalPersonPhone)) !== values.legalPerson), [])
})

test('lifts and charging points, whose house is let, who works where, who looks after a building, and news that waits', () => {
  assert.equal(things.filter(({ values }) => values.kind === '01054').length, chargingPoints)
  const kinds = Map.groupBy(ties.relations, ({ kind }) => kind)
  for (const [kind, least] of [['landlord', 3000], ['employer', 1500], ['steward', 60]] as const) assert.ok((kinds.get(kind)?.length ?? 0) >= least, `${kind}: ${kinds.get(kind)?.length}`)
  assert.deepEqual(kinds.get('landlord')!.filter(({ housing, person }) => housing!.state !== '02' || housing === person.home.house), [])
  assert.deepEqual([...new Set(ties.claims.map(({ field, source }) => `${field} ${source}`))].toSorted(), ['education department', 'phone steward', 'workplace steward'])
  assert.deepEqual(ties.claims.filter(({ person, field, value }) => person.values[field] === value), [])
  assert.equal(people.filter(({ tags }) => tags?.includes('志愿者')).length, 1800)
})

test('who signs in as a resident or looks after a building lives here', () => {
  const known = new Map(people.map(({ values }) => [`${values.name} ${values.phone}`, values]))
  assert.deepEqual(accounts.residents.filter(({ name, phone }) => !known.has(`${name} ${phone}`)), [])
  const [inGrid, inCommunity] = (['grid', 'community'] as const).map((level) => new Set(people.map(({ values, home }) => `${values.name} ${areaAt(home.house!.area, level)}`))) as [Set<string>, Set<string>]
  const isInhabited = (grid: string) => people.some(({ home }) => home.house!.area.startsWith(grid))
  assert.deepEqual([...accounts.stewards].flatMap(([community, some]) => some.filter(({ name, area }) => !(isInhabited(area) ? inGrid.has(`${name} ${area}`) : inCommunity.has(`${name} ${community}`)))), [])
})

test('the same seed makes the same people', () => assert.deepEqual(make().people.slice(-500).map(({ id, values, birth }) => [id, values, birth]), people.slice(-500).map(({ id, values, birth }) => [id, values, birth])))
