/** A sheet as it is typed: what stands in its cells as text, where one is, and what can be undone. Pure; rows that did not change stay the same objects. */

/** `no`: its number in the file it comes from, where that is not its place in the sheet. */
export interface SheetRow { id: number, no?: number, cells: readonly string[] }
export interface Spot { row: number, column: number }
export interface Sheet {
  columns: number
  rows: readonly SheetRow[]
  /** The active cell, and the other corner of what is chosen. */
  at: Spot
  to: Spot
  /** What stands in the active cell while one types; null while one does not. */
  typing: string | null
  /** One edits what stood there: the arrows stay in the text. */
  isEditing: boolean
  past: readonly (readonly SheetRow[])[]
  future: readonly (readonly SheetRow[])[]
  nextId: number
  /** Rows are neither added nor taken out. */
  isFixed?: boolean
}

/** Rows below the last written one, to go on in. */
const spare = 20
const mostRows = 20_000
const mostUndone = 100

export const isBlank = ({ cells }: SheetRow): boolean => cells.every((cell) => cell.trim() === '')

export function emptySheet(columns: number): Sheet {
  return padded({ columns, rows: [], at: { row: 0, column: 0 }, to: { row: 0, column: 0 }, typing: null, isEditing: false, past: [], future: [], nextId: 1 })
}

/** Of rows that are there already, and no others. */
export const fixedSheet = (columns: number, rows: readonly SheetRow[]): Sheet => ({ columns, rows, at: { row: 0, column: 0 }, to: { row: 0, column: 0 }, typing: null, isEditing: false, past: [], future: [], nextId: 0, isFixed: true })

/** With empty rows at its end. */
function padded(sheet: Sheet): Sheet {
  let last = sheet.rows.length
  while (last > 0 && isBlank(sheet.rows[last - 1]!)) last -= 1
  return withRows(sheet, Math.min(last + spare, mostRows))
}

/** With other columns: for each the one it was, or -1; there is nothing to undo any more. */
export function reshape(sheet: Sheet, from: readonly number[]): Sheet {
  const rows = sheet.rows.map(({ id, cells }) => ({ id, cells: from.map((at) => cells[at] ?? '') }))
  return go({ ...sheet, rows, columns: from.length, past: [], future: [] }, { row: sheet.at.row, column: 0 })
}

export interface Range { top: number, bottom: number, left: number, right: number }

export const rangeOf = ({ at, to }: Pick<Sheet, 'at' | 'to'>): Range => ({
  top: Math.min(at.row, to.row), bottom: Math.max(at.row, to.row), left: Math.min(at.column, to.column), right: Math.max(at.column, to.column),
})

export const textAt = ({ rows }: Pick<Sheet, 'rows'>, { row, column }: Spot): string => rows[row]?.cells[column] ?? ''

/** The cells that are chosen. */
export function chosen(sheet: Sheet): string[][] {
  const { top, bottom, left, right } = rangeOf(sheet)
  return sheet.rows.slice(top, bottom + 1).map(({ cells }) => cells.slice(left, right + 1))
}

function within({ rows, columns }: Sheet, { row, column }: Spot): Spot {
  return { row: Math.max(0, Math.min(row, rows.length - 1)), column: Math.max(0, Math.min(column, columns - 1)) }
}

/** To a cell; with `isFar` the other corner moves alone. */
export function go(sheet: Sheet, spot: Spot, isFar = false): Sheet {
  const to = within(sheet, spot)
  return { ...sheet, typing: null, isEditing: false, to, ...(!isFar && { at: to }) }
}

/** By rows and columns from where one is. */
export const move = (sheet: Sheet, rows: number, columns: number, isFar = false): Sheet => {
  const from = isFar ? sheet.to : sheet.at
  return go(sheet, { row: from.row + rows, column: from.column + columns }, isFar)
}

/** To the next cell to be written: at the end of a row to the beginning of the next. */
export function step(sheet: Sheet, by: 1 | -1): Sheet {
  const place = sheet.at.row * sheet.columns + sheet.at.column + by
  return go(sheet, { row: Math.floor(place / sheet.columns), column: ((place % sheet.columns) + sheet.columns) % sheet.columns })
}

/** As Ctrl+arrow: to the end of what is written, or to where something is written next. */
export function leap(sheet: Sheet, rows: number, columns: number, isFar = false): Sheet {
  const start = isFar ? sheet.to : sheet.at
  const next = ({ row, column }: Spot): Spot => ({ row: row + rows, column: column + columns })
  const isInside = (spot: Spot) => spot.row >= 0 && spot.row < sheet.rows.length && spot.column >= 0 && spot.column < sheet.columns
  const isWritten = (spot: Spot) => isInside(spot) && textAt(sheet, spot) !== ''
  let spot = next(start)
  if (!isInside(spot)) return sheet
  if (isWritten(start) && isWritten(spot)) while (isWritten(next(spot))) spot = next(spot)
  else while (isInside(next(spot)) && !isWritten(spot)) spot = next(spot)
  return go(sheet, spot, isFar)
}

export const type = (sheet: Sheet, typing: string | null, isEditing = sheet.isEditing && typing !== null): Sheet => ({ ...sheet, typing, isEditing })

/** What is filled in beside a cell that was written: sex and date of birth from an identity number. */
export type Derive = (cells: readonly string[], column: number) => readonly string[]
const asTyped: Derive = (cells) => cells

/** What is written into a row: texts beside each other from a column on. */
interface Texts { left: number, texts: readonly string[] }

/** Writes cells of single rows, as one thing to undo; what stood `before` is what comes back. */
function write(sheet: Sheet, changes: ReadonlyMap<number, Texts>, derive: Derive, before = sheet.rows): Sheet {
  let isChanged = false
  const rows = sheet.rows.map((row, at) => {
    const change = changes.get(at)
    if (!change || change.texts.every((text, column) => row.cells[change.left + column] === text)) return row
    isChanged = true
    let cells: readonly string[] = [...row.cells.slice(0, change.left), ...change.texts, ...row.cells.slice(change.left + change.texts.length)]
    for (let column = 0; column < change.texts.length; column += 1) cells = derive(cells, change.left + column)
    return { ...row, cells }
  })
  return isChanged ? padded(kept(sheet, rows, before)) : { ...sheet, typing: null, isEditing: false }
}

const kept = (sheet: Sheet, rows: readonly SheetRow[], before = sheet.rows): Sheet => ({ ...sheet, rows, typing: null, isEditing: false, past: [...sheet.past.slice(1 - mostUndone), before], future: [] })

/** What was typed stands. */
export function settle(sheet: Sheet, derive: Derive = asTyped): Sheet {
  if (sheet.typing === null) return sheet
  return write(sheet, new Map([[sheet.at.row, { left: sheet.at.column, texts: [sheet.typing.trim()] }]]), derive)
}

/** A block from the clipboard, from the upper left corner of what is chosen; one cell fills all that is chosen. Rows are added as needed. */
export function paste(sheet: Sheet, block: readonly (readonly string[])[], derive: Derive = asTyped): Sheet {
  const { top, bottom, left, right } = rangeOf(sheet)
  const isOne = block.length === 1 && block[0]!.length === 1
  const [height, width] = isOne ? [bottom - top + 1, right - left + 1] : [block.length, Math.max(...block.map(({ length }) => length))]
  const roomy = withRows(sheet, Math.min(top + height, mostRows))
  const changes = new Map<number, Texts>()
  for (let row = 0; row < height && top + row < roomy.rows.length; row += 1) {
    const cells = isOne ? Array.from({ length: width }, () => block[0]![0]!) : block[row]!
    changes.set(top + row, { left, texts: cells.slice(0, sheet.columns - left).map((text) => text.trim()) })
  }
  const written = write(roomy, changes, derive, sheet.rows)
  return { ...written, at: { row: top, column: left }, to: within(written, { row: top + height - 1, column: left + width - 1 }) }
}

/** How many rows of a block have no place any more: nothing is cut silently. */
export const rowsTooMany = (sheet: Sheet, block: readonly unknown[]): number => Math.max(0, rangeOf(sheet).top + block.length - (sheet.isFixed ? sheet.rows.length : mostRows))

function withRows(sheet: Sheet, length: number): Sheet {
  const missing = length - sheet.rows.length
  return missing <= 0 || sheet.isFixed ? sheet : { ...sheet, nextId: sheet.nextId + missing, rows: [...sheet.rows, ...blanks(sheet, missing)] }
}

function blanks({ columns, nextId }: Sheet, count: number): SheetRow[] {
  const cells = Array.from({ length: columns }, () => '')
  return Array.from({ length: count }, (_, at) => ({ id: nextId + at, cells }))
}

/** The first row of what is chosen into the rows below it; of a single row the one above it. */
export function fillDown(sheet: Sheet, derive: Derive = asTyped): Sheet {
  const { top, bottom, left, right } = rangeOf(sheet)
  const from = bottom > top ? top : top - 1
  if (from < 0) return sheet
  const cells = sheet.rows[from]!.cells.slice(left, right + 1)
  return write(sheet, new Map(Array.from({ length: bottom - from }, (_, at) => [from + 1 + at, { left, texts: cells }])), derive)
}

/** What is chosen, again and again, down to a row: as the handle at its corner is drawn. */
export function drawDown(sheet: Sheet, until: number, derive: Derive = asTyped): Sheet {
  const { top, bottom, left } = rangeOf(sheet)
  const block = chosen(sheet)
  const last = Math.min(until, (sheet.isFixed ? sheet.rows.length : mostRows) - 1)
  if (last <= bottom) return sheet
  const drawn = Array.from({ length: last - bottom }, (_, at) => block[at % block.length]!)
  const written = paste({ ...sheet, at: { row: bottom + 1, column: left }, to: { row: bottom + 1, column: left } }, drawn, derive)
  return { ...written, at: { row: top, column: left } }
}

export function clear(sheet: Sheet, derive: Derive = asTyped): Sheet {
  const { top, bottom, left, right } = rangeOf(sheet)
  const texts = Array.from({ length: right - left + 1 }, () => '')
  return write(sheet, new Map(Array.from({ length: bottom - top + 1 }, (_, row) => [top + row, { left, texts }])), derive)
}

/** Takes the chosen rows out. */
export function removeRows(sheet: Sheet): Sheet {
  if (sheet.isFixed) return sheet
  const { top, bottom } = rangeOf(sheet)
  return go(padded(kept(sheet, [...sheet.rows.slice(0, top), ...sheet.rows.slice(bottom + 1)])), { row: top, column: sheet.at.column })
}

/** Without rows that have been handed in: they do not come back by undoing. */
export function handedIn(sheet: Sheet, ids: ReadonlySet<number>): Sheet {
  return go(padded({ ...sheet, rows: sheet.rows.filter(({ id }) => !ids.has(id)), past: [], future: [] }), sheet.at)
}

/** Empty rows above the chosen ones, as many as are chosen. */
export function insertRows(sheet: Sheet): Sheet {
  if (sheet.isFixed) return sheet
  const { top, bottom } = rangeOf(sheet)
  const count = bottom - top + 1
  return { ...kept(sheet, [...sheet.rows.slice(0, top), ...blanks(sheet, count), ...sheet.rows.slice(top)]), nextId: sheet.nextId + count }
}

/** The next cell with a fault after where one is, from the top again at the end. */
export function nextFault({ rows, at }: Pick<Sheet, 'rows' | 'at'>, faultsOf: (row: SheetRow) => readonly (string | undefined)[]): Spot {
  const spots = rows.flatMap((row, place) => faultsOf(row).flatMap((fault, column) => (fault === undefined ? [] : { row: place, column })))
  return spots.find(({ row, column }) => row > at.row || (row === at.row && column > at.column)) ?? spots[0] ?? { row: at.row, column: Math.max(0, at.column) }
}

export function undo(sheet: Sheet): Sheet {
  const before = sheet.past[sheet.past.length - 1]
  if (!before) return sheet
  return go({ ...sheet, rows: before, past: sheet.past.slice(0, -1), future: [sheet.rows, ...sheet.future] }, sheet.at)
}

export function redo(sheet: Sheet): Sheet {
  const [after, ...future] = sheet.future
  if (!after) return sheet
  return go({ ...sheet, rows: after, past: [...sheet.past, sheet.rows], future }, sheet.at)
}
