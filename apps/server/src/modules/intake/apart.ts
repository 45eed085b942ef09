import type { Field, Values } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import { SheetProblem, type Row } from '@linli/sheet'
import { maskIdentityNumber, maskPhone } from '@linli/standards'
import { openCrypto, type Crypto } from '../../kernel/crypto.ts'
import { filledIn, rowOf, type Stored } from '../person/light.ts'
import { readInFile, type ReadInFile } from './column-queries.ts'
import { packed, packedColumns, type Packable } from './packed.ts'
import { areasOf, openLookUp, type AreaOf, type Looked } from './place-rules.ts'
import { isEmpty, isNote, lookOver, openReader, type Fault, type Taken } from './rules.ts'

/** What is done in the thread that reads a file (`@linli/sheet`, By), so that nobody else waits for it: cells are read and checked, numbers sealed, and columns packed as they will be stored. */
export interface Given {
  /** The file of the keys. */
  keys: string
  columns: Taken[], fields: Field[], known: Known, areas: AreaOf[], role: string
  /** The first row below the header, the last one that is staged already, and the most that a file may have. */
  from: number, done: number, most: number
}

/** What has to be known of a row to find whom and what it is about; numbers and phones by their blind index. */
export interface One { no: number, isNote: boolean, name: string | null, number: string | null, phone: string | null, isWhole: boolean, looked: Looked, faults: Fault[] }
/** Rows with their columns, as the database takes them; `last` is the last row that was looked at. */
export interface Piece { rows: One[], columns: Record<keyof typeof readInFile, Uint8Array>, numbers: Uint8Array, phones: Uint8Array }

interface ReadRow { one: One, columns: { readonly [column in ReadInFile]?: Packable } }

export function open(given: Given): (rows: readonly Row[]) => { piece: Piece, moved: ArrayBuffer[] } {
  const read = openRowReader(given)
  let count = 0
  return (rows) => {
    const wanted = rows.filter(({ no, cells }) => no >= given.from && !isEmpty(cells))
    count += wanted.length
    if (count > given.most) throw new SheetProblem('too-large', `超过 ${given.most} 行，请拆分后再导入`)
    const done = wanted.filter(({ no }) => no > given.done).map(read)
    const columns = packedColumns(readInFile, done.map((row) => row.columns))
    const [numbers, phones] = (['number_index', 'phone_index'] as const).map((name) => packed('bytea', done.flatMap((row) => (row.columns[name] as Buffer | null | undefined) ?? []))) as [Buffer, Buffer]
    return { piece: { rows: done.map(({ one }) => one), columns, numbers, phones }, moved: [...Object.values(columns), numbers, phones].map(({ buffer }) => buffer as ArrayBuffer) }
  }
}

const nowhere: Looked = { buildings: [], key: null, entrance: null, room: null, text: null, faults: [] }

function openRowReader({ keys, columns, fields, known, areas, role }: Given): (row: Row) => ReadRow {
  const around: { crypto: Crypto } = { crypto: openCrypto(keys) }
  const [readCells, lookUp] = [openReader(columns, known), openLookUp(areasOf(areas))]
  const titles = new Map(columns.map(({ field, title }) => [field.name, title]))
  return ({ no, cells }) => {
    if (isNote(cells, columns)) return { one: { no, isNote: true, name: null, number: null, phone: null, isWhole: false, looked: nowhere, faults: [] }, columns: { role, fields: [], clears: [] } }
    const read = readCells(cells)
    const values = filledIn(read.values)
    const looked = lookUp(read.place)
    const faults = [...read.faults, ...lookOver(read, values, titles), ...looked.faults.map((fault) => ({ ...fault, title: titles.get(fault.column) ?? '', isWarning: false }))]
    const name = (values.name ?? null) as string | null
    const stored = name === null ? maskedOf(values) : rowOf(around, fields, values)
    return {
      one: { no, isNote: false, name, number: hex(stored.number_index), phone: hex(stored.phone_index), isWhole: name !== null, looked, faults },
      columns: { ...stored as ReadRow['columns'], role: read.role ?? role, since: read.since, fields: Object.keys(values).filter((field) => (values[field] ?? null) !== null), clears: read.clears },
    }
  }
}

/** What may be shown of somebody without a name. */
function maskedOf(values: Values): Partial<Stored> {
  const masked = (field: string, mask: (text: string) => string) => ((values[field] ?? null) === null ? null : mask(String(values[field])))
  return { number_masked: masked('certificateNumber', maskIdentityNumber), phone_masked: masked('phone', maskPhone) }
}

const hex = (bytes: unknown) => (Buffer.isBuffer(bytes) ? bytes.toString('hex') : null)
