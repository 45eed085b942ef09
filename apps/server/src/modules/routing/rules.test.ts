import assert from 'node:assert/strict'
import { test } from 'node:test'
import { complaintsOf, holding, holds, raised, speaking, type RoutingRule, type What } from './rules.ts'

const anything = { matters: [], areas: [], sources: [], severities: [], words: [] }
const rule = (some: Partial<RoutingRule>): RoutingRule => ({ id: 'r', ...anything, unit: null, raisesTo: null, limit: null, ...some })
const wires: What = { line: ['B01', 'B'], area: '/33/99/01/008/005/012/b0031/', source: 'grid', severity: 'ordinary', text: '3幢楼道 飞线充电：电动车。' }

const cases: [string, Partial<RoutingRule>, boolean][] = [
  ['asks nothing', {}, true],
  ['the leaf', { matters: ['B01'] }, true],
  ['its group', { matters: ['B'] }, true],
  ['one of several', { matters: ['06', 'B'] }, true],
  ['another matter', { matters: ['B02'] }, false],
  ['an area above', { areas: ['/33/99/01/008/005/'] }, true],
  ['another community', { areas: ['/33/99/01/008/006/'] }, false],
  ['the source', { sources: ['grid', 'hotline'] }, true],
  ['another source', { sources: ['resident'] }, false],
  ['the severity', { severities: ['ordinary'] }, true],
  ['another severity', { severities: ['major'] }, false],
  ['a word', { words: ['飞线'] }, true],
  ['words that must both occur', { words: ['电动车 充电'] }, true],
  ['one of them missing', { words: ['电动车 电池'] }, false],
  ['any of several', { words: ['电池', '楼道'] }, true],
  ['across punctuation', { words: ['充电电动车'] }, true],
  ['a word without letters is no word', { words: ['。'] }, false],
  ['all conditions at once', { matters: ['B'], sources: ['grid'], words: ['电动车'] }, true],
  ['all but one', { matters: ['B'], sources: ['resident'], words: ['电动车'] }, false],
]
for (const [name, some, isHolding] of cases) test(`a rule: ${name}`, () => assert.equal(holds(rule(some), wires), isHolding))

test('the first that holds speaks; one whose unit handles no more is passed over', () => {
  const rules = [rule({ id: 'a', matters: ['06'], unit: 'u' }), rule({ id: 'b', unit: 'gone' }), rule({ id: 'c', unit: 'u' }), rule({ id: 'd' })]
  const held = holding(rules, wires)
  assert.deepEqual(held.map(({ rule: { id }, no }) => [id, no]), [['b', 2], ['c', 3], ['d', 4]])
  assert.equal(speaking(held, (unit) => unit === 'u')?.no, 3)
  assert.equal(speaking(held, () => false)?.no, 4)
})

test('a severity is raised and never lowered', () => {
  assert.deepEqual([raised('ordinary', 'major'), raised('major', 'larger'), raised('larger', null)], ['major', 'major', 'larger'])
})

test('what is wrong with rules is said at its place', () => {
  const known = {
    units: new Map([['u', { kind: 'department', area: '/33/99/01/008/', isActive: true }], ['c', { kind: 'community', area: '/33/99/01/008/005/', isActive: true }], ['old', { kind: 'office', area: '/33/99/01/008/', isActive: false }]]),
    isMatter: (code: string) => code === 'B', isArea: () => true, office: '/33/99/01/008/',
  }
  const paths = (...rules: RoutingRule[]) => complaintsOf(rules, known).map(({ path }) => path)
  assert.deepEqual(paths(rule({ matters: ['B'], areas: ['/33/99/01/008/005/'], unit: 'c' }), rule({ id: 's', unit: 'u' })), [])
  assert.deepEqual(paths(rule({}), rule({})), ['rules.1.id'])
  assert.deepEqual(paths(rule({ matters: ['B', 'Z'], areas: ['/33/99/01/009/'], words: ['！'], unit: 'old' })), ['rules.0.matters', 'rules.0.areas', 'rules.0.words', 'rules.0.unit'])
  assert.deepEqual(paths(rule({ unit: 'c' }), rule({ id: 's', unit: 'c', areas: ['/33/99/01/008/'] })), ['rules.0.unit', 'rules.1.unit'])
})
