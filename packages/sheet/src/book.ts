import { contentsOf, unpack } from './archive.ts'
import { rowsIn, stringsIn } from './cells.ts'
import type { Cell } from './header.ts'
import { decode, rowsOf } from './text.ts'
import { workbookOf, type Workbook } from './workbook.ts'

export interface SheetInfo { name: string, isHidden: boolean }
/** A row as it stands in the file; `no` counts from 1, as spreadsheets show it. */
export interface Row { no: number, cells: Cell[] }
export interface Book { kind: 'xlsx' | 'xls' | 'csv', encoding: string | null, sheets: SheetInfo[], rows(sheet: number, most?: number): AsyncIterable<Row> }

/** Why a file cannot be read, in words for the person who chose it. */
export class SheetProblem extends Error {
  readonly code: 'empty' | 'encrypted' | 'not-a-sheet' | 'broken' | 'too-large'
  constructor(code: SheetProblem['code'], message: string) {
    super(message)
    this.code = code
  }
}

/** 200,000 rows of 60 columns with something in every cell were 475 MB of XML; what unpacks to more than this is no table of an office. */
const mostUnpacked = 600 * 1024 * 1024

/** Opens a spreadsheet by what it is, whatever its name says. @throws SheetProblem */
export async function openBook(bytes: Uint8Array): Promise<Book> {
  if (bytes.length === 0) throw new SheetProblem('empty', '文件是空的')
  if (begins(bytes, [0x50, 0x4b, 0x03, 0x04])) return openXlsx(bytes)
  if (begins(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return openXls(bytes)
  if (begins(bytes, [0x25, 0x50, 0x44, 0x46]) || begins(bytes, [0xff, 0xd8]) || begins(bytes, [0x89, 0x50, 0x4e, 0x47])) throw new SheetProblem('not-a-sheet', '这不是表格文件，请选择 xlsx、xls 或 csv 文件')
  return openText(bytes)
}

const begins = (bytes: Uint8Array, magic: number[]) => magic.every((byte, at) => bytes[at] === byte)

/** Loaded where it is needed: most files are read without it. */
const oldReader = () => import('hucre/xlsx')

async function openXlsx(bytes: Uint8Array): Promise<Book> {
  const contents = contentsOf(bytes)
  // A part that says it is empty and is not, is unpacked without an end.
  if (!contents?.isSure) throw new SheetProblem('broken', '文件已损坏，请用 Excel 或 WPS 打开后另存一份再试')
  if (!contents.parts.some(({ name }) => /^xl\/workbook\.(?:xml|bin)$/.test(name))) throw new SheetProblem('not-a-sheet', '这不是表格文件，请选择 xlsx、xls 或 csv 文件')
  if (contents.total > mostUnpacked) throw new SheetProblem('too-large', `文件展开后有 ${Math.round(contents.total / 1024 / 1024)} MB，超过 ${mostUnpacked / 1024 / 1024} MB，请拆分后再导入`)
  const workbook = workbookOf(bytes)
  if (workbook) return { kind: 'xlsx', encoding: null, sheets: workbook.sheets.map(({ name, isHidden }) => ({ name, isHidden })), rows: rowsOfBook(bytes, workbook) }
  const { readXlsx, streamXlsxRows } = await oldReader()
  return {
    kind: 'xlsx', encoding: null, sheets: (await mended(readXlsx(bytes, { maxRows: 1 }))).sheets.map(infoOf),
    async* rows(sheet, most) {
      try {
        for await (const { index, values } of streamXlsxRows(bytes, { sheet, ...(most !== undefined && { maxRows: most }) })) yield { no: index + 1, cells: values }
      } catch (error) {
        throw broken(error)
      }
    },
  }
}

/** The strings of a workbook are read once, whichever of its sheets are looked at. */
function rowsOfBook(bytes: Uint8Array, { sheets, strings: part, isDate, is1904 }: Workbook): Book['rows'] {
  let strings: Promise<string[]> | undefined
  return async function* rows(sheet, most = Number.POSITIVE_INFINITY) {
    const lies = sheets[sheet]?.part
    if (lies === undefined || most <= 0) return
    let count = 0
    try {
      strings ??= part === undefined ? Promise.resolve([]) : stringsIn(unpack(bytes, part, mostUnpacked))
      for await (const row of rowsIn(unpack(bytes, lies, mostUnpacked), { strings: await strings, isDate, is1904 })) {
        yield row
        if ((count += 1) >= most) return
      }
    } catch (error) {
      throw broken(error)
    }
  }
}

/** An old workbook, or a new one under a password: both lie in the same container. */
async function openXls(bytes: Uint8Array): Promise<Book> {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from('EncryptedPackage', 'utf16le')) || isLocked(bytes)) throw encrypted()
  const { readXls } = await oldReader()
  const { sheets } = await mended(readXls(bytes))
  return {
    kind: 'xls', encoding: null, sheets: sheets.map(infoOf),
    async* rows(sheet, most = Number.POSITIVE_INFINITY) {
      for (const [at, cells] of (sheets[sheet]?.rows ?? []).entries()) if (at < most) yield { no: at + 1, cells }
    },
  }
}

/** An old workbook under a password says so at its beginning (FILEPASS, [MS-XLS] 2.4.117); what follows is not to be read. */
function isLocked(bytes: Uint8Array): boolean {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = whole.indexOf(Buffer.from('0908100000060500', 'hex'))
  if (start < 0) return false
  for (let at = start, left = 8; left > 0 && at + 4 <= whole.length; left -= 1, at += 4 + whole.readUInt16LE(at + 2)) if (whole.readUInt16LE(at) === 0x2f) return true
  return false
}

/** What systems hand out under the name of a workbook: a page, pages in one file, the XML of Excel 2003. */
const isPage = (text: string) => /^\s*(?:<(?:!doctype|html|head|meta|style|table|\?xml)\b|<!--|mime-version:)/i.test(text.slice(0, 2000))

function openText(bytes: Uint8Array): Book {
  const { text, encoding } = decode(bytes)
  // oxlint-disable-next-line no-control-regex -- what has zero bytes is no text
  if (/\u0000/.test(text.slice(0, 10_000))) throw new SheetProblem('not-a-sheet', '这不是表格文件，请选择 xlsx、xls 或 csv 文件')
  if (isPage(text)) throw new SheetProblem('not-a-sheet', '这个文件是网页格式，只是名字像表格；请用 Excel 或 WPS 打开，另存为 xlsx 后再导入')
  return {
    kind: 'csv', encoding, sheets: [{ name: '表格', isHidden: false }],
    async* rows(_, most = Number.POSITIVE_INFINITY) {
      let no = 0
      for (const cells of rowsOf(text)) {
        no += 1
        if (no > most) return
        yield { no, cells }
      }
    },
  }
}

const infoOf = ({ name, hidden, veryHidden }: { name: string, hidden?: boolean, veryHidden?: boolean }): SheetInfo => ({ name, isHidden: hidden === true || veryHidden === true })

const mended = <T>(reading: Promise<T>): Promise<T> => reading.catch((error: unknown) => { throw broken(error) })

function broken(error: unknown): SheetProblem {
  const said = error instanceof Error ? error.message : String(error)
  if (/password|encrypt/i.test(said)) return encrypted()
  return new SheetProblem('broken', '文件打不开，请用 Excel 或 WPS 打开后另存为 xlsx 再试')
}

const encrypted = () => new SheetProblem('encrypted', '文件有打开密码，请去掉密码后再导入')
