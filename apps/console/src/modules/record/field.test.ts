import { personFields } from '@linli/contract/words/index'
import { codeTables, makeIdentityNumber } from '@linli/standards'
import { expect, test } from 'vitest'
import { faultOf, isAsked, partsOf, valueWords, writtenOf } from './field.ts'
import type { FieldView } from './field.ts'

const fields: FieldView[] = [
  ...personFields.map(({ name, label, type, part, max = null, isSensitive = false, isRequired = false, table }) => ({ name, label, type, part, max, isSensitive, isRequired, options: table === undefined ? null : [...codeTables[table]!.entries] })),
  { name: 'x_pets', label: '养犬数量', type: 'number', part: 'own', max: 9, isSensitive: false, isRequired: false, options: null },
]
const field = (name: string) => fields.find((one) => one.name === name)!
const today = '2026-03-02'

test('fields stand by the parts of the dictionary; what the office added comes last', () => {
  const parts = partsOf('person', fields)
  expect(parts.map(({ title }) => title)).toEqual(['身份', '联系', '基本情况', '户籍', '流动人口登记', '境外人员登记', '留守人员', '关爱服务', '本地自设项目'])
  expect(parts.flatMap((part) => part.fields)).toHaveLength(fields.length)
})

test.each([
  [{}, []], [{ populationKind: '02' }, ['registered', 'floating']], [{ populationKind: '01' }, ['registered']], [{ populationKind: '01', groups: ['01', '04'] }, ['registered', 'leftBehind']],
  [{ populationKind: '03', registeredAddress: '示例路1号' }, ['registered', 'overseas']],
])('a part of another kind of population is not asked, but what is known is not hidden: %j', (values, asked) => {
  const parts = partsOf('person', fields)
  expect(parts.filter((part) => part.when && isAsked(part, values)).map(({ name }) => name)).toEqual(asked)
})

test.each([
  ['sex', '2', '女性'], ['groups', ['01', '09'], '独居老人、高龄老人'], ['workplace', '示例厂', '示例厂'], ['workplace', null, '—'], ['groups', undefined, '—'], ['sex', '77', '77'], ['health', '＊＊＊', '＊＊＊'],
])('%s %j is shown as %s', (name, value, words) => expect(valueWords(field(name), value)).toBe(words))

test('yes and no are words', () => {
  const yes = { type: 'yes' as const, options: null }
  expect([valueWords(yes, true), valueWords(yes, false), valueWords(yes, null)]).toEqual(['是', '否', '—'])
})

test('what is wrong is said before it is sent, in the words of the server', () => {
  const right = makeIdentityNumber('339901', '1950-03-01', 12)
  const wrong = `${right.slice(0, 17)}${right.endsWith('0') ? '1' : '0'}`
  const of = (name: string, value: string | null, certificate?: string) => faultOf(field(name), value, { today, ...(certificate && { certificate }) })
  expect(of('certificateNumber', right)).toBeUndefined()
  expect(of('certificateNumber', wrong)).toMatch(/校验/)
  expect(of('certificateNumber', 'E12345678')).toBeDefined()
  expect(of('certificateNumber', 'E12345678', '414')).toBeUndefined()
  expect(of('phone', '12345')).toBeDefined()
  expect(of('birth', '1950-02-30')).toMatch(/没有/)
  expect(of('phone', null)).toBeUndefined()
})

test('only what was changed is sent: a masked value that was left alone stays, one taken away on purpose goes', () => {
  const before = { name: '王示一', phone: '139****0001', workplace: '示例厂', groups: ['01'] }
  const form = { name: '王示一', workplace: ' 示例店 ', groups: [], phone: undefined }
  expect(writtenOf(fields, form, before)).toEqual({ workplace: '示例店', groups: null })
  expect(writtenOf(fields, { ...form, phone: null }, before)).toMatchObject({ phone: null })
  expect(writtenOf(fields, { ...form, phone: '13900000002' }, before)).toMatchObject({ phone: '13900000002' })
  expect(writtenOf(fields, { name: '李例二', birth: null, note: '', certificate: '111' })).toEqual({ name: '李例二', certificate: '111' })
})
