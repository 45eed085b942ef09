import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, isSealed, wholeOrder, type Wanted } from './rules.ts'

const known = [{ label: '联系电话', headers: ['手机'] }]
for (const [what, change, expected] of [
  ['a new one', {}, []], ['a known label', { label: '联系电话' }, ['已经有这个项目了']], ['a known header', { label: '手机' }, ['已经有这个项目了']], ['a belief', { label: '宗教信仰' }, ['法律法规限制收集这类信息，不能登记']],
  ['an illness among the options', { type: 'code', options: ['无', '艾滋病'] }, ['法律法规限制收集这类信息，不能登记']], ['a restricted group', { label: '刑释年份' }, ['特殊人群只在专门的受限模块里登记，不能用标签、自加项目或代码标记']], ['a choice of one', { type: 'code', options: ['是'] }, ['至少要有两个选项']], ['options of a day', { type: 'day', options: ['甲', '乙'] }, ['只有单选和多选才有选项']],
  ['the same twice', { type: 'codes', options: ['甲', '甲'] }, ['选项有重复']], ['two in one', { type: 'codes', options: ['甲、乙', '丙'] }, ['选项里不能有顿号、逗号、分号或斜线']],
] as [string, Partial<Wanted>, string[]][]) test(`${what}: ${expected[0] ?? 'fine'}`, () => assert.deepEqual(faultsOf({ label: '充电桩编号', type: 'text', options: [], isSensitive: false, ...change }, known).map(({ message }) => message), expected))

test('numbers of people are sealed whatever was said', () => assert.deepEqual([isSealed({ type: 'phone', isSensitive: false }), isSealed({ type: 'text', isSensitive: false }), isSealed({ type: 'text', isSensitive: true })], [true, false, true]))
test('sources that were not named come after in the shipped order', () => assert.deepEqual(wholeOrder(['import', 'form'], ['form', 'visit', 'import']), ['import', 'form', 'visit']))
