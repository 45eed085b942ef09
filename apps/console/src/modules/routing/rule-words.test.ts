import { expect, test } from 'vitest'
import { extrasOf, moved, rateWords, sentenceOf, unitWords, writtenOf } from './rule-words.ts'
import type { Rule } from './rule-words.ts'

const rule: Rule = {
  id: 'r', matters: [{ code: 'B', name: '安全隐患' }, { code: '06', name: '市容环境' }], areas: [{ path: '/33/99/01/008/005/', name: '东苑社区' }], sources: ['hotline'], severities: ['major'], words: ['飞线', '电动车 充电'],
  unit: null, person: null, raisesTo: 'extreme', limit: { amount: 2, unit: 'workingHour' },
}
const bare: Rule = { ...rule, matters: [], areas: [], sources: [], severities: [], words: [], raisesTo: null, limit: null, unit: { id: 'u', name: '园林所', isActive: true }, person: { id: 'p', name: '李示二' } }

test('a rule reads as a sentence', () => {
  expect(sentenceOf(rule)).toBe('事项是“安全隐患”或“市容环境”，且地点在“东苑社区”，且来源是“12345 转办”，且级别是“重大”，且说到“飞线”或“电动车＋充电”')
  expect([unitWords(rule), ...extrasOf(rule)]).toEqual(['事件所在社区', '级别提到特别重大', '处置时限 2 工作时'])
  expect([sentenceOf(bare), unitWords(bare), extrasOf(bare)]).toEqual(['所有事件', '园林所', ['责任人 李示二']])
})

test('it is sent back without the names', () => {
  expect(writtenOf(rule)).toEqual({ ...rule, matters: ['B', '06'], areas: ['/33/99/01/008/005/'] })
  expect([writtenOf(bare).unit, writtenOf(bare).person]).toEqual(['u', 'p'])
})

test.each([[1, -1, 'bac'], [1, 1, 'acb'], [0, -1, 'abc'], [2, 1, 'abc'], [0, 2, 'bca'], [2, -2, 'cab'], [1, 5, 'abc']] as const)('moving %i by %i gives %s', (at, by, expected) => {
  expect(moved(['a', 'b', 'c'], at, by).join('')).toBe(expected)
})

test.each([[null, '—'], [1, '100.0%'], [0.9756, '97.6%']])('the rate %s reads %s', (rate, words) => expect(rateWords(rate)).toBe(words))
