import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ageAt, areaAt, dayOf, isIdentityNumber, parsePhone } from '@linli/standards'
import { makePeople } from '../people/account.ts'
import { makeUnits } from '../people/unit.ts'
import { randomOf } from '../random.ts'
import { drawDistrict } from '../town/district.ts'
import { communities as profiles, subdistrict } from '../town/profile.ts'
import { faultShares } from './fault.ts'
import { makeBase } from './index.ts'

const now = new Date('2026-03-02T01:00:00Z')
const communities = drawDistrict('a seed', subdistrict.path)
const accounts = makePeople(randomOf('people'), communities, makeUnits(randomOf('units'), communities, now.getTime()), now.getTime())
const make = () => makeBase({ seed: 'a seed', now, communities, accounts })
const { houses, homes, people } = make()
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

test('who signs in as a resident or looks after a building lives here', () => {
  const known = new Map(people.map(({ values }) => [`${values.name} ${values.phone}`, values]))
  assert.deepEqual(accounts.residents.filter(({ name, phone }) => !known.has(`${name} ${phone}`)), [])
  const [inGrid, inCommunity] = (['grid', 'community'] as const).map((level) => new Set(people.map(({ values, home }) => `${values.name} ${areaAt(home.house!.area, level)}`))) as [Set<string>, Set<string>]
  const isInhabited = (grid: string) => people.some(({ home }) => home.house!.area.startsWith(grid))
  assert.deepEqual([...accounts.stewards].flatMap(([community, some]) => some.filter(({ name, area }) => !(isInhabited(area) ? inGrid.has(`${name} ${area}`) : inCommunity.has(`${name} ${community}`)))), [])
})

test('the same seed makes the same people', () => assert.deepEqual(make().people.slice(-500).map(({ id, values, birth }) => [id, values, birth]), people.slice(-500).map(({ id, values, birth }) => [id, values, birth])))
