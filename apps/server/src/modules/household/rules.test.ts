import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hindrance, type Lodging } from './rules.ts'

const home = { id: 'ours', area: '/a/', housing: 'door' }
const lodging = (change: Partial<Lodging> = {}): Lodging => ({ id: 'r1', person: 'p1', area: '/a/', housing: 'door', household: null, until: null, ...change })

for (const [what, lodgings, head, expected] of [
  ['those who live there', [lodging()], 'p1', undefined], ['those who are in it already', [lodging({ household: 'ours' })], null, undefined], ['who has left', [lodging({ until: '2026-01-01' })], null, '有成员已经搬离'],
  ['who lives at another door', [lodging({ housing: 'other' })], null, '成员要住在同一处'], ['who keeps house with others', [lodging({ household: 'theirs' })], null, '有成员已在另一户里，请先从那一户移出'],
  ['a head from elsewhere', [lodging()], 'p2', '户主要是本户成员'], ['who is not there', [], null, '有成员的居住登记不存在'],
] as [string, Lodging[], string | null, string | undefined][]) test(`a household of ${what}: ${expected ?? 'fine'}`, () => assert.equal(hindrance(home, ['r1'], lodgings, head), expected))
