import type { RecordKind, Value, Values } from '@linli/contract/words/index'
import { Form } from 'antd'
import type { ReactNode } from 'react'
import { useToday } from '../../parts/use-today.ts'
import { FieldInput } from './field-input.tsx'
import { faultOf, isAsked, partsOf } from './field.ts'
import type { FieldView } from './field.ts'
import { MaskedInput } from './masked-input.tsx'
import styles from './record.module.css'

interface FormPartsProps {
  kind: RecordKind
  fields: FieldView[]
  /** What stands in the record, masked where it is sensitive; nothing for a new one. */
  before: Values
  /** Parts that are unfolded, and what to do when one is folded or unfolded. */
  open: readonly string[]
  onOpen: (part: string, isOpen: boolean) => void
  /** What is said below a field while it is written. */
  notes?: Readonly<Record<string, ReactNode>>
}

/** The fields of a record as a form, part by part: the same dictionary and the same checks as for files and the grid. */
export function FormParts({ kind, fields, before, open, onOpen, ...rest }: FormPartsProps) {
  const form = Form.useFormInstance()
  const written = Form.useWatch([], form) as Values | undefined
  const parts = partsOf(kind, fields)
  const isFull = (name: string) => { const value = written?.[name]; return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0) }
  return parts.filter((part) => isAsked(part, { ...before, ...written })).map((part) => {
    const count = part.fields.filter(({ name }) => isFull(name)).length
    return (
      <details key={part.name} className={styles.part} open={open.includes(part.name)} onToggle={({ currentTarget }) => onOpen(part.name, currentTarget.open)}>
        <summary>{part.title}<span className="faint" style={{ fontSize: 13, fontWeight: 400 }}>{count > 0 ? `已填 ${count} / ${part.fields.length} 项` : `${part.fields.length} 项`}</span></summary>
        {/* Not drawn at all while folded: what only content-visibility hides begins movements that never end. */}
        <div hidden={!open.includes(part.name)} className={`${styles.inner} ${styles.grid}`}>{part.fields.map((field) => <OneField key={field.name} field={field} before={before} {...rest} />)}</div>
      </details>
    )
  })
}

/** Where only spaces are nothing: a number, yes or no and several codes are no text. */
const isText = ({ type }: FieldView): boolean => type !== 'number' && type !== 'yes' && type !== 'codes'

export function OneField({ field, before, notes }: { field: FieldView } & Pick<FormPartsProps, 'before' | 'notes'>) {
  const today = useToday()
  const masked = field.isSensitive ? before[field.name] ?? null : null
  return (
    <Form.Item name={field.name} label={field.label} className={field.type === 'longText' ? styles.wide : undefined} extra={notes?.[field.name]} validateTrigger={['onBlur', 'onSubmit']} validateFirst
      rules={[
        ...(field.isRequired ? [{ required: true, whitespace: isText(field), message: `请填写${field.label}` }] : []),
        ({ getFieldValue }) => ({ validator: async (_, value: Value | undefined) => { const fault = faultOf(field, value, { today, certificate: getFieldValue('certificate') as string | undefined }); if (fault) throw new Error(fault) } }),
      ]}>
      {masked === null ? <FieldInput field={field} /> : <MaskedInput field={field} masked={String(masked)} />}
    </Form.Item>
  )
}

/** The same fields one below the other, for a form that comes from the side. */
export function FieldItems({ kind, fields, before }: Pick<FormPartsProps, 'kind' | 'fields' | 'before'>) {
  const written = Form.useWatch([], Form.useFormInstance()) as Values | undefined
  return partsOf(kind, fields).filter((part) => isAsked(part, { ...before, ...written })).flatMap((part) => part.fields.map((field) => <OneField key={field.name} field={field} before={before} />))
}
