import type { Output } from '@linli/contract'
import { baseKinds, fieldType } from '@linli/contract/words/index'
import type { FieldType, RecordKind } from '@linli/contract/words/index'
import { valueSource } from '@linli/contract/words/index'
import type { ValueSource } from '@linli/contract/words/index'

export type OwnField = Output<'field', 'own'>['rows'][number]
export type Rank = Output<'field', 'ranks'>['rows'][number]

/** Kinds of records that have fields. */
export const fieldKinds = Object.keys(baseKinds) as RecordKind[]
export const fieldTypes = Object.keys(fieldType) as FieldType[]

export const isChoice = (type: FieldType | undefined): boolean => type === 'code' || type === 'codes'
/** Numbers of people are sealed whatever is said. */
const always: readonly FieldType[] = ['identityNumber', 'certificateNumber', 'phone', 'bankCard']
export const isAlwaysSealed = (type: FieldType | undefined): boolean => type !== undefined && always.includes(type)
export const mayHaveMost = (type: FieldType | undefined): boolean => type === 'text' || type === 'longText' || type === 'number'

/** Options as they are typed: one a line, or with commas between. */
export const optionsIn = (text = ''): string[] => [...new Set(text.split(/[\n、,，;；/|]+/).map((part) => part.trim()).filter((part) => part !== ''))]

export const orderWords = (sources: readonly ValueSource[]): string => sources.map((source) => valueSource[source]).join(' › ')

/** The order after one source has gone a step up or down; the ends stay. */
export function stepped(sources: readonly ValueSource[], source: ValueSource, by: -1 | 1): ValueSource[] {
  const from = sources.indexOf(source)
  const to = from + by
  if (from < 0 || to < 0 || to >= sources.length) return [...sources]
  const next = sources.filter((one) => one !== source)
  return [...next.slice(0, to), source, ...next.slice(to)]
}
