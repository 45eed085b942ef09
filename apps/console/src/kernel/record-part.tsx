import type { Permission } from '@linli/contract'
import type { RecordKind } from '@linli/contract/words/index'
import { createContext, use } from 'react'
import type { ComponentType } from 'react'
import { holds, useMe } from './session.ts'
import type { Person } from './session.ts'

/** Which record of the base a page is about. */
export interface RecordSubject { kind: RecordKind, id: string, area: string, name: string }

/** What a module shows on the page of a record that is not its own; one panel, or nothing where there is nothing to say. */
export interface RecordPart {
  of: RecordKind
  key: string
  may: Permission
  /** Beside the record (moves, events, visits), or below what is known of it. */
  place: 'beside' | 'below'
  Part: ComponentType<{ record: RecordSubject }>
}

/** Filled from the modules' sections by the table of contents: a record's page knows none of them. */
export const RecordPartsContext = createContext<readonly RecordPart[]>([])

interface RecordPartsProps { record: RecordSubject, place: RecordPart['place'] }

/** What other modules have to show of a record, in the order of the table of contents, to those who may see it. */
export function RecordParts({ record, place }: RecordPartsProps) {
  const me = useMe()
  return partsFor(use(RecordPartsContext), me, { kind: record.kind, place }).map(({ key, Part }) => <Part key={key} record={record} />)
}

export const partsFor = (parts: readonly RecordPart[], me: Pick<Person, 'may'>, { kind, place }: { kind: RecordKind, place: RecordPart['place'] }): RecordPart[] =>
  parts.filter((part) => part.of === kind && part.place === place && holds(me, part.may))
