import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCreditCode } from '../credit-code.ts'
import { ethnicity } from './ethnicity.ts'
import { codeTables } from './index.ts'
import { codeOfLabel, labelOf, type CodeTable } from './table.ts'

for (const [name, table] of Object.entries(codeTables)) {
  test(`${name}: ${table.title}, ${table.standard}`, () => {
    const { entries } = table
    assert.equal(table.name, name)
    assert.ok(entries.length >= 2)
    const codes = entries.map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length, 'codes are unique')
    assert.equal(new Set(entries.map(({ label }) => label)).size, entries.length, 'labels are unique')
    for (const { code, label, parent } of entries) {
      assert.match(code, /^(?:\d{1,3}|\d{5})$/)
      assert.match(label, /^[\u4e00-\u9fff、]+$/)
      if (parent !== undefined) assert.ok(codes.includes(parent) && parent !== code, `${code} under ${parent}`)
      assert.equal(labelOf(table, code), label)
      assert.equal(codeOfLabel(table, label), code)
    }
  })
}

const parentOf = (name: string, code: string): string | undefined => table(name).entries.find((entry) => entry.code === code)?.parent
const table = (name: string): CodeTable => codeTables[name] ?? assert.fail(`no table ${name}`)

test('values that the rest of the platform relies on', () => {
  const cases: [string, string, string][] = [
    ['sex', '1', '男性'], ['sex', '2', '女性'], ['maritalStatus', '20', '已婚'], ['politicalStatus', '01', '中共党员'], ['politicalStatus', '13', '群众'],
    ['education', '21', '大学本科毕业'], ['education', '61', '普通高中毕业'], ['certificate', '111', '居民身份证'], ['kinship', '02', '户主'], ['kinship', '10', '配偶'],
    ['ethnicity', '01', '汉族'], ['ethnicity', '46', '德昂族'], ['ethnicity', '56', '基诺族'], ['urbanRuralClass', '111', '主城区'], ['populationKind', '02', '流动人口'],
  ]
  for (const [name, code, label] of cases) assert.equal(labelOf(table(name), code), label)
  assert.equal(labelOf(table('sex'), '3'), undefined)
  assert.equal(codeOfLabel(table('sex'), '男'), undefined)
})

test('groups by the ten', () => {
  assert.equal(parentOf('maritalStatus', '21'), '20')
  assert.equal(parentOf('maritalStatus', '20'), undefined)
  assert.equal(parentOf('education', '47'), '40')
  assert.equal(parentOf('kinship', '01'), undefined)
  assert.equal(parentOf('kinship', '22'), '20')
})

test('56 ethnic groups in the order of their codes, each with two letters of its own', () => {
  assert.deepEqual(ethnicity.entries.map(({ code }) => Number(code)), Array.from({ length: 56 }, (_, index) => index + 1))
  assert.equal(new Set(ethnicity.entries.map(({ letters }) => letters)).size, 56)
  assert.equal(ethnicity.entries[7]?.letters, 'ZH')
})

test('what could not be compared with its standard says so, the rest carries no note', () => {
  for (const name of ['certificate', 'kinship', 'populationKind']) assert.match(table(name).note ?? '', /^unverified/, name)
  for (const name of ['sex', 'maritalStatus', 'politicalStatus', 'education', 'ethnicity']) assert.equal(table(name).note, undefined, name)
})

test('the registration of a credit code has words', () => {
  const result = readCreditCode('91350100M000100Y43')
  assert.ok(result.ok)
  assert.equal(labelOf(table('creditRegistration'), result.registration), '企业')
})
