import { codeTables, makeIdentityNumber } from '@linli/standards'
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FieldType, Value } from './field.ts'
import { baseKinds } from './index.ts'
import { readValue } from './read.ts'
import { synonyms } from './synonym.ts'

const known = { tables: codeTables, today: '2026-03-02' }
const read = (type: FieldType, raw: Value, more: { table?: string, max?: number } = {}, certificate?: string) => {
  const result = readValue({ type, label: '这一项', ...more }, raw, known, certificate)
  return result.ok ? result.value : result.message
}
const identity = makeIdentityNumber('339901', '1950-03-01', 12)

const cases: [string, FieldType, Value, Value, { table?: string, max?: number }?][] = [
  ['nothing', 'text', '  ', null], ['text is trimmed', 'text', ' 王示一 ', '王示一'], ['too long is said, never cut', 'text', '一二三', '最多 2 个字，现有 3 个', { max: 2 }],
  ['a code', 'code', '1', '1', { table: 'sex' }], ['its label', 'code', '男性', '1', { table: 'sex' }], ['without 性', 'code', '男', '1', { table: 'sex' }], ['汉', 'code', '汉', '01', { table: 'ethnicity' }],
  ['a synonym', 'code', '本科', '20', { table: 'education' }], ['full width', 'code', '０１', '01', { table: 'residenceMatch' }], ['unknown', 'code', '外星', '“外星”不在这一项的选项里，可选：未知的性别、男性、女性、未说明的性别', { table: 'sex' }],
  ['several', 'codes', '独居，高龄老人', ['01', '09'], { table: 'careGroup' }], ['several as an array', 'codes', ['11', '01', '11'], ['01', '11'], { table: 'careGroup' }],
  ['a day', 'day', '2024-3-1', '2024-03-01'], ['with dots', 'day', '2024.3.1', '2024-03-01'], ['in words', 'day', '2024年3月1日', '2024-03-01'], ['together', 'day', '20240301', '2024-03-01'], ['with a time', 'day', '2024/3/1 0:00:00', '2024-03-01'],
  ['Excel', 'day', 45_352, '2024-03-01'], ['no day', 'day', '2024-02-30', '没有“2024-02-30”这一天'], ['a month', 'day', '1950年3月', '“1950年3月”不是完整的日期，请写成 2024-03-01'],
  ['a number', 'number', '１，２００.５', 1200.5], ['with its unit', 'number', '89平方米', 89], ['no number', 'number', '约89', '“约89”不是数字'], ['too great', 'number', 11, '要在 0 到 10 之间', { max: 10 }],
  ['yes', 'yes', '√', true], ['no', 'yes', '无', false], ['neither', 'yes', '也许', '“也许”请写“是”或“否”'],
  ['identity', 'identityNumber', ` ${identity.toLowerCase()} `, identity], ['eaten by a table', 'identityNumber', '3.3E+17', '号码被表格软件变成了科学计数，后几位已丢失；请把这一列设为文本后重新填写'],
  ['phone', 'phone', '139-0000-0001', '13900000001'], ['no phone', 'phone', '1390', '“1390”不是有效的电话号码'], ['card', 'bankCard', '4532 0151 1283 0366', '4532015112830366'], ['wrong card', 'bankCard', '4532015112830367', '银行卡号的校验位不对，请核对'],
]
for (const [name, type, raw, expected, more] of cases) test(`${type}: ${name}`, () => assert.deepEqual(read(type, raw, more), expected))

test('a passport is read as one, an identity card is checked', () => {
  assert.equal(read('certificateNumber', ' e1234 5678 ', {}, '414'), 'E12345678')
  assert.equal(read('certificateNumber', '证件', {}, '414'), '证件号码只能有字母和数字，5 到 24 位')
  assert.equal(read('certificateNumber', identity), identity)
  assert.match(String(read('certificateNumber', '123')), /位/)
})

test('every synonym leads to a code, every field of codes to a table, and no two fields of a kind have one name or one header', () => {
  for (const [table, words] of Object.entries(synonyms)) for (const [word, code] of Object.entries(words)) assert.ok(codeTables[table]?.entries.some((entry) => entry.code === code), `${table} ${word}`)
  for (const { fields, parts, grounds } of Object.values(baseKinds)) {
    assert.equal(new Set(fields.map(({ name }) => name)).size, fields.length)
    const headers = fields.flatMap(({ label, headers: others = [] }) => [label, ...others])
    assert.deepEqual(headers.filter((header, at) => headers.indexOf(header) !== at), [])
    for (const { table, type, name } of fields) assert.equal(table !== undefined && codeTables[table] !== undefined, type === 'code' || type === 'codes', name)
    assert.deepEqual([...new Set(fields.map(({ part }) => part))], parts.map(({ name }) => name))
    assert.deepEqual(grounds.map(({ part }) => part), parts.map(({ name }) => name))
  }
})
