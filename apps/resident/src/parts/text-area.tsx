import { LongEntry, Words } from '#element'
import { Field, explainedBy } from './field.tsx'
import type { FieldProps } from './field.tsx'

type TextAreaProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  placeholder?: string
  maxLength: number
  rows?: number
}

/** Several lines, with how many characters are left once that matters. */
export function TextArea({ id, label, hint, error, isOptional, value, maxLength, rows = 4, ...entry }: TextAreaProps) {
  const field = { id, label, hint, error, isOptional }
  const left = maxLength - value.length
  return (
    <Field {...field}>
      <LongEntry
        id={id} label={label} isInvalid={Boolean(error)} describedBy={explainedBy(field)} value={value} maxLength={maxLength} rows={rows} {...entry}
      />
      {left <= maxLength / 5 && <Words as="p" className="field__count">{`还可以写 ${left} 个字`}</Words>}
    </Field>
  )
}
