import { expect, test } from 'vitest'
import { treeOrder } from './tree-order.ts'

const rows = [
  { code: 'A', name: '市容环境', parent: null },
  { code: 'B', name: '公共安全', parent: null },
  { code: 'A01', name: '暴露垃圾', parent: 'A' },
  { code: 'A02', name: '道路不洁', parent: 'A' },
  { code: 'B01', name: '消防通道堵塞', parent: 'B' },
  { code: 'X01', name: '无家可归的事项', parent: 'X' },
]
const names = (text?: string, folded?: string[]) => treeOrder(rows, text, new Set(folded)).map(({ row, depth }) => `${'·'.repeat(depth)}${row.code}`)

test('children follow their parent; what lost its parent stands at the top', () => {
  expect(names()).toEqual(['A', '·A01', '·A02', 'B', '·B01', 'X01'])
})

test.each([
  ['垃圾', ['A', '·A01']],
  ['b0', ['B', '·B01']],
  ['市容', ['A', '·A01', '·A02']],
  ['没有的', []],
])('a search for %s shows %j', (text, expected) => {
  expect(names(text)).toEqual(expected)
})

test('folded branches hide what is under them, unless something is searched', () => {
  expect(names('', ['A'])).toEqual(['A', 'B', '·B01', 'X01'])
  expect(names('垃圾', ['A'])).toEqual(['A', '·A01'])
})
