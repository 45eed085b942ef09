import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBook } from '@linli/sheet'
import { writeXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { book, sendTable } from '../../../test/table.ts'

/** Files as people really send them, and files that nobody should. */
let city: City
let worker: Person
before(async () => {
  city = await openCity({ work: true })
  worker = (await openBlock(city)).worker
})
after(() => city.close())

let serial = 0
const number = () => makeIdentityNumber('339901', '1990-01-01', (serial += 1))
const said = (code: string, no: number) => [no, code]

async function read(content: readonly (readonly string[])[] | Uint8Array, name = '人口.xlsx') {
  const id = await sendTable(city.http, worker, content, name)
  await eventually(async () => assert.notEqual((await worker.call('intake', 'get', { id })).status, 'reading'))
  const batch = await worker.call('intake', 'get', { id })
  const { rows } = await worker.call('intake', 'rows', { id, limit: 100 })
  return { ...batch, faulty: rows.flatMap(({ no, faults }) => faults.filter(({ isWarning }) => !isWarning).map(({ code }) => said(code, no))) }
}

const sent: [string, () => Promise<Uint8Array> | Uint8Array, { counts: object, faulty?: unknown[] }][] = [
  ['a title merged over everything, an empty row, and notes behind', () => book([['实有人口登记表', null, null], [null, null, null], ['姓名', '身份证号', '电话'], ['王示一', number(), '13900000001'], [null, null, null], ['填表人：李例二', null, null], ['合计：1 人', null, null]], { merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 2 }] }), { counts: { fresh: 1, note: 2 } }],
  ['two header rows, the upper one grouped', () => book([['序号', '基本信息', null, '居住', null], [null, '姓名', '证件号码', '住址', '入住日期'], [1, '王示一', number(), '3-2-501', new Date('2024-03-01T00:00:00Z')]]), { counts: { fresh: 1 } }],
  ['the header once more on every printed page', () => book([['姓名', '身份证号'], ['王示一', number()], ['姓名', '身份证号'], ['李例二', number()]]), { counts: { fresh: 2, note: 1 } }],
  ['dates as numbers, as dates and as text, digits in full width', () => book([['姓名', '出生日期'], ['王示一', 45_352], ['李例二', new Date('1990-02-03T00:00:00Z')], ['张模三', '１９９０．２．３'], ['赵样四', '1990年2月30日']]), { counts: { fresh: 3, bad: 1 }, faulty: [['value', 5]] }],
  ['identity numbers that a spreadsheet ate', () => book([['姓名', '身份证号'], ['王示一', 330_106_199_001_010_000], ['李例二', '3.30106E+17']]), { counts: { bad: 2 }, faulty: [['number.lost', 2], ['value', 3]] }],
  ['a room that became a date, a formula that failed', () => book([['姓名', '所属楼栋', '所属房屋'], ['王示一', new Date('2026-03-02T00:00:00Z'), '501'], ['李例二', '3', '#REF!']]), { counts: { bad: 2 }, faulty: [['cell.date', 2], ['cell.error', 3]] }],
  ['a hidden sheet before the one that counts', () => writeXlsx({ sheets: [{ name: '字典', hidden: true, rows: [['姓名', '身份证号', '电话', '民族', '学历']] }, { name: '说明', rows: [['请按要求填写']] }, { name: '人口', rows: [['姓名', '身份证号'], ['王示一', number()]] }] }), { counts: { fresh: 1 } }],
  ['columns in any order, unknown ones between them', () => book([['序号', '手机号码', '是否常住', '公民身份号码', '人员姓名'], [1, '13900000002', '是', number(), '王示一']]), { counts: { fresh: 1 } }],
  ['text longer than its field', () => book([['姓名', '籍贯'], ['王示一', '很'.repeat(61)]]), { counts: { bad: 1 }, faulty: [['value', 2]] }],
  ['GBK without a word of it', () => Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xc3, 0xf1, 0xd7, 0xe5, 0x0a, 0xcd, 0xf5, 0xca, 0xbe, 0x2c, 0xba, 0xba]), { counts: { fresh: 1 } }],
  ['UTF-16 with its mark', () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('姓名\t民族\r\n王示一\t汉\r\n', 'utf16le')]), { counts: { fresh: 1 } }],
  ['UTF-8 with its mark, quoted lines', () => Buffer.from('\uFEFF姓名,备注\n"王示一","一\n二"\n'), { counts: { fresh: 1 } }],
  ['a sheet of 300,000 cells that says nothing', () => book([['姓名', '民族'], ['王示一', '汉'], ...Array.from({ length: 1000 }, (): null[] => Array.from({ length: 300 }, () => null))]), { counts: { fresh: 1 } }],
  ['a table of something else', () => book([['品名', '数量'], ['扫帚', 3]]), { counts: {} }],
  ['letters that no database keeps', () => Buffer.from(`姓名,备注\n${'王示一,好\n'.repeat(2000)}王\u0000示一,好\n`), { counts: { fresh: 2000, bad: 1 }, faulty: [] }],
]
for (const [what, make, expected] of sent) {
  test(`sent in: ${what}`, async () => {
    const { status, counts, faulty } = await read(await make())
    assert.deepEqual([status, counts, faulty.map(([no, code]) => [code, no])], ['ready', expected.counts, expected.faulty ?? []])
  })
}

const refused: [string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
  ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /不是表格/],
  ['a PDF', () => Buffer.from('%PDF-1.7'), /不是表格/],
  ['half a workbook', async () => (await book([['姓名'], ['王示一']])).slice(0, -40), /损坏|打不开/],
  ['a workbook that unpacks to four gigabytes', async () => {
    const bytes = Buffer.from(await book([['姓名'], ['王示一']]))
    bytes.writeUInt32LE(4_000_000_000, bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24)
    return bytes
  }, /超过/],
  ['an old workbook of nothing but its first bytes', () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]), /打不开|损坏/],
]
for (const [what, make, words] of refused) {
  test(`refused: ${what}`, async () => {
    const { status, fault } = await read(await make())
    assert.equal(status, 'failed')
    assert.match(fault!, words)
  })
}

test('an empty file is refused at the door, and nobody without the right to register people sends one', async () => {
  await assert.rejects(sendTable(city.http, worker, new Uint8Array()), { code: 'input.invalid' })
  const street = await city.subdistrict()
  for (const role of ['acceptor', 'systemAdmin'] as const) await assert.rejects(sendTable(city.http, await street.staff('别人', role), [['姓名'], ['王示一']]), { code: 'may.not' })
})

test('the rows to mend come back as the same file with a column that says what is wrong, and go in when they are mended', async () => {
  const [one, two] = [number(), number()]
  const { id } = await read(await book([['登记表', null, null], ['姓名', '身份证号', '电话'], ['王示一', one, '13900000003'], ['李例二', two, '1390'], ['张模三', one, null]]))
  const { fileName, xlsx, rows: count } = await worker.call('intake', 'faults', { id })
  const back = await openBook(Buffer.from(xlsx, 'base64'))
  const rows: unknown[] = []
  for await (const { cells } of back.rows(0)) rows.push(cells)
  assert.deepEqual([fileName, count], ['人口-待修改.xlsx', 2])
  assert.deepEqual(rows.slice(1), [['姓名', '身份证号', '电话', '导入问题'], ['李例二', two, '1390', '电话：“1390”不是有效的电话号码'], ['张模三', one, '', '与第 3 行的证件号码相同']])
  const mended = await read(await book((rows as string[][]).map((cells, at) => at === 2 ? cells.map((cell) => cell === '1390' ? '13900000004' : cell) : cells)))
  assert.deepEqual([mended.counts, mended.columns.at(-1)], [{ fresh: 2 }, { at: 3, title: '导入问题', name: null }])
})
