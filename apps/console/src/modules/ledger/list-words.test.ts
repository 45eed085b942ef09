import { expect, test } from 'vitest'
import type { Item } from './ledger-words.ts'
import { draftOf, isFound, isIn } from './list-words.ts'

const item = (name: string, label: string, bases: Item['bases']): Item => ({ name, label, part: '基本', type: 'text', bases, isSensitive: false, tests: ['in'], options: null })

test('a list is handed out under the names of the base, with what the office added, and its filters as conditions', () => {
  const items = [item('thing.x_a1b2', '承包人', ['thing']), item('thing.kind', '部件类型', ['thing']), item('thing.name', '名称', ['thing']), item('x_c3d4', '别的', ['person'])]
  expect(draftOf('thing', items, [isIn('thing.state', '02'), [], isFound('thing', '灯')])).toEqual({
    base: 'thing', columns: [{ field: 'thing.name', label: '名称' }, { field: 'thing.kind', label: '部件类型' }, { field: 'thing.x_a1b2', label: '承包人' }],
    conditions: [{ any: [{ field: 'thing.state', by: 'in', value: ['02'] }] }, { any: [{ field: 'thing.found', by: 'has', value: '灯' }] }],
  })
})

test('more values than one question takes are several, any of which may hold', () =>
  expect(isIn('thing.kind', Array.from({ length: 61 }, (_, at) => `${at}`)).map(({ value }) => (value as string[]).length)).toEqual([60, 1]))
