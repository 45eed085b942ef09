import { describe, expect, test } from 'vitest'
import { fixedSheet, go, paste } from '../../parts/grid/sheet.ts'
import { columnsFor, faultsFor, knownOf, rowsFor, writtenIn } from './mend-rows.ts'
import type { Plan, ToMend } from './mend-rows.ts'

const fault = (column: string, message: string) => ({ column, title: '', code: 'value', message, isWarning: false })
const page: ToMend = {
  columns: [{ name: 'name', title: '姓 名' }, { name: 'certificateNumber', title: '公民身份号码' }, { name: 'at.room', title: '房号' }], next: null,
  rows: [
    { no: 7, cells: { 'name': '王示一', 'certificateNumber': '3.3E+17', 'at.room': '2026-03-02' }, faults: [fault('certificateNumber', '号码被写成科学计数'), fault('at.room', '变成了日期')] },
    { no: 9, cells: { name: '李例二' }, faults: [fault('at.community', '看不出住在哪个社区')] },
  ],
}
const fields = [{ name: 'certificateNumber', label: '证件号码', type: 'certificateNumber' as const, part: 'identity', max: null, isSensitive: true, isRequired: false, options: null }]
const plan: Plan = { page, fields, known: knownOf(fields, '2026-11-26') }
const sheet = fixedSheet(3, rowsFor(page))
const written = (row: number, column: number, text: string) => paste(go(sheet, { row, column }), [[text]])

test('the columns have the titles of the file, and room for what stands in them', () => {
  expect(columnsFor(plan).map(({ key, title }) => [key, title])).toEqual([['name', '姓 名'], ['certificateNumber', '公民身份号码'], ['at.room', '房号']])
})

describe('what is wrong stands at its cell', () => {
  const faults = faultsFor(plan)
  test('as the server said it', () => expect(sheet.rows.map((row) => faults(row))).toEqual([[undefined, '号码被写成科学计数', '变成了日期'], ['看不出住在哪个社区', undefined, undefined]]))
  test('until it is written anew, and then at once if it is still wrong', () => {
    expect(faults(written(0, 1, '339901195002030020').rows[0]!)).toEqual([undefined, undefined, '变成了日期'])
    expect(faults(written(0, 1, '339901195002030021').rows[0]!)[1]).toMatch(/校验|核对/)
    expect(faults(written(1, 2, '501').rows[1]!)).toEqual([undefined, undefined, undefined])
  })
})

test('only cells that were written are sent, and no rows are added', () => {
  expect(writtenIn(sheet, page)).toEqual([])
  expect(writtenIn(written(0, 2, '501'), page)).toEqual([{ no: 7, cells: { 'at.room': '501' } }])
  expect(paste(go(sheet, { row: 1, column: 0 }), [['a'], ['b'], ['c']]).rows).toHaveLength(2)
})
