import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { openBook, SheetProblem } from './book.ts'

const all = async (bytes: Uint8Array, sheet = 0, most?: number) => {
  const rows = []
  for await (const row of (await openBook(bytes)).rows(sheet, most)) rows.push(row)
  return rows
}
const refused = (code: SheetProblem['code']) => (error: unknown) => error instanceof SheetProblem && error.code === code

test('an xlsx tells its sheets, which of them are hidden, and its rows with their numbers', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '说明', rows: [['请勿改动']], hidden: true }, { name: '人口', rows: [['姓名', '出生日期'], ['王示一', new Date('1950-03-01T00:00:00Z')], [null, null], ['李例二', 45_352]] }] })
  const book = await openBook(bytes)
  assert.deepEqual([book.kind, book.sheets], ['xlsx', [{ name: '说明', isHidden: true }, { name: '人口', isHidden: false }]])
  const rows = await all(bytes, 1)
  assert.deepEqual(rows.map(({ no, cells }) => [no, cells[0]]), [[1, '姓名'], [2, '王示一'], [4, '李例二']])
  assert.ok(rows[1]!.cells[1] instanceof Date)
  assert.deepEqual((await openBook(await writeXlsx({ sheets: [{ name: 'A&B "<一>"', rows: [['姓名']] }] }))).sheets, [{ name: 'A&B "<一>"', isHidden: false }])
  assert.equal((await all(bytes, 1, 2)).length, 2)
})

test('a text is read in its own writing', async () => {
  const book = await openBook(Buffer.from('姓名,电话\n王示一,139\n'))
  assert.deepEqual([book.kind, book.encoding, await all(Buffer.from('姓名,电话\n王示一,139\n'))], ['csv', 'UTF-8', [{ no: 1, cells: ['姓名', '电话'] }, { no: 2, cells: ['王示一', '139'] }]])
})

test('what is no table is refused in words, by what it is and not by its name', async () => {
  await assert.rejects(openBook(new Uint8Array()), refused('empty'))
  await assert.rejects(openBook(Buffer.from('%PDF-1.7 …')), refused('not-a-sheet'))
  await assert.rejects(openBook(Buffer.from([0x50, 0x4b, 0x03, 0x04, 1, 2, 3])), refused('broken'))
  await assert.rejects(openBook(Buffer.from([1, 0, 2, 0, 0, 0, 0, 7])), refused('not-a-sheet'))
  const cut = (await writeXlsx({ sheets: [{ name: '人口', rows: [['姓名']] }] })).slice(0, -30)
  await assert.rejects(openBook(cut), refused('broken'))
})

test('an archive that unpacks to more than an office has is refused before it is unpacked', async () => {
  const bytes = Buffer.from(await writeXlsx({ sheets: [{ name: '人口', rows: [['姓名']] }] }))
  const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(4_000_000_000, entry + 24)
  await assert.rejects(openBook(bytes), refused('too-large'))
})

test('a workbook under a password says so', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '人口', rows: [['姓名']] }], encryption: { password: 'geheim', spinCount: 1000 } } as Parameters<typeof writeXlsx>[0])
  await assert.rejects(openBook(bytes), refused('encrypted'))
})
