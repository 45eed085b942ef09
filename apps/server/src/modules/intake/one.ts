import type { Field, IntakeKind, RecordMark, Values } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import type { Cell, Fault, Read1, ReadOne, Taken } from '../cell/index.ts'
import type { AreaOf, Found, Looked } from '../housing/light.ts'
import type { ReadInFile } from './column-queries.ts'
import type { BatchRow } from './queries.ts'

/** Where a home or a thing is and whose, besides the place of a record. */
export interface Also { building?: string, door?: { entrance: string, floor: number | null, room: string, part: string }, point?: { lng: number, lat: number }, owner?: string }

/** A record that a row of a file brings. */
export interface Brought { id: string, subdistrict: number, area: string, place: string, housing: string | null, address: string | null, values: Values, also: Also }

/** Of a row that went out and came back: what somebody wrote in Excel, what had gone out, where the record has changed since, and where it is to be emptied. `seen` is the state that had gone out, `now` the present one. */
export interface Returned { values: Values, before: Values, conflicts: string[], clears: string[], seen: number, now: number, name: string }

/**
 * A row on its way into the base, as far as it must be known to find whom and what it is about: what is read of somebody lies packed in the columns of its piece, at this place, but the name.
 * `cells` and `mark`, which record it came from, where it went out from here; `lacks`: what is wrong with it where it is new.
 */
export interface One {
  no: number
  at: number
  isNote: boolean
  values: Values
  said: Read1['place']
  looked: Looked
  faults: Fault[]
  lacks: Fault[]
  cells?: readonly Cell[]
  mark?: RecordMark | 'lost'
  /** Found out later. `key` is what may stand only once in a file. */
  also: Also
  place?: Found
  record?: string
  key?: string | null
  returned?: Returned
}

/** Some rows with their columns, packed as the database takes them (numbers in clear until they are sealed), and `texts`, their cells as people see them. */
export interface Piece { rows: One[], columns: Record<ReadInFile | 'texts' | 'lists', Uint8Array<ArrayBuffer>> }

/** What reading rows of one file needs to know. `mark`: the column that says which record a row is of, where the file went out from here. */
export interface Given { kind: IntakeKind, columns: Taken[], fields: Field[], known: Known, areas: AreaOf[], role: string, mark: number | undefined }

/** What staging them needs to know besides. */
export interface Reading { batch: BatchRow, given: Given, titles: ReadonlyMap<string, string>, readOne: ReadOne, labels: (field: Field, code: string) => string, printed: readonly Printed[] }

/** A column of a file that came back which is no field of the record; `beside`: what it is instead, where it may be changed. */
export interface Printed { at: number, title: string, print: number, beside: Field | undefined }
