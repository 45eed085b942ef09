import { serverNow } from '../../kernel/clock.ts'
import { Choice } from '../../parts/choice.tsx'
import { Rating } from '../../parts/rating.tsx'
import { TextArea } from '../../parts/text-area.tsx'
import { TextField } from '../../parts/text-field.tsx'
import { officeDay } from './entry-rules.ts'
import type { Entry } from './entry-rules.ts'

type EntryFieldProps = { entry: Entry, hint?: string, value: string, error?: string, onChange: (text: string) => void }

/** One entry of a step, as its kind is filled in. */
export function EntryField({ entry: { name: id, label, kind = 'words', isOptional, most, options, ...entry }, hint = entry.hint, value, error, onChange }: EntryFieldProps) {
  const field = { id, label, hint, error, isOptional }
  if (kind === 'choice' || kind === 'yesNo') {
    return <Choice {...field} look="chips" value={value || null} options={Object.entries(options ?? {}).map(([key, words]) => ({ value: key, words }))} onChange={onChange} />
  }
  if (kind === 'stars') return <Rating {...field} value={value === '' ? null : Number(value)} onChange={(score) => onChange(`${score}`)} />
  if (kind === 'amount') return <TextField {...field} kind="number" value={value} maxLength={4} onChange={onChange} />
  if (kind === 'day') return <DayField {...field} value={value} onChange={onChange} />
  return <TextArea {...field} maxLength={most} rows={3} value={value} onChange={onChange} />
}

const usual = { 三天后: 3, 一周后: 7, 两周后: 14, 一个月后: 30, 三个月后: 90 } as const

/** A day to come: the usual ones with a tap, any other in figures. */
function DayField({ id, label, hint, error, value, onChange }: { id: string, label: string, hint?: string, error?: string, value: string, onChange: (day: string) => void }) {
  const days = Object.entries(usual).map(([words, amount]) => ({ value: officeDay(serverNow(), amount), words }))
  return (
    <>
      <Choice id={`${id}-usual`} label={label} hint={hint} look="chips" value={days.some((day) => day.value === value) ? value : null} options={days} onChange={onChange} />
      <TextField id={id} label="或写日期" placeholder={days[0]?.value} value={value} maxLength={10} error={error} onChange={onChange} />
    </>
  )
}
