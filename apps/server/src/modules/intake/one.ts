import type { Field, RecordMark, Values } from '@linli/contract'
import type { Found, Looked } from '../housing/index.ts'
import type { Stored } from '../person/index.ts'
import type { BatchRow } from './queries.ts'
import type { Cell, Fault, Read1, ReadOne, Taken } from './rules.ts'

/** Where a home or a thing is and whose, besides the place of a record. */
export interface Also { building?: string, door?: { entrance: string, floor: number | null, room: string, part: string }, point?: { lng: number, lat: number }, owner?: string }

/** A record that a row of a file brings. */
export interface Brought { id: string, subdistrict: number, area: string, place: string, housing: string | null, address: string | null, values: Values, also: Also }

/** Of a row that went out and came back: what somebody wrote in Excel, what had gone out, where the record has changed since, and where it is to be emptied. `seen` is the state that had gone out, `now` the present one. */
export interface Returned { values: Values, before: Values, conflicts: string[], clears: string[], seen: number, now: number, name: string }

/** A row on its way into the base. `key` is what may stand only once in a file; `mark` says which record it came from. */
export interface One {
  no: number
  isNote: boolean
  cells: readonly Cell[]
  read: Read1
  values: Values
  stored: Stored | undefined
  faults: Fault[]
  looked: Looked
  also: Also
  place?: Found
  record?: string
  key?: string | null
  mark?: RecordMark | 'lost'
  returned?: Returned
}

/** What reading the rows of a file needs to know. `mark`: the column that says which record a row is of, where the file went out from here. */
export interface Reading { batch: BatchRow, columns: readonly Taken[], titles: ReadonlyMap<string, string>, lookUp: (place: Read1['place']) => Looked, fields: readonly Field[], read: { row: (cells: readonly Cell[]) => Read1, one: ReadOne }, labels: (field: Field, code: string) => string, mark: number | undefined }
