import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { makeIdentityNumber } from '@linli/standards'
import { writeXlsx } from 'hucre/xlsx'
import { archive, workbookParts, type Part } from '../../../test/archive.ts'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { oldBook } from '../../../test/old-book.ts'
import { book, sendTable, type Rows } from '../../../test/table.ts'

/** Files by the programs that wrote them: old ones, others, and those that pretend to be what they are not. */
let city: City
let worker: Person
before(async () => {
  city = await openCity({ work: true })
  worker = (await openBlock(city)).worker
})
after(() => city.close())

let serial = 0
const number = () => makeIdentityNumber('339901', '1991-01-01', (serial += 1))

async function read(content: Uint8Array, name = '人口.xlsx') {
  const id = await sendTable(city.http, worker, content, name)
  const isRead = async () => (await city.owner.query(`select from intake_batch where id = $1 and status <> 'reading'`, [id])).rowCount === 1
  // A long one takes longer than a job usually does.
  for (const end = Date.now() + 120_000; Date.now() < end && !await isRead();) await wait(50)
  return worker.call('intake', 'get', { id })
}
const namesOf = async (id: string) => (await worker.call('intake', 'rows', { id, outcome: 'fresh', limit: 100 })).rows.map(({ name }) => name)

const some: string[][] = [['姓名', '民族'], ['王示一', '汉']]
/** With what the sheet says of itself instead of what it is. */
const withSheet = (more: Partial<Part>, name = 'xl/worksheets/sheet1.xml') => archive(workbookParts(some).map((part) => (part.name === name ? { ...part, ...more } : part)))
const many = Array.from({ length: 70 }, (_, at) => `第${at + 1}项`)

const sent: [string, string, () => Promise<Uint8Array> | Uint8Array, object][] = [
  ['an old workbook of WPS, with a number and a day as such', '人口.et', () => oldBook({ sheets: [{ name: '人口', rows: [['实有人口登记表', null, null], ['姓名', '身份证号', '出生日期'], ['王示一', number(), null], ['李例二', null, new Date('1990-02-03T00:00:00Z')], ['张样三', 3.3e17, null]] }] }), { fresh: 2, bad: 1 }],
  ['an old workbook under the name of a new one, of several sheets', '人口.xlsx', () => oldBook({ sheets: [{ name: '说明', rows: [['请按要求填写']] }, { name: '人口', rows: [['姓名', '民族'], ...Array.from({ length: 900 }, (_, at) => [`王示${at}`, '汉'])] }] }), { fresh: 900 }],
  ['a text under the name of a workbook', '人口.xlsx', () => Buffer.from('姓名,民族\n王示一,汉\n'), { fresh: 1 }],
  ['a workbook under the name of a text', '人口.csv', () => book([['姓名', '民族'], ['王示一', '汉']]), { fresh: 1 }],
  ['sizes in 64 bits, as systems in Java write all of their workbooks', '人口.xlsx', () => archive(workbookParts(some).map((part) => ({ ...part, isWide: true }))), { fresh: 1 }],
  ['semicolons, as a European Excel writes them', '人口.csv', () => Buffer.from('姓名;备注\n王示一;"一,二;三"\n李例二;\n'), { fresh: 2 }],
  ['tabs, as copied from a page', '人口.txt', () => Buffer.from('姓名\t民族\t备注\r\n王示一\t汉\t"他说""好""\n两行"\r\n'), { fresh: 1 }],
  ['a comma in the title above a table of tabs', '人口.txt', () => Buffer.from('登记表（2026年,一季度）\n姓名\t民族\n王示一\t汉\n李例二\t汉\n'), { fresh: 2 }],
  ['UTF-16 the other way round, without a mark', '人口.csv', () => Buffer.from('姓名,电话\n王示一,13900000001\n', 'utf16le').swap16(), { fresh: 1 }],
  ['GB 18030 with letters of four bytes', '人口.csv', () => Buffer.concat([Buffer.from('d0d5c3fb2cc3f1d7e50a', 'hex'), Buffer.from('cdf5', 'hex'), Buffer.from('8139ee39', 'hex'), Buffer.from('2cbaba0a', 'hex')]), { fresh: 1 }],
  ['seventy columns, of which the last says who it is', '人口.xlsx', () => book([[...many, '姓名', '身份证号'], [...many, '王示一', number()]]), { fresh: 1 }],
  ['formulas with what they came to', '人口.xlsx', () => book([['姓名', '电话'], [null, null]], { cells: new Map([['1,0', { value: '王示一', type: 'formula', formula: 'A9&"示一"', formulaResult: '王示一' }], ['1,1', { value: 13_900_000_001, type: 'formula', formula: '13900000000+1', formulaResult: 13_900_000_001 }]]) }), { fresh: 1 }],
  ['digits in full width', '人口.xlsx', () => book([['姓名', '身份证号', '电话', '出生日期'], ['王示一', [...number()].map((digit) => (/\d/.test(digit) ? String.fromCharCode(digit.charCodeAt(0) + 0xfee0) : digit)).join(''), '１３９－００００－０００１', '１９９１年１月１日']]), { fresh: 1 }],
  ['days in every writing', '人口.xlsx', () => book([['姓名', '出生日期'], ['王示一', '19900203'], ['李例二', '1990/2/3'], ['张样三', '1990-02-03 00:00:00'], ['赵示四', 19_900_203], ['钱例五', '02/03/90']]), { fresh: 4, bad: 1 }],
  ['nothing but a header', '人口.xlsx', () => book([['姓名', '身份证号']]), {}],
  ['a million cells', '人口.xlsx', () => book([['姓名', '民族', ...many.slice(0, 48)], ...Array.from({ length: 20_000 }, (_, at): Rows[number] => [`王示${at}`, '汉', ...many.slice(0, 48)])]), { fresh: 20_000 }],
]
for (const [what, name, make, counts] of sent) {
  test(`read: ${what}`, async () => {
    const batch = await read(await make(), name)
    assert.deepEqual([batch.status, batch.fault, batch.counts], ['ready', null, counts])
  })
}

test('letters are what they were, whatever wrote them', async () => {
  const old = await read(oldBook({ sheets: [{ name: '人口', rows: [['姓名', '备注'], ['王示一', '“好”—①㎡']] }] }), '人口.xls')
  assert.deepEqual(await namesOf(old.id), ['王示一'])
  assert.deepEqual(await namesOf((await read(Buffer.concat([Buffer.from('d0d5c3fb0a', 'hex'), Buffer.from('cdf58139ee39', 'hex')]), '人口.csv')).id), ['王㐀'])
})

const html = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="gbk"></head><body><table><tr><td>姓名</td></tr><tr><td>王示一</td></tr></table></body></html>'
const refused: [string, string, () => Promise<Uint8Array> | Uint8Array, RegExp][] = [
  ['a page under the name of a workbook, as many systems hand it out', '人口.xls', () => Buffer.from(html), /网页.*另存为 xlsx/],
  ['a page of several parts', '人口.xls', () => Buffer.from(`MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n${html}`), /网页/],
  ['the XML of Excel 2003', '人口.xls', () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook></Workbook>'), /另存为 xlsx/],
  ['a new workbook under a password', '人口.xlsx', () => writeXlsx({ sheets: [{ name: '人口', rows: [['姓名']] }], encryption: { password: '示例', spinCount: 1000 } } as Parameters<typeof writeXlsx>[0]), /密码/],
  ['an old workbook under a password', '人口.xls', () => oldBook({ isLocked: true, sheets: [{ name: '人口', rows: [['姓名'], ['王示一']] }] }), /密码/],
  ['a workbook of Excel 95', '人口.xls', () => oldBook({ version: 0x0500, sheets: [{ name: '人口', rows: [['姓名'], ['王示一']] }] }), /另存为 xlsx/],
  ['a document of words', '人口.xlsx', () => archive([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]), /不是表格/],
  ['a workbook whose sheet says it is empty and unpacks to sixty megabytes', '人口.xlsx', () => withSheet({ said: 0, content: Buffer.alloc(60 * 1024 * 1024, ' ') }), /损坏/],
  ['a workbook that unpacks to more than it says', '人口.xlsx', () => withSheet({ said: 100, content: Buffer.alloc(64 * 1024 * 1024, ' ') }), /损坏|打不开/],
  ['a workbook that says in 64 bits that it unpacks to four gigabytes', '人口.xlsx', () => withSheet({ said: 4 * 1024 ** 3, isWide: true }), /超过 600 MB/],
  ['more rows than an office has people', '人口.csv', () => Buffer.from(`姓名\n${'王示一\n'.repeat(200_001)}`), /超过 200000 行/],
]
for (const [what, name, make, words] of refused) {
  test(`refused: ${what}`, async () => {
    const batch = await read(await make(), name)
    assert.equal(batch.status, 'failed')
    assert.match(batch.fault!, words)
    await assert.rejects(worker.call('intake', 'commit', { id: batch.id, which: 'good' }), { code: 'intake.not-now' })
  })
}

test('nobody was registered by looking files over', async () => {
  assert.deepEqual((await worker.call('person', 'list', {})).rows, [])
})
