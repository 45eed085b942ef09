import { expect, test } from 'vitest'
import { aboutWords, eachOnce, homeWords } from './person-view.ts'

test.each([['2', 75, '女，75 岁'], [null, 3, '3 岁'], ['1', null, '男'], ['9', null, '']])('sex %s, age %s: %s', (sex, age, words) => expect(aboutWords({ sex, age })).toBe(words))

test('who has no address is at home in the area that is known', () => {
  expect([homeWords({ address: '示例苑3幢501室', areaName: '东苑社区' }), homeWords({ address: null, areaName: '东苑社区' })]).toEqual(['示例苑3幢501室', '东苑社区'])
})

test('somebody with two homes stands on a page once', () => {
  expect(eachOnce([{ id: 'a' }, { id: 'b' }, { id: 'a' }]).map(({ id }) => id)).toEqual(['a', 'b'])
})
