import { SheetProblem, type Row } from '@linli/sheet'
import { maskIdentityNumber, maskNumbers, maskPhone } from '@linli/standards'
import { isEmpty, isNote, lookOver, markOf, nothingRead, openReader, packTexts, textOf, type Read1 } from '../cell/index.ts'
import { areasOf, nowhere, openLookUp } from '../housing/light.ts'
import { clearOf, type Clear } from '../person/light.ts'
import { openColumns, type Packable } from '../record/light.ts'
import { readInClear } from './column-queries.ts'
import { formOf } from './form.ts'
import type { Given, One, Piece } from './one.ts'

/** What the thread that reads a file (`@linli/sheet`, By) is given besides: the first row below the header, the last one that is staged already, and the most that a file may have. */
export interface GivenApart extends Given { from: number, done: number, most: number }

/** What is done in that thread, so that nobody else waits for it: cells are read and checked, and columns packed as they will be stored, but for what another thread seals. */
export function open(given: GivenApart): (rows: readonly Row[]) => { piece: Piece, moved: ArrayBuffer[] } {
  const read = openRows(given)
  let count = 0
  return (rows) => {
    const wanted = rows.filter(({ no, cells }) => no >= given.from && !isEmpty(cells))
    count += wanted.length
    if (count > given.most) throw new SheetProblem('too-large', `超过 ${given.most} 行，请拆分后再导入`)
    const piece = read(wanted.filter(({ no }) => no > given.done))
    return { piece, moved: Object.values(piece.columns).map(({ buffer }) => buffer) }
  }
}

/** Reads rows of one file, whoever asks. */
export function openRows(given: Given): (rows: readonly Row[]) => Piece {
  const [read, packing] = [openRow(given), openColumns(readInClear)]
  return (rows) => {
    const ones = rows.map((row, at) => {
      const { one, columns } = read(row, at)
      packing.add(columns)
      return one
    })
    return { rows: ones, columns: packing.end() }
  }
}

type Columns = { readonly [column in keyof typeof readInClear]?: Packable }

function openRow({ kind, columns, fields, known, areas, role, mark }: Given): (row: Row, at: number) => { one: One, columns: Columns } {
  const [form, isPerson, reader, lookUp] = [formOf({ kind }), kind === 'person', openReader(columns, known), openLookUp(areasOf(areas))]
  const titles = new Map(columns.map(({ field, title }) => [field.name, title]))
  const columnsOf = (cells: Row['cells'], read: Read1, values: One['values'], stored: Columns): Columns => ({ ...stored, texts: packTexts(columns, cells), role: read.role ?? role, since: read.since, fields: Object.keys(values).filter((field) => (values[field] ?? null) !== null), clears: read.clears })
  return ({ no, cells }, at) => {
    const empty: One = { no, at, isNote: false, values: {}, said: {}, looked: nowhere(), faults: [], lacks: [], also: {} }
    const marked = mark === undefined ? undefined : markOf(cells[mark])
    if (marked !== undefined) return { one: { ...empty, mark: marked, cells }, columns: columnsOf(cells, nothingRead(), {}, {}) }
    if (isNote(cells, columns, form.keys)) return { one: { ...empty, isNote: true }, columns: columnsOf(cells, nothingRead(), {}, {}) }
    const read = reader.row(cells)
    const values = form.filledIn(read.values)
    const looked = lookUp(read.place)
    const lacks = lookOver(read, values, { titles, required: form.required })
    const stored = isPerson && textOf(values, 'name') !== null ? clearOf(fields, values) : undefined
    return {
      one: {
        ...empty, values: isPerson ? { name: values.name ?? null } : values, said: isPerson ? {} : read.place, looked, lacks: isPerson ? [] : lacks,
        faults: [...read.faults, ...isPerson ? lacks : [], ...looked.faults.map((fault) => ({ ...fault, title: titles.get(fault.column) ?? '', isWarning: false }))],
      },
      columns: columnsOf(cells, read, values, (stored ?? shownOf(values, looked, isPerson)) as Columns),
    }
  }
}

/** What a row is recognised by on the screen that is not stored as somebody. */
function shownOf(values: One['values'], { text }: One['looked'], isPerson: boolean): Partial<Clear> {
  const masked = (field: string, mask: (text: string) => string) => ((values[field] ?? null) === null ? null : mask(String(values[field])))
  const name = textOf(values, 'name') ?? (text === null ? null : maskNumbers(text))
  return isPerson ? { name: name!, number_masked: masked('certificateNumber', maskIdentityNumber), phone_masked: masked('phone', maskPhone) } : { name: name!, number_masked: textOf(values, 'creditCode') ?? textOf(values, 'code') }
}
