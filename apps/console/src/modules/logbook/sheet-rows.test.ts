import { expect, test } from 'vitest'
import type { Book } from './logbook-view.ts'
import { checkerOf, columnsOf, faultsFrom } from './sheet-rows.ts'

const plain = { part: 'entry', max: null, isSensitive: false, isRequired: false, options: null }
const book: Pick<Book, 'id' | 'fields' | 'about' | 'subjectLabel'> = { id: 'b', about: 'enterprise', subjectLabel: '单位', fields: [
  { ...plain, name: 'day', label: '日期', type: 'day', isRequired: true }, { ...plain, name: 'state', label: '状态', type: 'code', isRequired: true, options: [{ code: '待整改', label: '待整改' }, { code: '已整改', label: '已整改' }] }, { ...plain, name: 'x_1', label: '隐患', type: 'text', max: 4 },
] }
const columns = columnsOf(book)
const check = checkerOf(book, columns, { today: '2026-03-31', area: undefined })
const row = (...cells: string[]) => ({ id: 1, cells })

test('a row is read as people write it; the name says which record', () => {
  expect(columns.map(({ title }) => title)).toEqual(['日期', '单位', '状态', '隐患'])
  expect(check(row('2026.3.2', '示例小吃店', '待整改', '过期'))).toEqual({ input: { logbook: 'b', named: '示例小吃店', values: { day: '2026-03-02', state: '待整改', x_1: '过期' }, isFromGrid: true } })
})

test('each cell says what is wrong with it; an empty row nothing', () => {
  expect(check(row('2026-04-01', '', '好', '灭火器已过期'))).toMatchObject({ faults: ['日期不能晚于今天', '请填写单位', expect.stringContaining('不在状态的选项里'), expect.stringContaining('最多 4 个字')] })
  expect(check(row('', '', '', ''))).toEqual({ faults: [] })
})

test('what the server says stands at its cell, else at the day', () => {
  expect(faultsFrom({ title: '有误', fields: [{ path: 'named', message: '没有这一家' }] }, columns)).toEqual([undefined, '没有这一家', undefined, undefined])
  expect(faultsFrom({ title: '有误', detail: '已停用' }, columns)[0]).toBe('已停用')
})
