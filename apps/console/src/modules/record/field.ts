import type { Output } from '@linli/contract'
import { baseKinds } from '@linli/contract/words/index'
import type { Field, Part, RecordKind, Value, Values } from '@linli/contract/words/index'
import { readValue } from '@linli/contract/words/base/read'
import { areaAt, isAreaPath } from '@linli/standards/area-path'

export type FieldView = Output<'person', 'fields'>['rows'][number]
export type Revision = Output<'person', 'history'>['rows'][number]
/** Kinds of records with a page of their own; every one answers alike when it is asked for its fields, its history or a whole number. */
export type ShownKind = RecordKind
export interface Option { code: string, label: string }

/** Fields are the same all over a community, which may add its own: one answer serves every building of it. */
export const placeOfFields = (area: string): string => (isAreaPath(area) ? areaAt(area, 'community') : undefined) ?? area

/** A part of a record with its fields, in the order of the dictionary. */
export interface PartView { name: string, title: string, when?: Part['when'], fields: FieldView[] }

/** The fields by the parts they stand in; what an office has added comes last. */
export function partsOf(kind: RecordKind, fields: readonly FieldView[]): PartView[] {
  const known = [...baseKinds[kind]?.parts ?? [], { name: 'own', title: '本地自设项目' }]
  return known.map((part) => ({ ...part, fields: fields.filter((field) => field.part === part.name) })).filter((part) => part.fields.length > 0)
}

/** Is a part asked for a record with these values? A part of which something is known is never hidden. */
export const isAsked = ({ when, fields }: PartView, values: Values): boolean =>
  !when || [values[when.field] ?? ''].flat().some((value) => when.is.includes(String(value))) || fields.some(({ name }) => (values[name] ?? null) !== null)

/** A value in words; nothing known is a dash. */
export function valueWords({ type, options, retired = [] }: Pick<FieldView, 'type' | 'options' | 'retired'>, value: Value | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  const label = (code: Value) => [...options ?? [], ...retired].find((option) => option.code === code)?.label ?? String(code)
  if (Array.isArray(value)) return value.map(label).join('、')
  if (type === 'yes') return value === true ? '是' : '否'
  return options ? label(value) : String(value)
}

export const labelOf = (options: readonly Option[] | undefined, code: string | null): string => options?.find((option) => option.code === code)?.label ?? ''

/** What is wrong with what was written, in the server's own words and before it is sent; undefined where nothing is. */
export function faultOf(field: FieldView, written: Value | undefined, { today, certificate }: { today: string, certificate?: string }): string | undefined {
  if (written === undefined || written === null) return undefined
  const like: Pick<Field, 'type' | 'table' | 'max' | 'label'> = { type: field.type, label: field.label, table: field.name, ...(field.max !== null && { max: field.max }) }
  const read = readValue(like, written, { today, tables: { [field.name]: { entries: field.options ?? [], retired: field.retired ?? [] } } }, certificate ?? '111')
  return read.ok ? undefined : read.message
}

/** What a form says of a record: what was left alone is not sent; an emptied box is nothing known. */
export function writtenOf(fields: readonly FieldView[], form: Record<string, unknown>, before: Values = {}): Values {
  const isLeft = (field: FieldView) => {
    const [now, then] = [emptied(form[field.name]), before[field.name] ?? null]
    return field.isSensitive ? form[field.name] === undefined || form[field.name] === '' : JSON.stringify(now) === JSON.stringify(then)
  }
  return Object.fromEntries(fields.filter((field) => !isLeft(field)).map((field) => [field.name, emptied(form[field.name])]))
}

const emptied = (value: unknown): Value => value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : typeof value === 'string' ? value.trim() || null : value as Value

/** What a form begins with: all that is known and shown whole. */
export const openValues = (fields: readonly FieldView[], values: Values): Values =>
  Object.fromEntries(fields.filter(({ name, isSensitive }) => !isSensitive && (values[name] ?? null) !== null).map(({ name }) => [name, values[name]!]))
