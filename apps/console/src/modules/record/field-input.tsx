import { DatePicker, Input, InputNumber, Radio, Select } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useToday } from '../../parts/use-today.ts'
import type { FieldView } from './field.ts'
import styles from './record.module.css'

interface FieldInputProps { field: FieldView, id?: string, value?: unknown, onChange?: (value: unknown) => void, placeholder?: string }

/** So few choices stand open; more are in a list that is searched by typing. */
const mostOpen = 3

/** The control a field of the dictionary is written with. Antd's form hands over id, value and onChange. */
export function FieldInput({ field, placeholder, ...control }: FieldInputProps) {
  const { type, options, max, retired = [] } = field
  const [carried] = useState(() => [control.value].flat())
  // What the record carries already may stay, and says that it is offered no more.
  const choices = options ? [...options.map(({ code, label }) => ({ value: code, label })), ...retired.filter(({ code }) => carried.includes(code)).map(({ code, label }) => ({ value: code, label: `${label}（已停用）` }))] : undefined
  if (type === 'codes') return <Select {...control as object} mode="multiple" allowClear showSearch={{ optionFilterProp: 'label' }} options={choices} placeholder={placeholder ?? '可多选'} />
  if (type === 'yes') return <Choice {...control} choices={[{ value: true, label: '是' }, { value: false, label: '否' }]} />
  if (type === 'code' && !placeholder && choices && choices.length <= mostOpen) return <Choice {...control} choices={choices} />
  if (type === 'code') return <Select {...control as object} allowClear showSearch={{ optionFilterProp: 'label' }} options={choices} placeholder={placeholder ?? '请选择'} />
  if (type === 'day') return <DayInput {...control} placeholder={placeholder ?? (field.name === 'birth' ? '如 1950-03-01' : undefined)} />
  if (type === 'number') return <InputNumber {...control as object} min={0} max={max ?? undefined} style={{ width: '100%' }} placeholder={placeholder} />
  if (type === 'longText') return <Input.TextArea {...control as object} autoSize={{ minRows: 2, maxRows: 6 }} maxLength={max ?? undefined} placeholder={placeholder} />
  return <Input {...control as object} autoComplete="off" maxLength={max ?? 60} inputMode={type === 'phone' ? 'tel' : undefined} className={isNumber(field) ? styles.number : undefined} placeholder={placeholder} />
}

const isNumber = ({ type }: FieldView) => type === 'phone' || type === 'certificateNumber' || type === 'identityNumber' || type === 'bankCard' || type === 'creditCode'

interface ChoiceProps { id?: string, value?: unknown, onChange?: (value: unknown) => void, choices: { value: string | boolean, label: string }[] }

/** Pressed again, a choice is taken back: not known is an answer too. */
const Choice = ({ id, value, onChange, choices }: ChoiceProps) => (
  <Radio.Group id={id} value={value} onChange={({ target }) => onChange?.(target.value)} optionType="button"
    options={choices.map((one) => ({ ...one, label: <span onClick={() => value === one.value && onChange?.(null)}>{one.label}</span> }))} />
)

interface DayInputProps { id?: string, value?: unknown, onChange?: (value: unknown) => void, placeholder?: string }

/** A day, kept as YYYY-MM-DD; typed in any of the ways people write one. Without another example today's is one. */
export function DayInput({ id, value, onChange, placeholder }: DayInputProps) {
  const today = useToday()
  return (
    <DatePicker id={id} style={{ width: '100%' }} value={typeof value === 'string' && value !== '' ? dayjs(value) : null} placeholder={placeholder ?? `如 ${today}`}
      format={['YYYY-MM-DD', 'YYYYMMDD', 'YYYY/M/D', 'YYYY.M.D', 'YYYY年M月D日']} onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)} />
  )
}
