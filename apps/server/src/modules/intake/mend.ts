import type { Input, Output } from '@linli/contract'
import type { Row } from '@linli/sheet'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { cellsOf, packTexts, type Fault, type Look, type Texts } from '../cell/index.ts'
import { openSealing } from '../person/light.ts'
import { packedColumns } from '../record/light.ts'
import { atRest } from './actions.ts'
import { openRows } from './apart.ts'
import { formOf } from './form.ts'
import type { Reading } from './one.ts'
import * as queries from './queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import { readingFor } from './read.ts'
import { twinWords } from './return.ts'
import * as rowQueries from './row-queries.ts'
import { settled } from './stage.ts'
import { subjectOf } from './subject.ts'
import { batchView, faultsOf, shownIn, textsOf, type BatchView } from './view.ts'

/** So many rows stand in the grid at once. */
const most = 100

/** Rows that something is wrong with, cell by cell as they stand in the file: to be mended in a grid. */
export async function toMend(ctx: Ctx, { id, after }: Input<'intake', 'toMend'>): Promise<Output<'intake', 'toMend'>> {
  const batch = found(await queries.find(ctx, id))
  const columns = ((batch.look as Look | null)?.columns ?? []).flatMap(({ title, name }) => (name === null ? [] : [{ name, title }]))
  const rows = batch.status === 'ready' ? await rowQueries.listToMend(ctx, batch, { after, limit: most + 1 }) : []
  const shown = shownIn(ctx, batch)
  const cellsOfRow = (row: StagedRow) => Object.fromEntries(Object.entries(textsOf(ctx, row)).map(([name, text]) => [name, shown(text)]))
  return { columns, next: rows.length > most ? rows[most - 1]!.no : null, rows: rows.slice(0, most).map((row) => ({ no: row.no, cells: cellsOfRow(row), faults: told(ctx, batch, row).map((fault) => ({ ...fault, message: shown(fault.message) })) })) }
}

/** In a grid all that is wrong stands at a cell. */
const told = (ctx: Ctx, batch: BatchRow, row: StagedRow): Fault[] => [...faultsOf(ctx, row).filter(({ isWarning }) => !isWarning),
  ...row.twin === null ? [] : [{ column: formOf(batch).keys[1], title: '', code: 'twice', message: twinWords(batch, row), isWarning: false }]]

/** What was mended is read like the file itself and stands for its row; what is still wrong is told again. */
export async function mend(ctx: Ctx, { id, rows: given }: Input<'intake', 'mend'>): Promise<BatchView> {
  const batch = await atRest(ctx, id, ['ready'])
  const reading = await readingFor(ctx, batch, batch.look as unknown as Look)
  const standing = new Map((await rowQueries.listToMend(ctx, batch, { nos: given.map(({ no }) => no), limit: given.length })).map((row) => [row.no, row]))
  const mended = given.map(({ no, cells }) => {
    const row = standing.get(no)
    // Each once: a row that comes twice is not there the second time.
    if (!row || !standing.delete(no)) throw new Problem('intake.not-now', { detail: `第 ${no} 行已经改好，请看最新的情况` })
    return mendedOf(ctx, reading, row, cells)
  })
  const piece = openRows(reading.given)(mended.map(({ row }) => row))
  for (const [at, one] of piece.rows.entries()) one.faults.push(...mended[at]!.spoilt)
  Object.assign(piece.columns, openSealing(ctx)(piece.columns), packedColumns({ texts: 'text' }, mended.map((one) => ({ texts: packTexts(reading.given.columns, cellsOf(reading.given.columns, one.texts)) }))))
  await rowQueries.stage(ctx, batch, await settled(ctx, reading, piece, { keeps: true }), { isAgain: true })
  await rowQueries.markTwins(ctx, batch, await rowQueries.findTwins(ctx, batch))
  const after = await queries.update(ctx, batch, { counts: JSON.stringify(await rowQueries.countOutcomes(ctx, batch)) })
  ctx.record('intake.mended', subjectOf(after), { rows: given.length })
  return batchView(ctx, after)
}

/** What a spreadsheet made of a cell would pass as text: it stays wrong until somebody has written it anew. */
const spoiltFor = ['number.lost', 'cell.date']

function mendedOf(ctx: Ctx, { batch, given: { columns } }: Reading, row: StagedRow, given: Texts): { row: Row, texts: Texts, spoilt: Fault[] } {
  const before = textsOf(ctx, row)
  const shown = shownIn(ctx, batch)
  // What comes back masked as it was shown stands as it was.
  const meant = (name: string) => (given[name] === undefined || given[name] === shown(before[name] ?? '') ? before[name] : given[name])
  const texts = Object.fromEntries(columns.map(({ field: { name } }) => [name, (meant(name) ?? '').trim()]))
  const spoilt = faultsOf(ctx, row).filter(({ code, column }) => spoiltFor.includes(code) && texts[column] === before[column])
  return { row: { no: row.no, cells: cellsOf(columns, texts, spoilt.map(({ column }) => column)) }, texts, spoilt }
}
