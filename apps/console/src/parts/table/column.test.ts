import { expect, test } from 'vitest'
import { isShown } from './column.ts'

const column = (rest: object) => ({ key: 'place', title: '地点', render: () => null, ...rest })

test.each([
  [{}, {}, true],
  [{}, { place: false }, false],
  [{ isExtra: true }, {}, false],
  [{ isExtra: true }, { place: true }, true],
  [{ isFixed: true }, { place: false }, true],
  [{}, { other: false }, true],
])('column %j with choice %j is shown: %s', (rest, chosen, shown) => {
  expect(isShown(column(rest), chosen as Record<string, boolean>)).toBe(shown)
})
