import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gathered } from './cluster.ts'
import { isChanged, isLost, placed, withChange, type Found } from './rehearsal-rules.ts'

test('the same asked in other words is one topic, what only looks alike is another', () => {
  const asked = ['楼下快递柜能移到北门吗', '快递柜可以移到北门吗', '居住证怎么办理', '结婚证在哪里领', '快递柜移去北门行不行', '办居住证怎么办理']
  assert.deepEqual(gathered([], asked), [0, 0, 2, 3, 0, 2])
})

test('what is known takes up what comes', () => {
  assert.deepEqual(gathered([{ id: 'a', texts: ['社区食堂几点开饭', '食堂几点开门'] }, { id: 'b', texts: ['宽带怎么装'] }], ['社区食堂几点开', '怎么装宽带', '楼道灯坏了']), ['a', 'b', 2])
  assert.deepEqual(gathered([{ id: 'a', texts: ['宽带怎么装'] }], []), [])
})

const entry = (id: string, question = id) => ({ id, question })
test('the knowledge as it would be', () => {
  const told = [entry('a'), entry('b')]
  const change = (id: string, of: { replaces?: string, isNotForUs?: boolean } = {}) => ({ id, question: '新', replaces: of.replaces ?? null, isNotForUs: of.isNotForUs ?? false })
  assert.deepEqual(withChange(told, change('a')).map(({ id, question }) => [id, question]), [['b', 'b'], ['a', '新']])
  assert.deepEqual(withChange(told, change('c', { replaces: 'b' })).map(({ id }) => id), ['a', 'c'])
  assert.deepEqual(withChange(told, change('c', { replaces: 'b', isNotForUs: true })).map(({ id }) => id), ['a'])
})

test('a community’s own answer to come stands in the place of the one it replaces; where it stands already, nothing moves', () => {
  assert.deepEqual(placed([entry('a'), entry('b')], { id: 'c', replaces: 'b' }).map(({ id, question }) => [id, question]), [['a', 'a'], ['c', 'b']])
  assert.deepEqual(placed([entry('b'), entry('c')], { id: 'c', replaces: 'b' }).map(({ id }) => id), ['b', 'c'])
  assert.deepEqual(placed([entry('a')], { id: 'c', replaces: null }).map(({ id }) => id), ['a'])
})

const found = (one: string | null, band: Found['band'] = 'answer'): Found => ({ entry: one, band })
const lost: [string | null, Found, Found, boolean, boolean][] = [
  ['a', found('a'), found('a'), false, false], ['a', found('a'), found('b'), true, true], ['a', found('a'), found('a', 'offer'), true, true], ['a', found('b'), found('a'), true, false], [null, found('a'), found(null, 'hand-over'), true, false], ['a', found('a', 'offer'), found('a'), true, false],
]
for (const [wanted, was, is, changes, isGone] of lost) test(`wanted ${wanted}: ${was.entry} ${was.band} → ${is.entry} ${is.band}`, () => assert.deepEqual([isChanged(was, is), isLost(wanted, was, is)], [changes, isGone]))
