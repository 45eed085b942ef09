import { toHalfWidth } from '@linli/standards'

export type Cell = string | number | boolean | Date | null
/** What a column may be: its name, and all that files call it. */
export interface Known { name: string, titles: readonly string[] }
/** A column of a file: where it stands, what it is called, and what it was recognised as. */
export interface Column { at: number, title: string, name: string | null }
/** `row` is the first row of the header, `depth` how many rows it takes (1 or 2); data begin after it. */
export interface Header { row: number, depth: number, columns: Column[] }

const looked = 30

/**
 * Finds the header of what people send: titles, notes and empty rows may stand before it, and it may take two rows of which the upper one is merged
 * over groups (承租人 over 姓名, 证件, 电话). The row in which most columns are recognised is it; where none is, the first row that is mostly text.
 */
export function findHeader(rows: readonly (readonly Cell[])[], known: readonly Known[]): Header {
  const names = dictionary(known)
  let best: { header: Header, score: number } | undefined
  for (let row = 0; row < Math.min(rows.length, looked); row += 1) {
    for (const depth of [1, 2]) {
      const columns = columnsOf(rows, { row, depth }, names)
      const score = columns.filter(({ name }) => name !== null).length * 10 - depth
      if (score > (best?.score ?? 0)) best = { header: { row, depth, columns }, score }
    }
  }
  if (best) return best.header
  const row = Math.max(0, rows.findIndex((cells) => cells.filter((cell) => typeof cell === 'string' && cell.trim() !== '').length > 1))
  return { row, depth: 1, columns: columnsOf(rows, { row, depth: 1 }, names) }
}

/** The columns of a header that a person pointed at. */
export const headerAt = (rows: readonly (readonly Cell[])[], place: { row: number, depth: number }, known: readonly Known[]): Header => ({ ...place, columns: columnsOf(rows, place, dictionary(known)) })

/** Each name goes to one column: the first that says it. */
function columnsOf(rows: readonly (readonly Cell[])[], { row, depth }: { row: number, depth: number }, names: ReadonlyMap<string, string>): Column[] {
  const upper = depth === 2 ? spread(rows[row] ?? []) : []
  const lower = rows[row + depth - 1] ?? []
  if (depth === 2 && !isGroup(rows[row] ?? [], lower)) return []
  const taken = new Set<string>()
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, at) => ({ at, title: titleOf(upper[at], lower[at]) })).filter(({ title }) => title !== '').map(({ at, title }) => {
    const name = nameFor(title, text(lower[at] ?? null), names)
    if (name === null || taken.has(name)) return { at, title, name: null }
    taken.add(name)
    return { at, title, name }
  })
}

/** Merged cells are said once, in the first of them. */
function spread(cells: readonly Cell[]): string[] {
  let last = ''
  return cells.map((cell) => (last = text(cell) || last))
}

/** An upper row groups where it says less than the lower one and something besides a title over everything. */
function isGroup(upper: readonly Cell[], lower: readonly Cell[]): boolean {
  const said = (cells: readonly Cell[]) => cells.filter((cell) => text(cell) !== '').length
  return said(upper) > 1 && said(lower) > 1 && said(lower) < lower.length + 1 && upper.some((cell, at) => text(cell) === '' && text(lower[at] ?? null) !== '')
}

const titleOf = (upper: string | undefined, lower: Cell | undefined) => {
  const [above, below] = [upper ?? '', text(lower ?? null)]
  return above === '' || above === below || below === '' ? below || above : `${above} ${below}`
}

function nameFor(title: string, alone: string, names: ReadonlyMap<string, string>): string | null {
  for (const words of [plainTitle(title), plainTitle(alone)]) {
    const found = names.get(words)
    if (found !== undefined) return found
  }
  return null
}

/** The first that claims a title keeps it: a label goes before another field's other names. */
function dictionary(known: readonly Known[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const { name, titles } of known) if (titles[0] !== undefined) names.set(plainTitle(titles[0]), name)
  for (const { name, titles } of known) for (const title of titles) if (!names.has(plainTitle(title))) names.set(plainTitle(title), name)
  return names
}

/** 姓 名, 姓名*, 姓名（必填）, 姓名: and 姓名 are one title. */
export const plainTitle = (title: string): string => toHalfWidth(title).replace(/[(（[【](?:必填|选填|必录|文本|格式|如|例|yyyy).*?[)）\]】]/gi, '').replace(/[\s*:：＊、，,。.]/g, '').toLowerCase()

const text = (cell: Cell): string => (cell === null ? '' : String(cell).trim())
