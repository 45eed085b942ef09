import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { letterOf, workbook, type Book } from './workbook.ts'

const head = (label: string, choices: string[] | null = null) => ({ label, width: 12, choices, isHidden: false })
const book: Book = { name: '台账[1]/2', title: '标题', mark: '王示一 & 李例二', signature: null, heads: [head('甲'), head('乙', ['一', '二'])] }

async function bytesOf(lines: AsyncIterable<(string | number | null)[][]>): Promise<Buffer> {
  const all: Buffer[] = []
  for await (const some of workbook(book, lines)) all.push(some)
  return Buffer.concat(all)
}

test('columns are named as in Excel', () => assert.deepEqual([0, 25, 26, 51, 52, 701, 702].map(letterOf), ['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']))

test('another reader finds what was written: long numbers as text, numbers as numbers, odd signs, nothing where nothing is', async () => {
  const rows = [['330106199001010018', 12.5], ['0', null], [null, null], ['a<b>&"c"\u0001\ud800', '=1+1'], ['_x0041_', '第\n二行']]
  const { sheets } = await readXlsx(await bytesOf((async function* () { yield rows.slice(0, 2); yield []; yield rows.slice(2) })()))
  assert.equal(sheets[0]!.name, '台账 1  2')
  assert.deepEqual(sheets[0]!.rows.slice(2, 5), [['甲', '乙'], ['330106199001010018', 12.5], ['0', null]].map((row) => row))
  assert.deepEqual(sheets[0]!.rows.at(-2), ['a<b>&"c"�', '=1+1'])
  assert.deepEqual(sheets[0]!.rows.at(-1), ['_x0041_', '第\n二行'])
})

test('of two hundred thousand lines so many are in memory as are read at a time', async () => {
  let lines = 0
  const many = (async function* () {
    for (let at = 0; at < 100; at += 1) yield Array.from({ length: 2000 }, () => [`第${(lines += 1)}行一些文字`, lines])
  })()
  let [size, most] = [0, 0]
  const before = process.memoryUsage().rss
  for await (const some of workbook(book, many)) {
    size += some.length
    most = Math.max(most, process.memoryUsage().rss - before)
  }
  assert.equal(lines, 200_000)
  assert.ok(size > 1_000_000 && most < 200_000_000, `${size} bytes, ${most} more in memory`)
})

test('what goes wrong while lines are read ends the file, and is told', async () => {
  const broken = (async function* (): AsyncGenerator<string[][]> { yield [['一', '二']]; throw new Error('the line was lost') })()
  await assert.rejects(bytesOf(broken), /the line was lost/)
})
