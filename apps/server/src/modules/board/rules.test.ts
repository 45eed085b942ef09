import assert from 'node:assert/strict'
import { test } from 'node:test'
import { before, hoursSaved, isRising, share, spread } from './board-rules.ts'

test('a share has a denominator, or is nothing', () => {
  assert.deepEqual([share(2, 3), share(0, 4), share(0, 0)], [66.7, 0, null])
})

test('hours saved: minutes of each kind of talk, in hours', () => {
  assert.equal(hoursSaved({ machine: 30, suggested: 15, attended: 60 }, { machine: 4, suggested: 2, attended: 1 }), 3.5)
  assert.equal(hoursSaved({ machine: 0, suggested: 0, attended: 0 }, { machine: 4, suggested: 2, attended: 1 }), 0)
})

test('the time before is as long', () => assert.deepEqual(before('2026-03-01', '2026-03-31'), { from: '2026-01-29', until: '2026-02-28' }))

const rising: [number, number, boolean][] = [[3, 2, true], [3, 0, true], [2, 0, false], [10, 7, false], [12, 8, true]]
for (const [asked, earlier, isIt] of rising) test(`${asked} after ${earlier} is ${isIt ? '' : 'not '}rising`, () => assert.equal(isRising(asked, earlier), isIt))

test('median and slowest tenth of waits', () => {
  assert.deepEqual(spread([]), { median: null, p90: null })
  assert.deepEqual(spread([9, 1, 5]), { median: 5, p90: 9 })
})
