import { Button, Input } from 'antd'
import { FieldInput } from './field-input.tsx'
import type { FieldView } from './field.ts'
import styles from './record.module.css'

interface MaskedInputProps { field: FieldView, /** What stands there, masked. */ masked: string, id?: string, value?: unknown, onChange?: (value: unknown) => void }

/** A value that is not shown whole: left empty it stays, what is written takes its place, and it may be taken away on purpose. */
export const MaskedInput = ({ field, masked, id, value, onChange }: MaskedInputProps) => value === null
  ? <span className={styles.masked}><Input id={id} disabled value="保存后清空" /><Button onClick={() => onChange?.(undefined)} aria-label={`保留${field.label}`}>保留</Button></span>
  : <span className={styles.masked}><FieldInput field={field} id={id} value={value} onChange={onChange} placeholder={`${masked} 不填则不变`} /><Button onClick={() => onChange?.(null)} aria-label={`清空${field.label}`}>清空</Button></span>
