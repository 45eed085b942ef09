import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findHeader, type Cell, type Known } from './header.ts'

const known: Known[] = [
  { name: 'name', titles: ['姓名', '人员姓名'] }, { name: 'number', titles: ['证件号码', '身份证号', '公民身份号码'] }, { name: 'phone', titles: ['联系电话', '手机号码', '电话'] }, { name: 'address', titles: ['现住门楼详址', '住址'] },
  { name: 'tenant', titles: ['承租人姓名', '承租人 姓名'] },
]
const found = (rows: Cell[][]) => {
  const { row, depth, columns } = findHeader(rows, known)
  return [row, depth, Object.fromEntries(columns.filter(({ name }) => name !== null).map(({ name, at }) => [name, at]))]
}

const cases: [string, Cell[][], unknown][] = [
  ['in the first row, in any order', [['联系电话', '姓名', '身份证号'], ['139', '王示一', '1']], [0, 1, { phone: 0, name: 1, number: 2 }]],
  ['under a title merged over everything and a note', [['2026年实有人口登记表', null, null], ['填表单位：东苑社区', null, null], [null, null, null], ['序号', '姓 名*', '公民身份号码（必填）'], [1, '王示一', '1']], [3, 1, { name: 1, number: 2 }]],
  ['two rows, the upper one merged over groups', [['序号', '承租人', null, null, '住址'], [null, '姓名', '身份证号', '电话', null], [1, '王示一', '1', '139', '3-2-501']], [0, 2, { tenant: 1, number: 2, phone: 3, address: 4 }]],
  ['full width and line breaks in a title', [['姓\n名', '手机号码：', '住　址'], ['王示一', '139', '3-2-501']], [0, 1, { name: 0, phone: 1, address: 2 }]],
  ['the same title twice goes to the first', [['姓名', '电话', '电话'], ['王示一', '139', '138']], [0, 1, { name: 0, phone: 1 }]],
  ['nothing known: the first row of words', [[null], ['甲', '乙'], [1, 2]], [1, 1, {}]],
]
for (const [name, rows, expected] of cases) test(`the header: ${name}`, () => assert.deepEqual(found(rows), expected))
