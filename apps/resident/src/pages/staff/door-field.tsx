import { useState } from 'react'
import { serverNow } from '../../kernel/clock.ts'
import { Choice } from '../../parts/choice.tsx'
import type { FieldProps } from '../../parts/field.tsx'
import { TextField } from '../../parts/text-field.tsx'
import type { Resident } from './door-rules.ts'
import type { Code, Codes } from './door-seen.ts'
import { officeDay } from './entry-rules.ts'

/** What the fields of a form are given: what was written under a name, how to write, what is wrong. */
export type FormProps = {
  text: (name: string) => string
  put: (name: string, words: string, said?: string) => void
  wrong: Record<string, string>
  codes: Codes
  people: readonly Resident[]
  housing: string
  /** Whom it is about. */
  resident?: Resident
}

/** So many are seen at a glance; of more the usual ones are, and the others are looked for. */
const mostSeen = 8

/** 配偶, 子, 女, 父亲, 母亲, 儿媳, 女婿, 孙子, 孙女 (GB/T 4761), and identity card, permit of Hong Kong, Macao and Taiwan residents, household book, passport. */
const usual = ['02', '10', '20', '30', '51', '52', '38', '28', '41', '42', '111', '112', '113', '414']

type CodeFieldProps = FieldProps & { codes: readonly Code[], value: string, onChange: (code: string, words: string) => void }

/** One of the codes of a table. */
export function CodeField({ codes, value, onChange, ...field }: CodeFieldProps) {
  const [text, setText] = useState('')
  const wanted = text.trim()
  const isLong = codes.length > mostSeen
  const shown = !isLong ? codes : codes.filter(({ code, label }) => code === value || (wanted === '' ? usual.includes(code) : label.includes(wanted)))
  const pick = (code: string) => onChange(code, codes.find((one) => one.code === code)?.label ?? code)
  return (
    <>
      <Choice {...field} look="chips" value={value || null} options={shown.slice(0, 20).map(({ code, label }) => ({ value: code, words: label }))} onChange={pick} />
      {isLong && <TextField id={`${field.id}-find`} label={`${field.label}：找别的`} isOptional value={text} maxLength={10} onChange={setText} />}
    </>
  )
}

type DayProps = FieldProps & { value: string, onChange: (day: string) => void }

/** A day gone by: the usual ones with a tap, any other in figures. */
export function PastDay({ id, value, onChange, error, ...field }: DayProps) {
  const days = Object.entries({ 今天: 0, 昨天: -1, 一周前: -7 }).map(([words, away]) => ({ value: officeDay(serverNow(), away), words }))
  return (
    <>
      <Choice {...field} id={`${id}-usual`} look="chips" value={days.some((day) => day.value === value) ? value : null} options={days} onChange={onChange} />
      <TextField id={id} label="或写日期" isOptional={field.isOptional} placeholder={days[0]?.value} value={value} maxLength={10} error={error} onChange={onChange} />
    </>
  )
}
