import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hindrance, mergeHindrance, splitHindrance, type Home, type Lodging } from './rules.ts'

const home: Home = { id: 'ours', area: '/a/', housing: 'door' }
const lodging = (change: Partial<Lodging> = {}): Lodging => ({ id: 'r1', person: 'p1', area: '/a/', housing: 'door', household: null, until: null, ...change })

for (const [what, lodgings, head, expected] of [
  ['those who live there', [lodging()], 'p1', undefined], ['those who are in it already', [lodging({ household: 'ours' })], null, undefined], ['who has left', [lodging({ until: '2026-01-01' })], null, '有成员已经搬离'],
  ['who lives at another door', [lodging({ housing: 'other' })], null, '成员要住在同一处'], ['who keeps house with others', [lodging({ household: 'theirs' })], null, '有成员已在另一户里，请先从那一户移出'],
  ['a head from elsewhere', [lodging()], 'p2', '户主要是本户成员'], ['who is not there', [], null, '有成员的居住登记不存在'],
] as [string, Lodging[], string | null, string | undefined][]) test(`a household of ${what}: ${expected ?? 'fine'}`, () => assert.equal(hindrance(home, ['r1'], lodgings, head), expected))

for (const [what, leaving, expected] of [
  ['one of two', ['a'], undefined], ['the same one twice', ['a', 'a'], undefined], ['everybody', ['a', 'b'], '至少要留一人在本户'], ['somebody else', ['c'], '只能分出本户现有的成员'],
] as [string, string[], string | undefined][]) test(`out of a household of two goes ${what}: ${expected ?? 'fine'}`, () => assert.equal(splitHindrance(['a', 'b'], leaving), expected))

for (const [what, other, expected] of [
  ['one at the same door', { ...home, id: 'theirs' }, undefined], ['itself', home, '不能与自己并户'], ['one at another door', { ...home, id: 'theirs', housing: 'other' }, '两户要在同一处'],
  ['one of the same area without a door', { ...home, id: 'theirs', housing: null }, '两户要在同一处'],
] as [string, Home, string | undefined][]) test(`a household merges with ${what}: ${expected ?? 'fine'}`, () => assert.equal(mergeHindrance(home, other), expected))
