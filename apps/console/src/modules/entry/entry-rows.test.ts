import { describe, expect, test } from 'vitest'
import { checkerOf, columnsOf, faultsFrom, filledIn, knownOf } from './entry-rows.ts'
import type { FieldView } from './entry-rows.ts'

const field = (name: string, label: string, type: FieldView['type'], labels?: string[]): FieldView =>
  ({ name, label, type, part: 'identity', max: null, isSensitive: false, isRequired: name === 'name', options: labels?.map((text, at) => ({ code: `0${at + 1}`, label: text })) ?? null })
const fields = [field('name', '姓名', 'text'), field('certificateNumber', '证件号码', 'certificateNumber'), field('sex', '性别', 'code', ['男', '女']), field('birth', '出生日期', 'day'), field('groups', '关爱类别', 'codes', ['独居老人', '低保对象'])]
const roles = [{ code: '01', label: '业主' }, { code: '03', label: '租客' }]
const columns = columnsOf(fields, roles.map(({ label }) => label))
const known = knownOf(fields, '2026-11-26', { entries: roles })
const units = [{ id: 'u1', entrance: '1', room: '201', address: '文澜苑3幢1单元201室' }]
const check = checkerOf(columns, { area: '/33/99/01/001/001/001/b0003/', units, fields }, known)
const row = (cells: Record<string, string>) => ({ id: 1, cells: columns.map(({ key }) => cells[key] ?? '') })
const faults = (cells: Record<string, string>) => {
  const checked = check(row(cells))
  return 'faults' in checked ? Object.fromEntries(columns.flatMap(({ key }, at) => (checked.faults[at] ? [[key, checked.faults[at]]] : []))) : undefined
}

test('a row that is right says who lives where and how', () => {
  expect(check(row({ name: '王示一', room: '1-201', role: '租客', since: '2024年3月1日', sex: '女', groups: '低保对象、独居老人' }))).toEqual({
    input: { values: { name: '王示一', sex: '02', groups: ['01', '02'] }, at: { housing: 'u1' }, role: '03', since: '2024-03-01' },
  })
  expect(check(row({ name: '王示一', role: '业主' }))).toMatchObject({ input: { at: { area: '/33/99/01/001/001/001/b0003/' }, since: null } })
})

describe('what is wrong is said at its cell', () => {
  test.each<[Record<string, string>, Record<string, unknown>]>([
    [{ name: '王示一' }, { role: '请填写居住关系' }],
    [{ role: '业主' }, { name: '请填写姓名' }],
    [{ name: '王示一', role: '房东' }, { role: expect.stringContaining('不在居住关系的选项里') }],
    [{ name: '王示一', role: '业主', room: '9-999' }, { room: '这幢楼没有登记“9-999”，请先登记房屋' }],
    [{ name: '王示一', role: '业主', certificateNumber: '3.3E+17' }, { certificateNumber: expect.stringContaining('科学计数') }],
  ])('%j', (cells, told) => expect(faults(cells)).toEqual(told))
  test('an empty row is no fault', () => expect(faults({})).toEqual({}))
  test('without a building a room cannot be meant', () => expect(checkerOf(columns, { area: '/33/99/01/001/001/', units: undefined, fields }, known)(row({ name: '王示一', role: '业主', room: '501' }))).toMatchObject({ faults: expect.arrayContaining(['请先在上面选择楼幢，再写房号']) }))
})

test('an identity number fills in sex and date of birth; a wrong one leaves them alone', () => {
  const at = columns.findIndex(({ key }) => key === 'certificateNumber')
  const filled = (number: string) => filledIn(columns, row({ certificateNumber: number, sex: '男' }).cells, at, '2026-11-26').slice(-3)
  expect(filled('339901195002030020')).toEqual(['女', '1950-02-03', ''])
  expect(filled('339901195002030021')).toEqual(['男', '', ''])
})

test('what the server says stands at the cell it is about, or at the name', () => {
  const told = (problem: Parameters<typeof faultsFrom>[0]) => Object.fromEntries(faultsFrom(problem, columns).flatMap((fault, at) => (fault ? [[columns[at]!.key, fault]] : [])))
  expect(told({ title: '填写的内容有误', fields: [{ path: 'values.birth', message: '没有这一天' }, { path: 'at.area', message: '请具体到社区以下' }] })).toEqual({ birth: '没有这一天', room: '请具体到社区以下' })
  expect(told({ title: '这个人已经登记过了', detail: '该证件号码已登记：王示一' })).toEqual({ name: '该证件号码已登记：王示一' })
})
