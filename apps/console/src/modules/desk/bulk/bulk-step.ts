import type { Output } from '@linli/contract'
import type { EventStep } from '@linli/contract/words/index'
import type { Take } from '../../event/event-view.ts'
import type { StepValues } from '../../event/step/step-form.tsx'

export type Foreseen = Output<'desk', 'foresee'>['rows'][number]

/** What a form for many holds besides: dispatching each to the unit its matter's rule names, and marks that are left as they are. */
export interface BulkValues extends Omit<StepValues, 'isUrgent' | 'isPinned' | 'isLegacy'> {
  toSuggested?: boolean
  isUrgent?: Mark
  isPinned?: Mark
  isLegacy?: Mark
}
export type Mark = 'keep' | 'set' | 'unset'

/** Steps that can mean the same for many. What needs a look at the place, a photo or words of its own is taken one by one. */
export const bulkSteps = ['accept', 'merge', 'file', 'dispatch', 'sign', 'passSelf', 'approveExtension', 'approveSuspension', 'approveCancel', 'refuse', 'close', 'mark', 'urge', 'supervise', 'instruct', 'cancel'] as const satisfies readonly EventStep[]
export type BulkStep = (typeof bulkSteps)[number]

/** Why one that may take the step is left out with these values; undefined where it is not. */
export function leftOut(step: BulkStep, values: BulkValues, event: Pick<Foreseen, 'id' | 'suggestedUnit'>): string | undefined {
  if (step === 'dispatch' && values.toSuggested && !event.suggestedUnit) return '事项规则没有建议单位'
  if (step === 'merge' && values.into === event.id) return '这件就是主件'
  return undefined
}

/** What one event is told. */
export function takeFor(step: BulkStep, { toSuggested, ...values }: BulkValues, event: Pick<Foreseen, 'suggestedUnit'>): Take {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  if (step === 'mark') return { step, ...Object.fromEntries(Object.entries(filled).filter(([, value]) => value === 'set' || value === 'unset').map(([name, value]) => [name, value === 'set'])) }
  if (step === 'dispatch' && toSuggested) return { step, ...filled, unit: event.suggestedUnit!.id }
  return { step, ...filled } as Take
}

/** What takes the step back from this event as it stood before; undefined where nothing does. */
export function inverseOf(step: BulkStep, before: Pick<Foreseen, 'status' | 'isUrgent' | 'isPinned' | 'isLegacy'>): Take | undefined {
  if (step === 'mark') return { step, isUrgent: before.isUrgent, isPinned: before.isPinned, isLegacy: before.isLegacy }
  // Taken out of the whole again, an event is to be accepted: that is where it stood only if it had not been.
  if (step === 'merge' && before.status === 'reported') return { step: 'unmerge', reason: '撤销批量并案' }
  if (step === 'dispatch') return { step: 'recall', reason: '撤销批量派遣' }
  return undefined
}

/** Said before it is done. */
export const undoWords = (step: BulkStep): string => {
  if (step === 'mark') return '办完后可以撤销：期间没有别的变化的事件恢复原来的标记。'
  if (step === 'merge') return '办完后可以撤销：原为“待受理”、期间没有别的变化的事件恢复单独办理。'
  if (step === 'dispatch') return '办完后可以撤销：单位还没有签收的回到待派遣，单位会收到提醒。'
  return '这一步没有可以撤销的办法，请核对后再办。'
}
