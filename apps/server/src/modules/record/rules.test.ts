import type { ValueSource, Values } from '@linli/contract'
import { personFields } from '@linli/contract'
import { codeTables } from '@linli/standards'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mayOverrule, readAll, settle, type Sources } from './rules.ts'

const known = { tables: codeTables, today: '2026-03-02' }

test('what was written is read field by field, and every fault is told at once', () => {
  const { values, faults } = readAll(personFields, { name: ' 王示一 ', sex: '男', birth: '1950.3.1', phone: '139', ethnicity: '汉', groups: '独居' }, known)
  assert.deepEqual(values, { name: '王示一', sex: '1', birth: '1950-03-01', ethnicity: '01', groups: ['01'] })
  assert.deepEqual(faults, [{ path: 'values.phone', message: '“139”不是有效的电话号码' }])
  assert.deepEqual(readAll(personFields, { name: '', religion: '无' }, known).faults, [{ path: 'values.name', message: '请填写姓名' }, { path: 'values.religion', message: '没有这一项' }])
})

test('a passport number is read as one, also when only the number is written later', () => {
  assert.deepEqual(readAll(personFields, { certificate: '护照', certificateNumber: 'e1234567' }, known).values, { certificate: '414', certificateNumber: 'E1234567' })
  assert.deepEqual(readAll(personFields, { certificateNumber: 'e1234567' }, known, { certificate: '414' }).values, { certificateNumber: 'E1234567' })
})

for (const [next, present, expected] of [
  ['import', 'form', false], ['form', 'import', true], ['form', 'department', true], ['import', 'import', true], ['department', 'form', true], ['steward', 'import', false], ['visit', 'survey', true], ['survey', 'visit', false],
] as [ValueSource, ValueSource, boolean][]) {
  test(`${next} ${expected ? 'takes the place of' : 'leaves'} what came from ${present}`, () => assert.equal(mayOverrule(next, present), expected))
}

test('an office may rank its sources for a field otherwise', () => assert.equal(mayOverrule('import', 'department', ['import', 'department']), true))

test('what changes is changed, what a lesser source says is kept aside, and what is the same is neither', () => {
  const before: Values = { name: '王示一', phone: '13900000001', education: null, ethnicity: '01' }
  const sources: Sources = { '*': [1, 'import'], phone: [2, 'form'] }
  const settled = settle(before, sources, { name: '王示一', phone: '13900000002', education: '20', ethnicity: '02' }, { source: 'import', no: 3, ranks: {} })
  assert.deepEqual(settled, {
    values: { name: '王示一', phone: '13900000001', education: '20', ethnicity: '02' }, changed: ['education', 'ethnicity'], overruled: ['phone'],
    sources: { '*': [1, 'import'], phone: [2, 'form'], education: [3, 'import'], ethnicity: [3, 'import'] },
  })
})

test('what somebody decided for stands, with the source that said it', () => {
  const settled = settle({ phone: '13900000001' }, { phone: [2, 'form'] }, { phone: '13900000002' }, { source: 'steward', no: 3, ranks: {}, isDecided: true })
  assert.deepEqual([settled.values, settled.overruled, settled.sources.phone], [{ phone: '13900000002' }, [], [3, 'steward']])
})

test('nothing known is no conflict: any source may fill what is empty', () =>
  assert.deepEqual(settle({ phone: null }, { '*': [1, 'department'] }, { phone: '13900000002' }, { source: 'resident', no: 2, ranks: {} }).changed, ['phone']))

test('a code that is offered no more may stay where it stands, and is not given anew', () => {
  const fields = [{ name: 'groups', label: '关爱类别', type: 'codes', table: 'careGroup', part: 'care' }] as const
  const office = { today: '2026-03-02', tables: { careGroup: { entries: [{ code: '01', label: '独居老人' }], retired: [{ code: '71', label: '用餐对象' }] } } }
  const read = (given: string[], before: string[] | null) => readAll(fields, { groups: given }, office, { groups: before })
  assert.deepEqual(read(['01', '71'], ['71']), { values: { groups: ['01', '71'] }, faults: [] })
  assert.deepEqual(read(['01', '71'], ['01']).faults, [{ path: 'values.groups', message: '“用餐对象”已经停用，请选别的' }])
  assert.deepEqual(read(['71'], null).faults.length, 1)
})
