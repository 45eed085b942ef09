import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Flows, add, isMoved, nothing, type Tried } from './try-rules.ts'

const [park, road, yard] = ['园林', '市政', '社区'].map((name) => ({ id: name, name }))
const tried = (some: Partial<Tried>): Tried => ({ no: 1, from: park!, to: park!, last: park!, isMissent: false, ...some })

const cases: [string, Tried, [number, number, number]][] = [
  ['where it went', tried({}), [0, 0, 0]],
  ['elsewhere than it was sent rightly', tried({ to: road! }), [1, 0, 1]],
  ['at once to whom it came to', tried({ to: road!, last: road!, isMissent: true }), [1, 1, 0]],
  ['wrong once more', tried({ to: yard!, last: road!, isMissent: true }), [1, 0, 0]],
  ['nobody is suggested', tried({ to: null }), [0, 0, 0]],
]
for (const [name, one, [moved, mended, spoiled]] of cases) {
  test(`a try: ${name}`, () => {
    const tally = nothing()
    add(tally, one)
    assert.deepEqual(tally, { matched: 1, moved, mended, spoiled })
    assert.equal(isMoved(one), moved === 1)
  })
}

test('the widest flows come first, each rule by itself', () => {
  const flows = new Flows()
  for (const one of [tried({ to: road! }), tried({ to: yard! }), tried({ to: yard! }), tried({ no: 2, to: yard! })]) flows.add(one)
  assert.deepEqual(flows.most(2).map(({ no, to, count }) => [no, to?.name, count]), [[1, '社区', 2], [1, '市政', 1]])
})
