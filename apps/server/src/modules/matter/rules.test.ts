import assert from 'node:assert/strict'
import { test } from 'node:test'
import { directory } from './directory/index.ts'
import { currentOf, lineageOf, ruleIn, specialsIn, type MatterRow, type RuleRow } from './rules.ts'

const rule = (subdistrict: number, matter: string, amount: number, area_class = 'any', severity = 'any'): RuleRow => ({ subdistrict, matter, area_class, severity, limit_amount: amount, limit_unit: 'workingDay', unit: null, by_community: false })

const chosen: [string, RuleRow[], number | undefined][] = [
  ['none', [], undefined],
  ['everybody’s for the group', [rule(0, '06', 1)], 1],
  ['the office’s own before everybody’s', [rule(0, '06', 1), rule(339901008, '06', 2)], 2],
  ['the matter’s before the group’s, even the office’s', [rule(0, '06010', 3), rule(339901008, '06', 2)], 3],
  ['the office’s own for the matter', [rule(0, '06010', 3), rule(339901008, '06010', 4), rule(339901008, '06', 2)], 4],
]
for (const [words, rules, amount] of chosen) test(`the rule that speaks: ${words}`, () => assert.equal(ruleIn(['06010', '06'], rules)?.limit_amount, amount))

const own = 339901008
const special: [string, RuleRow[], number][] = [
  ['the plain one where none is particular', [rule(0, '06010', 1), rule(0, '06010', 2, 'B')], 1],
  ['the class before the plain one', [rule(0, '06010', 1), rule(0, '06010', 2, 'A')], 2],
  ['the severity before the class', [rule(0, '06010', 1), rule(0, '06010', 2, 'A'), rule(0, '06010', 3, 'any', 'major')], 3],
  ['both before the severity', [rule(0, '06010', 2, 'A'), rule(0, '06010', 3, 'any', 'major'), rule(0, '06010', 4, 'A', 'major')], 4],
  ['not both where only one fits', [rule(0, '06010', 1), rule(0, '06010', 4, 'A', 'extreme')], 1],
  ['the office’s plain one before everybody’s particular one', [rule(own, '06010', 1), rule(0, '06010', 4, 'A', 'major')], 1],
  ['the matter’s plain one before the group’s particular one', [rule(0, '06010', 1), rule(own, '06', 4, 'A', 'major')], 1],
  ['the group’s particular one where the matter has none', [rule(0, '06', 1), rule(own, '06', 4, 'A', 'major')], 4],
]
for (const [words, rules, amount] of special) test(`the limit of something grave in an area of class A: ${words}`, () => assert.equal(ruleIn(['06010', '06'], rules, { areaClass: 'A', severity: 'major' })?.limit_amount, amount))

test('who handles is asked of the plain rules alone; the particular ones that can speak are listed in their order', () => {
  const rules = [rule(own, '06010', 2, 'A'), rule(0, '06010', 9, 'A'), rule(0, '06010', 1), rule(own, '06010', 3, 'any', 'major'), rule(own, '06', 4, 'B'), rule(own, '06', 5)]
  assert.equal(ruleIn(['06010', '06'], rules)?.limit_amount, 1)
  assert.deepEqual(specialsIn(['06010', '06'], rules).map((one) => one.limit_amount), [3, 2])
  assert.deepEqual(specialsIn(['06001', '06'], rules).map((one) => one.limit_amount), [4])
})

const version = (area: string, valid_from: string, valid_until: string | null, name: string): MatterRow => ({ area, code: 'C90', name, parent: 'C', valid_from, valid_until })

const versions: [string, MatterRow[], string][] = [
  ['the valid one', [version('/', '2020-01-01', '2026-01-01', '旧'), version('/', '2026-01-01', null, '新')], '新'],
  ['the latest where none is valid', [version('/', '2020-01-01', '2021-01-01', '旧'), version('/', '2021-01-01', '2022-01-01', '后')], '后'],
  ['the office’s own before everybody’s', [version('/', '2020-01-01', null, '众'), version('/33/99/01/008/', '2020-01-01', null, '己')], '己'],
  ['a valid one of everybody’s before a retired own', [version('/', '2020-01-01', null, '众'), version('/33/99/01/008/', '2020-01-01', '2021-01-01', '己')], '众'],
]
for (const [words, rows, name] of versions) test(`one row a code: ${words}`, () => assert.deepEqual(currentOf(rows, '2026-03-01').map((row) => row.name), [name]))

test('a line of groups ends even where they stand in a circle', () => {
  assert.deepEqual(lineageOf('a', new Map([['a', { parent: 'b' }], ['b', { parent: 'a' }]])), ['a', 'b'])
})

test('the directory: codes are unique, every leaf has a group and words of its own', () => {
  assert.equal(new Set(directory.map(({ code }) => code)).size, directory.length)
  const groups = new Set(directory.filter(({ isLeaf }) => !isLeaf).map(({ code }) => code))
  assert.deepEqual(directory.filter(({ isLeaf, parent, words }) => isLeaf && (!groups.has(parent ?? '') || words.length === 0)).map(({ code }) => code), [])
  // GB/T 47678.5: matters of the city's face, of advertising, of building sites, of street order, others.
  assert.deepEqual(['06', '07', '08', '09', '10'].map((major) => directory.filter(({ parent }) => parent === major).length), [51, 7, 16, 21, 2])
})
