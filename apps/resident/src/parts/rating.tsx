import { satisfaction } from '@linli/contract/words/event.ts'
import { Box, Option, Words } from '#element'
import { FieldGroup } from './field.tsx'
import type { FieldProps } from './field.tsx'
import { Icon } from './icon.tsx'
import './rating.css'

/** The office's words for one to five stars. */
const words = ([1, 2, 3, 4, 5] as const).map((score) => satisfaction[score])

export const ratingWords = (score: number) => words[score - 1] ?? ''

/** One to five stars, each with its word; nothing is chosen beforehand. */
export function Rating({ value, onChange, ...field }: FieldProps & { value: number | null, onChange: (score: number) => void }) {
  return (
    <FieldGroup {...field}>
      <Box className="rating" role="radiogroup" label={field.label} labelledBy={field.id}>
        {words.map((word, index) => (
          <Option
            key={word} kind="radio" group={field.id} label={`${index + 1} 星，${word}`} isChosen={value === index + 1} onChoose={() => onChange(index + 1)}
            className={value !== null && index < value ? 'rating__star rating__star--lit' : 'rating__star'}
          >
            <Icon name="star" className="rating__sign" />
          </Option>
        ))}
      </Box>
      <Words as="p" className="rating__words">{value === null ? '请点星星评价' : ratingWords(value)}</Words>
    </FieldGroup>
  )
}

/** A rating given before, to read only. */
export function Stars({ score }: { score: number }) {
  return (
    <Box className="rating rating--fixed" role="img" label={`${score} 星，${ratingWords(score)}`}>
      {words.map((word, index) => <Icon key={word} name="star" className={index < score ? 'rating__sign rating__sign--lit' : 'rating__sign'} />)}
    </Box>
  )
}
