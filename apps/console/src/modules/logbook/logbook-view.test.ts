import { expect, test } from 'vitest'
import { chosenOf, columnsTold, faultOfColumns, freshColumn } from './logbook-view.ts'

test('columns are told as they are written: options of a choice, phones sealed, a name only where it was there', () => {
  const told = columnsTold([{ ...freshColumn('a'), label: '状态', type: 'code', options: '好、坏，好' }, { ...freshColumn('b'), name: 'x_1', label: '电话', type: 'phone', options: '甲、乙' }])
  expect(told).toEqual([
    { label: '状态', type: 'code', options: ['好', '坏'], max: null, isRequired: false, isSensitive: false }, { name: 'x_1', label: '电话', type: 'phone', options: [], max: null, isRequired: false, isSensitive: true },
  ])
})

test('what is not ready is said before it is sent', () => {
  expect(faultOfColumns([])).toBe('请至少设一栏')
  expect(faultOfColumns([{ ...freshColumn('a'), label: '甲' }, freshColumn('b')])).toBe('第 2 栏还没有名称')
  expect(faultOfColumns([{ ...freshColumn('a'), label: '状态', type: 'codes', options: '好' }])).toBe('“状态”至少要有两个选项')
  expect(faultOfColumns([{ ...freshColumn('a'), label: '甲' }])).toBeUndefined()
})

test('what is looked for is read back from the address', () => {
  expect(chosenOf('x_1 没有 隐患')).toEqual({ name: 'x_1', value: '没有 隐患' })
  for (const wrong of [undefined, '', 'x_1']) expect(chosenOf(wrong)).toBeUndefined()
})
