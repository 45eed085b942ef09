import type { EventStep } from '@linli/contract/words/index'
import type { ReactNode } from 'react'
import type { EventView, Take } from '../event-view.ts'
import { AcceptFields, DispatchFields, HandleFields, NoteField, PhotosField, RateFields, ReplyField, RevisitFields, TextField } from './step-fields.tsx'

/** Everything that any step's form may hold; each holds a few of them. */
export interface StepValues {
  note?: string
  question?: string
  text?: string
  reason?: string
  photos?: string[]
  matter?: string
  severity?: EventView['severity']
  unit?: string
  publicReply?: string
  isReached?: boolean
  isSolved?: boolean | null
  score?: number | null
}

interface StepForm {
  fields: (event: EventView) => ReactNode
  initial?: (event: EventView) => StepValues
  /** What the step will do, where that is not plain from its name. */
  note?: (event: EventView) => string
}

/** Steps that others will feel: shown last, in red, and told what they do. */
export const isHard = (step: EventStep): boolean => step === 'cancel' || step === 'reopen'

export const stepForms: Record<EventStep, StepForm> = {
  report: { fields: () => null, note: () => '上报后进入受理，草稿内容不能再改。' },
  askInfo: { fields: () => <TextField name="question" label="请上报人补充什么" max={300} />, note: () => '问题会发给上报人；等待补充期间不计时限。' },
  answer: { fields: () => <><TextField name="text" label="补充说明" max={1000} /><PhotosField /></> },
  accept: { fields: () => <AcceptFields />, initial: (event) => ({ matter: event.matter.code, severity: event.severity }) },
  file: { fields: () => <NoteField />, note: () => '立案后由派遣员派给办理单位。' },
  dispatch: { fields: (event) => <DispatchFields event={event} />, initial: (event) => ({ unit: (event.unit ?? event.suggestedUnit)?.id }) },
  sign: { fields: () => <NoteField />, note: (event) => `签收后开始计算处置时限：${event.handleLimit}。` },
  handle: { fields: () => <HandleFields /> },
  feedback: { fields: () => <><ReplyField /><NoteField /><PhotosField label="处置后照片" /></>, note: () => '反馈后由社区核查。“给居民的答复”居民能看到，“内部意见”居民看不到。' },
  check: { fields: () => <><NoteField /><PhotosField label="核查照片" /></>, note: () => '请到现场确认已经处置好，再点“核查通过”。' },
  // What a reporter thinks is asked and never presumed: nothing is chosen beforehand.
  revisit: { fields: () => <RevisitFields />, initial: () => ({ isReached: true }) },
  rate: { fields: () => <RateFields /> },
  close: { fields: () => <NoteField />, note: () => '结案后不再计时；上报人在期限内仍可要求重办。' },
  reopen: { fields: () => <TextField name="reason" label="重办原因" max={300} />, note: () => '将重新派遣办理，重新计算时限，并计入重办次数。' },
  cancel: { fields: () => <TextField name="reason" label="作废原因" max={300} />, note: () => '作废后不再办理，也不能恢复；记录仍然保留，原因会告诉上报人。' },
}

/** What the server is told: the step and the fields its form holds. */
export function takeOf(step: EventStep, values: StepValues): Take {
  if (step === 'revisit') return { step, isReached: values.isReached ?? false, isSolved: values.isReached ? values.isSolved ?? null : null, score: values.isReached ? values.score ?? null : null, note: values.note }
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  return { step, ...filled } as Take
}
