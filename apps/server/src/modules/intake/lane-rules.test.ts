import { deepEqual, ok } from 'node:assert/strict'
import { test } from 'node:test'
import { partsOf } from './lane-rules.ts'

test('rows are cut into parts about as long as one another', () => {
  deepEqual([partsOf(10, 1), partsOf(10, 3), partsOf(61, 7).at(-1)], [[[0, 10]], [[0, 3], [3, 6], [6, 10]], [52, 61]])
})

test('whatever the number of rows, each is in one part', () => {
  for (let rows = 1; rows <= 200_000; rows += 1) {
    for (let parts = 1; parts <= 8; parts += 1) {
      const all = partsOf(rows, parts)
      ok(all[0]![0] === 0 && all.at(-1)![1] === rows && all.every(([after], nth) => nth === 0 || after === all[nth - 1]![1]), `${rows} rows in ${parts} parts`)
    }
  }
})
