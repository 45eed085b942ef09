import { Entry } from '#element'
import type { EntryKind } from '../element/element.ts'
import { Field, explainedBy } from './field.tsx'
import type { FieldProps } from './field.tsx'

type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  kind?: EntryKind
  placeholder?: string
  maxLength?: number
  isDisabled?: boolean
  onDone?: () => void
}

/** One line. */
export function TextField({ id, label, hint, error, isOptional, ...entry }: TextFieldProps) {
  const field = { id, label, hint, error, isOptional }
  return (
    <Field {...field}>
      <Entry id={id} label={label} isInvalid={Boolean(error)} describedBy={explainedBy(field)} {...entry} />
    </Field>
  )
}
