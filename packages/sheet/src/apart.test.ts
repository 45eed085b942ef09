import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { withBook } from './apart.ts'
import { openBook, type Book, type Row } from './book.ts'

async function rowsOf(book: Book, sheet = 0): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of book.rows(sheet)) rows.push(row)
  return rows
}
const head = async (book: Book, sheet: number) => {
  for await (const { cells } of book.rows(sheet)) return cells
  return undefined
}
const names = (count: number, called: string) => Array.from({ length: count }, (_, at) => [`${called}${at}`, at, null, new Date(86_400_000 * at)])

test('a book read in a thread of its own says what it says otherwise, whatever was looked at before and left', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '一', rows: names(4000, '甲') }, { name: '二', rows: names(30, '乙') }, { name: '三', hidden: true, rows: [] }] })
  const plain = await openBook(bytes)
  await withBook(bytes, async (book) => {
    assert.deepEqual(book.sheets, plain.sheets)
    assert.deepEqual([await head(book, 0), await head(book, 1), await head(book, 2), await head(book, 0)], [['甲0', 0, null, new Date(0)], ['乙0', 0, null, new Date(0)], undefined, ['甲0', 0, null, new Date(0)]])
    // Gone on with where it was looked at, and begun anew where that is over.
    for (const _ of [1, 2]) assert.deepEqual(await rowsOf(book), await rowsOf(plain))
    assert.deepEqual(await rowsOf(book, 1), await rowsOf(plain, 1))
  })
})

test('who reads slowly finds every row, and who leaves in the middle ends the thread', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '一', rows: names(6000, '甲') }] })
  const nos = await withBook(bytes, async (book) => {
    const read: number[] = []
    for await (const { no } of book.rows(0)) {
      read.push(no)
      if (no % 700 === 0) await new Promise((resolve) => void setTimeout(resolve, 5))
    }
    return read
  })
  assert.deepEqual(nos, Array.from({ length: 6000 }, (_, at) => at + 1))
  await assert.rejects(withBook(bytes, async (book) => {
    for await (const { no } of book.rows(0)) if (no === 2000) throw new Error('enough')
  }), /enough/)
})

test('what cannot be read is refused in the same words', async () => {
  await assert.rejects(withBook(Buffer.from('%PDF-1.7'), (book) => rowsOf(book)), { code: 'not-a-sheet', message: '这不是表格文件，请选择 xlsx、xls 或 csv 文件' })
})

test('why a file is refused is heard by somebody who was busy meanwhile', async () => {
  for (let times = 0; times < 20; times += 1) {
    const opened = withBook(Buffer.from('%PDF-1.7'), async () => undefined)
    const until = performance.now() + 100
    while (performance.now() < until) { /* nothing is heard */ }
    await assert.rejects(opened, { code: 'not-a-sheet' })
  }
})
