import type { Asked, Output } from '@linli/contract'
import { logbookColumnTypes } from '@linli/contract/words/index'
import type { LogbookAbout, LogbookColumnType } from '@linli/contract/words/index'
import { isAlwaysSealed, isChoice, mayHaveMost, optionsIn } from '../field/field-view.ts'
import { valueWords } from '../record/field.ts'

export type BookRow = Output<'logbook', 'books'>['rows'][number]
export type Book = Output<'logbook', 'book'>
export type EntryRow = Output<'logbook', 'list'>['rows'][number]
export type EntryView = Output<'logbook', 'get'>
export type ColumnType = LogbookColumnType

/** A column as it is written in the form; `name` where it was there before: then its type stays. */
export interface ColumnDraft { key: string, name?: string, label: string, type: ColumnType, options: string, max: number | null, isRequired: boolean, isSensitive: boolean }

export const columnTypes = logbookColumnTypes
export const isOfRecord = (about: LogbookAbout): about is 'enterprise' | 'housing' | 'thing' => about === 'enterprise' || about === 'housing' || about === 'thing'

export const freshColumn = (key: string): ColumnDraft => ({ key, label: '', type: 'text', options: '', max: null, isRequired: false, isSensitive: false })

/** Those that are in use, as a form begins. */
export const draftsOf = (columns: BookRow['columns']): ColumnDraft[] =>
  columns.filter(({ isEnded }) => !isEnded).map(({ name, label, type, options, max, isRequired, isSensitive }) => ({ key: name, name, label, type, options: options.join('、'), max, isRequired, isSensitive }))

/** What a form says of the columns. */
export const columnsTold = (drafts: readonly ColumnDraft[]): Asked<'logbook', 'save'>['columns'] => drafts.map(({ name, label, type, options, max, isRequired, isSensitive }) => ({
  ...(name !== undefined && { name }), label, type, options: isChoice(type) ? optionsIn(options) : [], max: mayHaveMost(type) ? max : null, isRequired, isSensitive: isSensitive || isAlwaysSealed(type),
}))

/** What is wrong before it is sent. */
export function faultOfColumns(drafts: readonly ColumnDraft[]): string | undefined {
  if (drafts.length === 0) return '请至少设一栏'
  const at = drafts.findIndex(({ label }) => label.trim() === '')
  if (at >= 0) return `第 ${at + 1} 栏还没有名称`
  const narrow = drafts.find(({ type, options }) => isChoice(type) && optionsIn(options).length < 2)
  return narrow && `“${narrow.label}”至少要有两个选项`
}

/** What may be looked for by choosing: each option of each column that has some, as `name option`. */
export const choicesOf = (columns: BookRow['columns']): { label: string, options: { value: string, label: string }[] }[] =>
  columns.filter(({ options, isSensitive }) => options.length > 0 && !isSensitive).map(({ name, label, options }) => ({ label, options: options.map((option) => ({ value: `${name} ${option}`, label: option })) }))

export function chosenOf(written: string | undefined): { name: string, value: string } | undefined {
  const at = written?.indexOf(' ') ?? -1
  return written === undefined || at < 1 ? undefined : { name: written.slice(0, at), value: written.slice(at + 1) }
}

export const wordsOfColumn = ({ type, options }: BookRow['columns'][number], value: Parameters<typeof valueWords>[1]): string =>
  valueWords({ type, options: options.length > 0 ? options.map((option) => ({ code: option, label: option })) : null }, value)

