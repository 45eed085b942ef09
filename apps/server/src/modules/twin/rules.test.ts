import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayBeOneBirth, nameLikeness, reasonsFor, scoreOf, type Likeness } from './rules.ts'

for (const [one, other, expected] of [
  [['王示一', 'wangshiyi'], ['王示一', 'wangshiyi'], 'same'], [['王 示一', 'wangshiyi'], ['王示一', 'wangshiyi'], 'same'], [['阿不都·示例', 'abudushili'], ['阿不都示例', 'abudushili'], 'same'],
  [['王示一', 'wangshiyi'], ['王十一', 'wangshiyi'], 'alike'], [['王示一', 'wangshiyi'], ['王思一', 'wangsiyi'], 'alike'], [['李令', 'liling'], ['李林', 'lilin'], 'alike'], [['王示一', 'wangshiyi'], ['王示', 'wangshi'], 'alike'],
  [['王示一', 'wangshiyi'], ['王一示', 'wangyishi'], 'alike'], [['王示一', 'wangshiyi'], ['王示二', 'wangshier'], null], [['王一', 'wangyi'], ['王二', 'wanger'], null], [['王示一', 'wangshiyi'], ['李示一', 'lishiyi'], null], [['王', 'wang'], ['王示', 'wangshi'], null],
] as const) test(`${one[0]} and ${other[0]}: ${expected ?? 'two names'}`, () => assert.equal(nameLikeness({ name: one[0], pinyin: one[1] }, { name: other[0], pinyin: other[1] }), expected))

for (const [one, other, expected] of [
  ['1950-03-01', '1950-03-01', true], ['1950-03-01', null, true], ['1950-03-01', '1950-01-03', true], ['1950-03-01', '1956-03-01', true], ['1950-03-01', '1951-04-01', false], ['1950-03-01', '1985-03-01', false],
] as const) test(`born ${one} and ${other}: ${expected ? 'may be one' : 'two'}`, () => assert.equal(mayBeOneBirth(one, other), expected))

const person: Likeness = { name: '王示一', pinyin: 'wangshiyi', certificate: '111', number: 'a', sex: '2', birth: '1950-03-01', phone: 'p', homes: ['h'] }
const unknown: Likeness = { ...person, certificate: null, number: null, sex: null, birth: null, phone: null, homes: [] }

for (const [told, other, expected] of [
  ['the same phone', { ...unknown, phone: 'p' }, ['phone']], ['the same birthday', { ...unknown, birth: '1950-03-01' }, ['birth']], ['the same home', { ...unknown, homes: ['x', 'h'] }, ['address']],
  ['all of it', { ...unknown, birth: '1950-03-01', phone: 'p', homes: ['h'] }, ['phone', 'birth', 'address']], ['only the name', unknown, []], ['another certificate number', { ...person, number: 'b' }, []],
  ['a passport besides the identity card', { ...person, certificate: '414', number: 'b' }, ['phone', 'birth', 'address']], ['the other sex', { ...person, number: null, sex: '1' }, []], ['another birthday', { ...person, number: null, birth: '1985-12-30' }, []],
  ['a phone shared with somebody of another name', { ...unknown, name: '李例二', pinyin: 'lilier', phone: 'p' }, []],
] as [string, Likeness, string[]][]) test(`${told}: ${expected.join(', ') || 'not alike'}`, () => {
  assert.deepEqual(reasonsFor(person, other), expected)
  assert.deepEqual(reasonsFor(other, person), expected)
})

test('the more they share the surer, and the same name before one that sounds so', () => {
  const all = { ...unknown, phone: 'p', birth: '1950-03-01', homes: ['h'] }
  const scores = [all, { ...unknown, phone: 'p' }, { ...unknown, phone: 'p', name: '王十一' }, { ...unknown, homes: ['h'], name: '王十一' }].map((other) => scoreOf(reasonsFor(person, other), person, other))
  assert.deepEqual(scores, [140, 70, 50, 30])
})
