import { faultTitle, intakeResult, type Input, type Output } from '@linli/contract'
import { withBook, writeXlsx, type Book, type Row } from '@linli/sheet'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { written, type Look } from '../cell/index.ts'
import * as queries from './queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import * as rowQueries from './row-queries.ts'
import { faultsOf, shownIn, textsOf } from './view.ts'

/** More than that is mended by asking who sent it. */
const most = 20_000

/** The same file once more: its titles and header, the rows that are to be mended, and a column that says what is wrong. Every cell is text, so that numbers survive the next saving. */
export async function faults(ctx: Ctx, { id }: Input<'intake', 'faults'>): Promise<Output<'intake', 'faults'>> {
  const batch = found(await queries.find(ctx, id))
  const wrong = new Map((await rowQueries.listFaulty(ctx, batch, most + 1)).map((row) => [row.no, row]))
  const content = await queries.readFile(ctx, batch)
  const look = batch.look as Look | null
  if (!content || !look) throw new Problem('not-found', { detail: '文件已清理，请重新上传' })
  if (wrong.size === 0) throw new Problem('not-found', { detail: '没有要改的行' })
  const bytes = Buffer.from(ctx.crypto.decrypt(content, 'intake.file'), 'base64')
  const { lines, name } = await withBook(bytes, (book) => faultyLines(book, look, (row) => {
    const one = wrong.get(row.no)
    return one && { row: asMended(ctx, look, row, one), words: wordsOf(ctx, batch, one) }
  }))
  const width = lines.reduce((widest, { row }) => Math.max(widest, lastOf(row)), 0)
  const shown = shownIn(ctx, batch)
  const rows = lines.map(({ row, words }) => [...Array.from({ length: width }, (_, at) => shown(written(row.cells[at]))), shown(words)])
  const text = { width: 18, style: { numFmt: '@' } }
  const xlsx = await writeXlsx({ sheets: [{ name: name.replace(/[[\]:*?/\\]/g, '').slice(0, 31) || '表格', rows, columns: [...Array.from({ length: width }, () => text), { width: 60, style: { numFmt: '@', font: { color: { rgb: 'C00000' } } } }] }] })
  return { fileName: `${batch.file_name.replace(/\.\w+$/, '')}-待修改.xlsx`, xlsx: Buffer.from(xlsx).toString('base64'), rows: Math.min(wrong.size, most), isMore: wrong.size > most }
}

interface Line { row: Row, words: string }

/** Where somebody has begun to mend a row, with what they wrote. */
function asMended(ctx: Ctx, { columns }: Look, row: Row, staged: StagedRow): Row {
  const texts = textsOf(ctx, staged)
  const cells = [...row.cells]
  for (const { at, name } of columns) if (name !== null && texts[name] !== undefined) cells[at] = texts[name]
  return { ...row, cells }
}

/** The rows of the header and those that something is wrong with. */
async function faultyLines(book: Book, look: Look, wrongWith: (row: Row) => Line | undefined): Promise<{ lines: Line[], name: string }> {
  const lines: Line[] = []
  for await (const row of book.rows(look.sheet)) {
    if (row.no < look.row + look.depth) lines.push({ row, words: row.no === look.row ? faultTitle : '' })
    else if (lines.length < most) {
      const line = wrongWith(row)
      if (line) lines.push(line)
    }
  }
  return { lines, name: book.sheets[look.sheet]?.name ?? '' }
}

const lastOf = ({ cells }: Row) => cells.findLastIndex((cell) => written(cell) !== '') + 1

/** What a row is told that says the same as another. */
export const twinWords = ({ kind }: BatchRow, { seen, twin }: StagedRow) => (kind === 'person' && seen === null ? `与第 ${twin} 行的证件号码相同` : `与第 ${twin} 行是同一个`)

function wordsOf(ctx: Ctx, batch: BatchRow, row: StagedRow): string {
  if (row.twin !== null) return twinWords(batch, row)
  if (row.result === 'stale') return intakeResult.stale
  return faultsOf(ctx, row).filter(({ isWarning }) => !isWarning).map(({ title, message }) => (title === '' ? message : `${title}：${message}`)).join('；')
}
