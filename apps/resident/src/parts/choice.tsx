import { Box, Option, Words } from '#element'
import { FieldGroup, explainedBy } from './field.tsx'
import type { FieldProps } from './field.tsx'
import './choice.css'

export type ChoiceOption<T extends string> = { value: T, words: string, note?: string }

type Shared<T extends string> = FieldProps & {
  options: readonly ChoiceOption<T>[]
  /** rows: one under another, with room for a note · chips: short words side by side. */
  look?: 'rows' | 'chips'
}

/** One of several. */
export function Choice<T extends string>({ value, onChange, ...shared }: Shared<T> & { value: T | null, onChange: (value: T) => void }) {
  return <Options {...shared} kind="radio" isChosen={(answer) => answer === value} onChoose={onChange} />
}

/** Any of several. */
export function Choices<T extends string>({ values, onChange, ...shared }: Shared<T> & { values: readonly T[], onChange: (values: T[]) => void }) {
  const toggle = (answer: T) => onChange(values.includes(answer) ? values.filter((value) => value !== answer) : [...values, answer])
  return <Options {...shared} kind="checkbox" isChosen={(answer) => values.includes(answer)} onChoose={toggle} />
}

type OptionsProps<T extends string> = Shared<T> & { kind: 'radio' | 'checkbox', isChosen: (answer: T) => boolean, onChoose: (answer: T) => void }

function Options<T extends string>({ options, look = 'rows', kind, isChosen, onChoose, ...field }: OptionsProps<T>) {
  return (
    <FieldGroup {...field}>
      <Box className={`choice choice--${look}`} role={kind === 'radio' ? 'radiogroup' : 'group'} labelledBy={field.id} label={field.label} describedBy={explainedBy(field)}>
        {options.map(({ value, words, note }) => (
          <Option key={value} kind={kind} group={field.id} isChosen={isChosen(value)} onChoose={() => onChoose(value)} className="choice__answer">
            <Words className={`choice__sign choice__sign--${kind}`} />
            <Box as="span" className="choice__words">
              <Words>{words}</Words>
              {note && <Words className="choice__note">{note}</Words>}
            </Box>
          </Option>
        ))}
      </Box>
    </FieldGroup>
  )
}
