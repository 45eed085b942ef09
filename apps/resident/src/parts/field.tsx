import type { ReactNode } from 'react'
import { Box, Label, Words } from '#element'
import './field.css'

export type FieldProps = {
  id: string
  label: string
  hint?: string
  /** What is wrong and how to mend it. */
  error?: string
  /** Most fields must be filled in; those that need not say so. */
  isOptional?: boolean
}

export const hintId = (id: string) => `${id}-hint`
export const errorId = (id: string) => `${id}-error`

/** The ids of what explains a field, for `aria-describedby`. */
export const explainedBy = ({ id, hint, error }: FieldProps) => [error && errorId(id), hint && hintId(id)].filter(Boolean).join(' ') || undefined

/** Label above, hint below it, error below the entry. */
export function Field({ id, label, hint, error, isOptional = false, children }: FieldProps & { children: ReactNode }) {
  return (
    <Box className="field">
      <Label to={id} className="field__label">
        {label}
        {isOptional && <Words className="field__optional">（选填）</Words>}
      </Label>
      {hint && <Words as="p" id={hintId(id)} className="field__hint">{hint}</Words>}
      {children}
      <FieldError id={id} error={error} />
    </Box>
  )
}

/** Several options under one question: the question names the group. */
export function FieldGroup({ id, label, hint, error, isOptional = false, children }: FieldProps & { children: ReactNode }) {
  return (
    <Box className="field">
      <Words as="p" id={id} className="field__label">
        {label}
        {isOptional && <Words className="field__optional">（选填）</Words>}
      </Words>
      {hint && <Words as="p" id={hintId(id)} className="field__hint">{hint}</Words>}
      {children}
      <FieldError id={id} error={error} />
    </Box>
  )
}

function FieldError({ id, error }: Pick<FieldProps, 'id' | 'error'>) {
  return error ? <Box id={errorId(id)} role="alert" className="field__error">{error}</Box> : null
}
