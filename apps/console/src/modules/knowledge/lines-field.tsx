import { Input } from 'antd'
import { useId } from 'react'

interface LinesFieldProps { label: string, hint: string, placeholder: string, value: string, change: (value: string) => void, isDisabled: boolean }

/** Something in each line. */
export function LinesField({ label, hint, placeholder, value, change, isDisabled }: LinesFieldProps) {
  const [id, hintId] = [useId(), useId()]
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea id={id} aria-describedby={hintId} autoSize={{ minRows: 5, maxRows: 14 }} placeholder={placeholder} value={value} disabled={isDisabled} onChange={({ target }) => change(target.value)} />
      <p id={hintId} className="faint">{hint}</p>
    </div>
  )
}
