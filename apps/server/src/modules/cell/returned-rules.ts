import { plainCell, printOf, readRecordMark, type Field, type RecordMark, type Value } from '@linli/contract/words/base/index'
import type { Sources } from '../record/index.ts'
import { tell, written, type Cell, type Fault, type ReadOne } from './rules.ts'

/** The record a line went out with; where something else stands there, it is lost, and where nothing does, the line was added in Excel. */
export function markOf(cell: Cell | undefined): RecordMark | 'lost' | undefined {
  const text = written(cell)
  return text === '' ? undefined : readRecordMark(text) ?? 'lost'
}

/** The revision with which a value came. */
export const cameWith = (sources: Sources, field: string): number => (sources[field] ?? sources['*'])?.[0] ?? 1

/** What went out for a value, in words; codes as they are called. */
export function sentText(value: Value, label: (code: string) => string): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return Array.isArray(value) ? value.map(label).join('、') : label(String(value))
}

/** `masked` is what went out of a sensitive value to whom whole ones were not given. */
export interface Compared { before: Value, masked: Value, now: Value, label: (code: string) => string }
export type Difference = { value: Value } | { fault: Pick<Fault, 'code' | 'message'> } | undefined

const isMasked = (text: string) => /[*＊]/.test(text)

/** What somebody made of a cell in Excel; nothing where it is what went out, or what stands by now. A cell that was emptied is an edit here, as everything is that differs from what went out. */
export function differenceOf(field: Field, cell: Cell, { before, masked, now, label }: Compared, read: ReadOne, certificate: string): Difference {
  const text = plainCell(written(cell))
  if (text === plainCell(sentText(before, label)) || (field.isSensitive === true && text === sentText(masked, label))) return undefined
  const told = tell(field, cell, read, certificate)
  if (told === 'blank' || told === 'clear') return before === null ? undefined : field.isRequired === true ? { fault: { code: 'clear.not', message: `${field.label}不能清空` } } : now === null ? undefined : { value: null }
  if (field.isSensitive === true && isMasked(text)) return { fault: { code: 'number.masked', message: '这里是遮盖后的内容，要改请填写完整的，不改请保持原样' } }
  if ('code' in told) return { fault: told }
  return [before, now].some((one) => JSON.stringify(one) === JSON.stringify(told.value)) ? undefined : { value: told.value }
}

/** Was a cell that is no field of the record written over since it went out? Of a file without prints nobody knows. */
export const isTouched = (cell: Cell, { prints }: RecordMark, print: number): boolean => prints?.[print] !== undefined && prints[print] !== printOf(written(cell))
/** Does something else stand there by now than went out? */
export const isMoved = (now: string, { prints }: RecordMark, print: number): boolean => prints?.[print] !== undefined && prints[print] !== printOf(now)
