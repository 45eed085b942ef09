import { findHeader, headerAt, type Book, type Cell, type Header, type Known, type Row } from '@linli/sheet'
import type { Look, Wish } from './subject.ts'
import { isOurs } from './rules.ts'

/** So many rows are looked at for a header, and shown to point at one. */
const looked = 40
/** Workbooks of a year with a sheet a week have 53. */
const mostSheets = 60

/** Names are kept in the database, which keeps no zero bytes, and are read by people. */
const tidy = (text: string) => text.replace(/\p{Cc}+/gu, ' ').toWellFormed().trim().slice(0, 200)

interface Seen { sheet: number, rows: Row[], header: Header }

/** Which sheet is meant, where its header is and what its columns are: as chosen, else as recognised best among those that are not hidden. */
export async function lookAt(book: Book, wish: Wish, known: readonly Known[]): Promise<{ look: Look, head: Row[] }> {
  const open = book.sheets.map(({ isHidden }, sheet) => ({ isHidden, sheet })).filter(({ isHidden }) => !isHidden || book.sheets.every((one) => one.isHidden)).map(({ sheet }) => sheet)
  const wanted = wish.sheet !== undefined && book.sheets[wish.sheet] ? [wish.sheet] : open.slice(0, mostSheets)
  let best: Seen | undefined
  for (const sheet of wanted) {
    const seen = await see(book, sheet, { wish, known })
    if (!best || recognised(seen) > recognised(best)) best = seen
  }
  const { sheet, rows, header } = best!
  const chosen = new Map((wish.columns ?? []).map(({ at, name }) => [at, name]))
  const columns = header.columns.map(({ at, title, name }) => ({ at, title: tidy(title), name: chosen.has(at) ? chosen.get(at)! : isOurs(title) ? null : name }))
  return { head: rows, look: { sheets: book.sheets.map(({ name, isHidden }) => ({ name: tidy(name), isHidden })), sheet, row: rows[header.row]?.no ?? 1, depth: header.depth, columns: columns.filter(({ at }, place) => columns.findIndex((one) => one.at === at) === place) } }
}

async function see(book: Book, sheet: number, { wish, known }: { wish: Wish, known: readonly Known[] }): Promise<Seen> {
  const rows: Row[] = []
  for await (const row of book.rows(sheet)) {
    if (row.cells.some((cell: Cell) => cell !== null && cell !== '')) rows.push(row)
    if (rows.length >= looked) break
  }
  const cells = rows.map((row) => row.cells)
  const at = wish.header ? rows.findIndex(({ no }) => no === wish.header!.row) : -1
  return { sheet, rows, header: at >= 0 ? headerAt(cells, { row: at, depth: wish.header!.depth }, known) : findHeader(cells, known) }
}

const recognised = ({ header }: Seen) => header.columns.filter(({ name }) => name !== null).length
