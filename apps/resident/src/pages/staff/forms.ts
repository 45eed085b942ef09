import { eventStep } from '@linli/contract/words/event'
import type { EventStep } from '@linli/contract/words/event'
import { whistleStep } from '@linli/contract/words/whistle'
import type { WhistleStep } from '@linli/contract/words/whistle'
import { fieldSteps } from './field-steps.ts'
import type { FieldStep, Form } from './field-steps.ts'
import { whistleSteps } from './whistle-steps.ts'
import type { WhistleFieldStep } from './whistle-steps.ts'

/** Everything somebody does in the field besides reporting. */
export type Step = FieldStep | WhistleFieldStep

const forms: Record<Step, Form> = { ...fieldSteps, ...whistleSteps }

export const formOf = (step: Step): Form => forms[step]

export const isStep = (step: string): step is Step => step in forms

export const isOfWhistle = (step: Step | 'report'): step is WhistleFieldStep => step.startsWith('whistle.')

/** How the server calls a step of a whistle. */
export const whistleStepOf = (step: WhistleFieldStep) => step.replace('whistle.', '') as WhistleStep

/** The words on its button. */
export const stepWords = (step: Step): string => isOfWhistle(step) ? whistleStep[whistleStepOf(step)] : eventStep[step as EventStep]

/** May it be taken with one tap? */
export const isPlain = (step: Step) => formOf(step).entries.length === 0

/**
 * What may be done after what is still on its way: the server decides when it arrives, but who signs in a cellar must be able to handle there as well.
 * `offered` is what the server said last. In the order of the tables.
 */
export function openSteps(offered: readonly string[], underWay: readonly Step[]): Step[] {
  const open = underWay.reduce<readonly string[]>((steps, step) => {
    const { next = [], without } = formOf(step)
    return without ? steps.filter((one) => !without.includes(one)) : next
  }, offered)
  return Object.keys(forms).filter((step): step is Step => open.includes(step))
}
