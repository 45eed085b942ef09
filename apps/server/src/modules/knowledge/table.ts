import { knowledgeStatus, type Input, type KnowledgeStatus, type Output } from '@linli/contract'
import { findHeader, openBook, SheetProblem, withBook, writeXlsx, type Book, type Row } from '@linli/sheet'
import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { contentOf } from './content.ts'
import * as lists from './list-queries.ts'
import { soonUntil } from './rules.ts'
import { cellsOf, columns, fileNameOf, type Cell, type ColumnName } from './table-rules.ts'

/** As many as a file may hold: an office has some hundred. */
const [mostWritten, mostRead] = [2000, 500]
/** The header stands in the first rows, if anywhere. */
const mostLooked = 30

type File = Output<'knowledge', 'template'>

export async function exportTable(ctx: Ctx, filters: Input<'knowledge', 'export'>): Promise<Output<'knowledge', 'export'>> {
  const rows = await lists.whole(ctx, { ...filters, soonUntil: soonUntil(dayOf(ctx.now)) }, mostWritten + 1)
  const lines = rows.slice(0, mostWritten).map((row) => cellsOf({ no: row.entry_no, replaces: row.replaced_no, areaName: row.area_name, status: knowledgeStatus[row.entry_status as KnowledgeStatus], content: contentOf(row) }))
  return { ...await fileOf(ctx, lines, '导出'), rows: lines.length, isMore: rows.length > mostWritten }
}

/** An empty table with its headers, and beside it what to write where. */
export const template = (ctx: Ctx): Promise<File> => fileOf(ctx, [], '模板')

async function fileOf(ctx: Ctx, lines: (string | number | null)[][], kind: string): Promise<File> {
  const head = columns.map(({ titles }) => titles[0]!)
  const bold = (many: number) => new Map(Array.from({ length: many }, (_, column) => [`0,${column}`, { style: { font: { bold: true } } }]))
  const xlsx = await writeXlsx({ sheets: [
    { name: '知识', rows: [head, ...lines], columns: columns.map(({ width }) => ({ width })), cells: bold(head.length), freezePane: { rows: 1 } },
    { name: '填写说明', rows: [['列', '怎么填'], ...columns.map(({ titles, hint }) => [titles[0]!, hint || '可不填。'])], columns: [{ width: 18 }, { width: 90 }], cells: bold(2) },
  ] })
  return { fileName: fileNameOf(kind, ctx.now), xlsx: Buffer.from(xlsx).toString('base64') }
}

export interface TableRow { at: number, cells: ReadonlyMap<ColumnName, Cell> }

/** Whatever has to be unpacked is read in a thread of its own; text of this length is read at once. */
const inBook = <T>(bytes: Buffer, work: (book: Book) => Promise<T>): Promise<T> => (/^(?:PK|\xd0\xcf)/.test(bytes.toString('latin1', 0, 2)) ? withBook(bytes, work) : openBook(bytes).then(work))

/** Read before any transaction begins. @throws Problem input.invalid for what is no table of answers */
export async function readTable(file: string): Promise<TableRow[]> {
  return inBook(Buffer.from(file, 'base64'), async (book) => {
    const sheet = Math.max(0, book.sheets.findIndex(({ isHidden }) => !isHidden))
    const rows: Row[] = []
    for await (const row of book.rows(sheet, mostRead + mostLooked + 1)) rows.push(row)
    const { row: top, depth, columns: found } = findHeader(rows.map(({ cells }) => cells), columns.map(({ name, titles }) => ({ name, titles })))
    const named = found.filter((column): column is typeof column & { name: ColumnName } => column.name !== null)
    if (!named.some(({ name }) => name === 'question')) throw wrong('表里没有“标准问题”这一列，请用模板填写')
    const data = rows.slice(top + depth).map(({ no, cells }) => ({ at: no, cells: new Map(named.map(({ at, name }) => [name, cells[at] ?? null])) })).filter(({ cells }) => [...cells.values()].some((cell) => cell !== null && cell !== ''))
    if (data.length === 0) throw wrong('表里没有知识，请从表头下面一行开始填写')
    if (data.length > mostRead) throw wrong(`一次最多导入 ${mostRead} 条，请拆分后再导入`)
    return data
  }).catch((error: unknown) => { throw error instanceof SheetProblem ? wrong(error.message) : error })
}

const wrong = (message: string) => new Problem('input.invalid', { detail: message, fields: [{ path: 'file', message }] })
