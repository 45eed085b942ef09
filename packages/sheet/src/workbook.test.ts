import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { unpack } from './archive.ts'
import { openBook, SheetProblem } from './book.ts'
import { rowsIn } from './cells.ts'

/** An archive of parts that are not packed. */
function archive(parts: Record<string, string>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const [bytes, title] = [Buffer.from(content), Buffer.from(name)]
    const [head, entry] = [Buffer.alloc(30), Buffer.alloc(46)]
    head.writeUInt32LE(0x04034b50)
    head.writeUInt16LE(title.length, 26)
    entry.writeUInt32LE(0x02014b50)
    for (const place of [20, 24]) entry.writeUInt32LE(bytes.length, place)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(at, 42)
    local.push(head, title, bytes)
    central.push(entry, title)
    at += 30 + title.length + bytes.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...local, ...central, end])
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const relations = (...rows: [id: string, type: string, target: string][]) => `<Relationships>${rows.map(([id, type, target]) => `<Relationship Target="${target}" Type='${office}/${type}' Id="${id}"/>`).join('')}</Relationships>`
const book = (sheet: string, { strings = '<sst/>', styles = '<styleSheet/>', head = '' } = {}) => archive({
  '_rels/.rels': relations(['r1', 'officeDocument', '/xl/workbook.xml']), 'xl/workbook.xml': `<workbook>${head}<sheets><sheet name="图" sheetId="1" r:id="a"/><sheet name="A&amp;B &#x5F20;" state="veryHidden" sheetId="2" r:id="b"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relations(['a', 'chartsheet', 'chartsheets/sheet1.xml'], ['b', 'worksheet', 'worksheets/../sheets/one.xml'], ['c', 'sharedStrings', 'strings.xml'], ['d', 'styles', 'styles.xml']),
  'xl/strings.xml': strings, 'xl/styles.xml': styles, 'xl/sheets/one.xml': sheet,
})
async function rowsOf(bytes: Uint8Array, most?: number) {
  const rows: [number, unknown[]][] = []
  for await (const { no, cells } of (await openBook(bytes)).rows(1, most)) rows.push([no, cells])
  return rows
}
const sheet = (rows: string) => `<?xml version="1.0"?><worksheet xmlns="m"><dimension ref="A1"/><cols><col min="1" max="3"/></cols><sheetData>${rows}</sheetData><rowBreaks count="1"><brk id="1"/></rowBreaks></worksheet>`

const written: [string, string, unknown[]][] = [
  ['a number, a text of a formula, a truth, an error', '<c r="A1"><v>1.5</v></c><c r="B1" t="str"><f>A1&amp;"&lt;v>"</f><v>甲&amp;乙</v></c><c r="C1" t="b"><v>1</v></c><c t="e" r="D1"><v>#REF!</v></c>', [1.5, '甲&乙', true, '#REF!']],
  ['text in the cell, in runs, with sounds, with a space before it', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> 王</t></is></c><c r="B1" t="inlineStr"><is><r><rPr><b/></rPr><t>示</t></r><r><t>一</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></is></c>', [' 王', '示一']],
  ['strings of the table, one that is not there', '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>9</v></c><c r="E1" t="s"><v>3</v></c>', ['甲', 'a<b\rc', '', null, '<x>']],
  ['cells without a name stand one after the other, cells out of order where they say', '<c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c><c r="C1"><v>3</v></c>', [1, null, 3, 4, 5]],
  ['empty cells behind say nothing', '<c r="A1"><v>1</v></c><c r="B1" s="1"/><c r="XFD1" s="1"></c><c r="C1"><v></v></c>', [1]],
  ['a day by its look, a number by its look', '<c r="A1" s="1"><v>45352</v></c><c r="B1" s="2"><v>45352</v></c><c r="C1" s="3"><v>45352.5</v></c><c r="D1" s="9"><v>7</v></c>', [new Date('2024-03-01T00:00:00Z'), 45_352, new Date('2024-03-01T12:00:00Z'), 7]],
  ['quotes and signs where nobody expects them', `<c t='s' cm="1" x:r="Z9" r = 'B1'><v>0</v></c><c r="C1" note="a>b/" ><v >2</v></c >`, [null, '甲', 2]],
]
for (const [what, row, expected] of written) {
  test(`a row: ${what}`, async () => {
    const strings = '<sst count="4"><si><t>甲</t></si><si><t>a&lt;b_x000D_c</t></si><si/><si><t><![CDATA[<x>]]></t></si></sst>'
    const styles = '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="170"/></cellXfs></styleSheet>'
    assert.deepEqual(await rowsOf(book(sheet(`<row r="3">${row}</row>`), { strings, styles })), [[3, expected]])
  })
}

test('sheets, hidden ones and pictures among them, and rows with their numbers or in their order', async () => {
  const bytes = book(sheet('<row><c><v>1</v></c></row><row r="4" spans="1:1"/><row ht="2"><c><v>2</v></c></row>'))
  assert.deepEqual((await openBook(bytes)).sheets, [{ name: '图', isHidden: false }, { name: 'A&B 张', isHidden: true }])
  assert.deepEqual([await rowsOf(bytes), await rowsOf(bytes, 1)], [[[1, [1]], [4, []], [5, [2]]], [[1, [1]]]])
  for await (const _ of (await openBook(bytes)).rows(0)) assert.fail('a picture has no rows')
})

test('names with a prefix, and days counted from 1904', async () => {
  const prefixed = sheet('<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c><c r="B2" s="0"><v>1</v></c></row>').replace(/<(\/?)(?=[a-z])/gi, '<$1x:')
  const styles = '<x:styleSheet><x:cellXfs><x:xf numFmtId="22"/></x:cellXfs></x:styleSheet>'
  assert.deepEqual(await rowsOf(book(prefixed, { styles, head: '<workbookPr date1904="1"/>' })), [[2, ['甲', new Date('1904-01-02T00:00:00Z')]]])
})

test('rows are found wherever the file is cut while it is unpacked', async () => {
  const rows = Array.from({ length: 500 }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c><c r="B${at + 1}" t="str"><v>${'王'.repeat(at % 7)}</v></c></row>`)
  const whole = Buffer.from(sheet(rows.join('')))
  for (const size of [1, 7, 4096]) {
    const cut = (async function* () { for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size) })()
    const read: unknown[] = []
    for await (const { no, cells } of rowsIn(cut, { strings: [], isDate: [], is1904: false })) read.push([no, ...cells])
    assert.deepEqual(read, rows.map((_, at) => [at + 1, at, '王'.repeat(at % 7)]))
  }
})

test('a part that unpacks to more than it may is left in the middle, whatever it says of itself', async () => {
  const bytes = await writeXlsx({ sheets: [{ name: '人口', rows: Array.from({ length: 9000 }, () => ['王示一']) }] })
  let size = 0
  for await (const some of unpack(bytes, 'xl/worksheets/sheet1.xml', 1e7)) size += some.length
  assert.ok(size > 300_000)
  await assert.rejects(async () => { for await (const _ of unpack(bytes, 'xl/worksheets/sheet1.xml', size - 1)) continue }, RangeError)
})

test('what is longer than a row can be, or lies in a column that no sheet has, is no table', async () => {
  for (const rows of [`<row r="1"><c r="A1"><v>${'1'.repeat(40_000_000)}`, '<row r="1"><c r="ZZZZZ1"><v>1</v></c></row>']) await assert.rejects(rowsOf(book(sheet(rows))), (error) => error instanceof SheetProblem && error.code === 'broken')
})
