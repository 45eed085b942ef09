import { expect, test } from 'vitest'
import { asReady, columnsFor, countWords, keysOf, testOf, wayOf, waysOf, widthOf, type Item } from './ledger-words.ts'

const item = (type: Item['type'], tests: Item['tests']): Item => ({ name: 'x', label: '某项', part: '身份', type, bases: ['person'], isSensitive: false, tests, options: null })

test('a question of a day is put in other words than one of a number, each with its opposite', () => {
  expect(waysOf(item('day', ['from', 'known'])).map(({ label }) => label)).toEqual(['不早于', '早于', '已登记', '没有登记'])
  expect(waysOf(item('number', ['from', 'until'])).map(({ label }) => label)).toEqual(['不小于', '小于', '不大于', '大于'])
  for (const way of ['in', 'in!', 'known!']) expect(wayOf(testOf(way))).toBe(way)
})

test('what is still being written is not asked yet', () => {
  const conditions = [{ any: [{ field: 'a', by: 'in' as const, value: [] }, { field: 'b', by: 'known' as const }] }, { any: [{ field: 'c', by: 'has' as const, value: '' }] }, { any: [{ field: 'd', by: 'in' as const, value: false }] }]
  expect(asReady({ base: 'person', conditions, columns: [] }).conditions).toEqual([{ any: [{ field: 'b', by: 'known' }] }, { any: [{ field: 'd', by: 'in', value: false }] }])
})

test('each of two alike has a key of its own', () => expect(keysOf(['a', 'b', 'a'])).toEqual(['a.0', 'b.0', 'a.1']))

test('how many lines, and how many cells are typed for it alone', () => {
  expect(countWords({ total: 12, isMore: false, typed: 0 })).toBe('共 12 行；全部取自底数，不用另填')
  expect(countWords({ total: 10_000, isMore: true, typed: 20_000 })).toBe('共 10000+ 行；其中 20000 格底数里没有，需另填')
})

test('another kind of line is told by its own columns, each once and only those that are there', () => {
  const items = [{ ...item('text', []), name: 'household.no', label: '户号' }, { ...item('text', []), name: 'household.head', label: '户主' }]
  expect(columnsFor('household', items, [{ field: 'household.head', label: '当家的' }])).toEqual([{ field: 'household.no', label: '户号' }])
})

test('a column is as wide as what stands in it needs', () => expect([[], [null, '李例二', '251127094532885462'], ['示例市示例区示范桥社区第1网格桥东新村'], ['很长的话'.repeat(20)]].map(widthOf)).toEqual([150, 150, 240, 420]))
