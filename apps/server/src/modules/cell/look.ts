import type { IntakeKind } from '@linli/contract'
import { findHeader, headerAt, type Book, type Cell, type Header, type Known, type Row } from '@linli/sheet'
import { exportIn, isOurs, written } from './rules.ts'

/** What was chosen for reading a file; nothing chosen is as recognised. */
export interface Wish { kind?: IntakeKind, sheet?: number, header?: { row: number, depth: number }, columns?: { at: number, name: string | null }[], role?: string }
/** What a file was recognised as; `mark` is the column that says which record a row is of, where it went out from here, and `print` the place of a column among those that are no fields of the record. */
export interface Look { kind: IntakeKind, mark?: number, sheets: { name: string, isHidden: boolean }[], sheet: number, row: number, depth: number, columns: { at: number, title: string, name: string | null, print?: number }[] }

/** So many rows are looked at for a header, and shown to point at one. */
const looked = 40
/** Workbooks of a year with a sheet a week have 53. */
const mostSheets = 60

/** Names are kept in the database, which keeps no zero bytes, and are read by people. */
const tidy = (text: string) => text.replace(/\p{Cc}+/gu, ' ').toWellFormed().trim().slice(0, 200)

/** What a file may be of: its columns by what files call them, where something is, and which column names it. */
export interface Candidate { kind: IntakeKind, known: readonly Known[], places: ReadonlySet<string>, name: string }
/** What a ledger that went out was of, and what its columns are of. */
export interface Sent { kind: IntakeKind, columns: readonly SentColumn[] }
interface SentColumn { label: string, name: string | null, print: number | null }

interface Seen { sheet: number, rows: Row[], header: Header, kind: IntakeKind, weight: number, mark?: number, sent?: Sent }

interface Looking { candidates: readonly Candidate[], sentAs: (id: string) => Promise<Sent | undefined> }

/** Which sheet is meant, what it is of, where its header is and what its columns are: as chosen, else as recognised best among those that are not hidden. */
export async function lookAt(book: Book, wish: Wish, looking: Looking): Promise<{ look: Look, head: Row[] }> {
  const open = book.sheets.map(({ isHidden }, sheet) => ({ isHidden, sheet })).filter(({ isHidden }) => !isHidden || book.sheets.every((one) => one.isHidden)).map(({ sheet }) => sheet)
  const wanted = wish.sheet !== undefined && book.sheets[wish.sheet] ? [wish.sheet] : open.slice(0, mostSheets)
  let best: Seen | undefined
  for (const sheet of wanted) for (const seen of await see(book, sheet, wish, looking)) if (!best || seen.weight > best.weight) best = seen
  const { sheet, rows, header, kind, mark, sent } = best!
  const chosen = new Map((wish.columns ?? []).map(({ at, name }) => [at, name]))
  const columns = header.columns.map(({ at, title, name }) => {
    const was = sent && sentAt(sent, header, { at, title })
    return { at, title: tidy(title), name: chosen.has(at) ? chosen.get(at)! : isOurs(title) ? null : sent ? was?.name ?? null : name, ...(was?.print ?? null) !== null && { print: was!.print! } }
  })
  return {
    head: rows, look: {
      kind, sheets: book.sheets.map(({ name, isHidden }) => ({ name: tidy(name), isHidden })), sheet, row: rows[header.row]?.no ?? 1, depth: header.depth, columns: columns.filter(({ at }, place) => columns.findIndex((one) => one.at === at) === place && at !== mark), ...mark !== undefined && { mark },
    },
  }
}

/** Two columns of one name are told apart by their order; where one of them is gone nobody knows which. */
function sentAt({ columns }: Sent, header: Header, { at, title }: { at: number, title: string }): SentColumn | undefined {
  const [sent, here] = [columns.filter(({ label }) => label === title), header.columns.filter((column) => column.title === title)]
  return sent.length === here.length ? sent[here.findIndex((column) => column.at === at)] : undefined
}

async function see(book: Book, sheet: number, wish: Wish, { candidates, sentAs }: Looking): Promise<Seen[]> {
  const rows: Row[] = []
  for await (const row of book.rows(sheet)) {
    if (row.cells.some((cell: Cell) => cell !== null && cell !== '')) rows.push(row)
    if (rows.length >= looked) break
  }
  const back = await seeReturned(rows, candidates, sentAs)
  if (back) return [{ sheet, rows, ...back }]
  const cells = rows.map((row) => row.cells)
  const at = wish.header ? rows.findIndex(({ no }) => no === wish.header!.row) : -1
  return candidates.filter(({ kind }) => wish.kind === undefined || wish.kind === kind).map((one) => {
    const header = at >= 0 ? headerAt(cells, { row: at, depth: wish.header!.depth }, one.known) : findHeader(cells, one.known)
    return { sheet, rows, header, kind: one.kind, weight: weightOf(header, one, wish) }
  })
}

/** A ledger that went out has a column that says which record a line is of, and which export it was. */
async function seeReturned(rows: readonly Row[], candidates: readonly Candidate[], sentAs: Looking['sentAs']): Promise<Omit<Seen, 'sheet' | 'rows'> | undefined> {
  for (const [row, { cells }] of rows.entries()) {
    const mark = cells.findIndex((cell) => exportIn(written(cell)) !== undefined)
    if (mark < 0) continue
    const sent = await sentAs(exportIn(written(cells[mark]))!)
    const known = candidates.find(({ kind }) => kind === (sent?.kind ?? 'person'))!.known
    return { header: headerAt(rows.map((one) => one.cells), { row, depth: 1 }, known), kind: sent?.kind ?? 'person', weight: Number.MAX_SAFE_INTEGER, mark, ...sent && { sent } }
  }
  return undefined
}

/** What it is of is told by the columns that are no places; and only by them where one of them is its name. People are meant where nothing else is. */
function weightOf({ columns }: Header, { kind, places, name }: Candidate, { kind: chosen }: Wish): number {
  const recognised = columns.flatMap((column) => column.name ?? [])
  const own = recognised.filter((one) => !places.has(one)).length
  const isTold = kind === 'person' || kind === chosen || (name.startsWith('at.') ? recognised.length > own && own > 1 : recognised.includes(name))
  return isTold ? (own + (recognised.includes(name) && !name.startsWith('at.') ? 2 : 0)) * 1000 + recognised.length : -1
}
