import { expect, test } from 'vitest'
import { isAlwaysSealed, isChoice, mayHaveMost, optionsIn, orderWords, stepped } from './field-view.ts'

test.each([['是\n否\n不清楚', ['是', '否', '不清楚']], [' 甲、乙，丙;丁/戊|己 ', ['甲', '乙', '丙', '丁', '戊', '己']], ['甲\n甲', ['甲']], ['', []], [undefined, []]])('options %j', (text, expected) => expect(optionsIn(text)).toEqual(expected))

test.each([
  ['form', 1, ['import', 'form', 'visit']], ['form', -1, ['form', 'import', 'visit']], ['visit', -1, ['form', 'visit', 'import']], ['visit', 1, ['form', 'import', 'visit']], ['steward', 1, ['form', 'import', 'visit']],
] as const)('%s by %i', (source, by, expected) => expect(stepped(['form', 'import', 'visit'], source, by)).toEqual(expected))

test('what a type asks for', () => {
  expect([isChoice('code'), isChoice('codes'), isChoice('text'), isChoice(undefined)]).toEqual([true, true, false, false])
  expect([isAlwaysSealed('phone'), isAlwaysSealed('text'), isAlwaysSealed(undefined)]).toEqual([true, false, false])
  expect([mayHaveMost('number'), mayHaveMost('day')]).toEqual([true, false])
  expect(orderWords(['visit', 'import'])).toBe('走访 › 批量导入')
})
