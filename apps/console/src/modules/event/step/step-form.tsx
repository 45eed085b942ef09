import type { EventStep } from '@linli/contract/words/index'
import { Form, Input, Radio } from 'antd'
import type { ReactNode } from 'react'
import { isFromHotline } from '../event-view.ts'
import type { EventView, Take } from '../event-view.ts'
import { returnReason } from '@linli/contract/words/index'
import type { Where } from '../report-values.ts'
import { AssistFields, ExtensionFields, MarkFields, MergeFields, RelocateFields, SplitFields, SuspensionFields } from './side-fields.tsx'
import { HotlineFields } from './hotline-fields.tsx'
import { AcceptFields, ChoiceField, DispatchFields, HandleFields, NoteField, NumberField, PhotosField, RateFields, ReplyField, RevisitFields, TextField, needed } from './step-fields.tsx'

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
  person?: string | null
  publicReply?: string
  into?: string
  where?: Where
  place?: string
  parts?: { description?: string, matter?: string, unit?: string }[]
  amount?: number
  days?: number
  why?: string
  until?: string
  to?: string
  result?: string
  reply?: string
  isSatisfied?: boolean
  isUrgent?: boolean
  isPinned?: boolean
  isLegacy?: boolean
  isReached?: boolean
  isSolved?: boolean | null
  isTrue?: boolean
  isBeyondDuty?: boolean
  beyondKind?: string
  isContacted?: boolean
  contactedAt?: string
  unsolvedReason?: string
  score?: number | null
}

interface StepForm {
  fields: (event: EventView) => ReactNode
  initial?: (event: EventView) => StepValues
  /** What the step will do, where that is not plain from its name. */
  note?: (event: EventView) => string
}

/** Steps that others will feel: shown last, in red, and told what they do. */
const hard: readonly EventStep[] = ['cancel', 'approveCancel', 'askCancel', 'reopen', 'rehandle', 'return', 'recall', 'rework', 'refuse', 'failSelf', 'merge']
export const isHard = (step: EventStep): boolean => hard.includes(step)

/** Steps that are at hand but not in the way: shown under 更多. */
const aside: readonly EventStep[] = ['sendVerify', 'relocate', 'merge', 'askCancel', 'cancel', 'split', 'recall', 'transfer', 'assist', 'askExtension', 'askSuspension', 'urge', 'supervise', 'instruct', 'mark', 'endSupervision']
export const isAside = (step: EventStep): boolean => aside.includes(step)

const reason = (label: string, note?: string): StepForm => ({ fields: () => <TextField name="reason" label={label} max={300} />, note: note === undefined ? undefined : () => note })
const noteOnly = (note?: string): StepForm => ({ fields: () => <NoteField />, note: note === undefined ? undefined : () => note })
/** Old browsers know no `at`. */
const last = <T,>(all: readonly T[]): T | undefined => all[all.length - 1]
/** What follows by itself has no form. */
const itself: StepForm = { fields: () => null }
/** The application that waits, in words. */
const askedWords = ({ requests }: EventView) => {
  const open = requests.find(({ decidedAt }) => decidedAt === null)
  return open ? `${open.by}申请：${open.reason}${open.amount ? `（延长 ${open.amount}）` : ''}${open.until ? `（复核日期 ${open.until}）` : ''}` : ''
}

export const stepForms: Record<EventStep, StepForm> = {
  reportHandled: { fields: () => <><ReplyField /><PhotosField label="处置后照片" /></>, note: () => '已经当场处置好的，上报后由值班长审核结案。' },
  passSelf: noteOnly('审核通过即结案。请核对处置前后照片。'),
  failSelf: reason('转入办理的原因', '将转为待受理，按一般流程办理。'),
  sendVerify: noteOnly('发给网格员到现场核实；核实期间不计受理时限。'),
  confirm: { fields: () => <><NoteField /><PhotosField label="现场照片" /></>, note: () => '核实属实，事件即受理。' },
  refute: { fields: () => <><TextField name="reason" label="核实情况" max={300} /><PhotosField label="现场照片" /></>, note: () => '退回受理员决定是否作废。' },
  relocate: { fields: () => <RelocateFields />, initial: ({ point, area, areaName, place }) => ({ where: { point: point ?? undefined, area, name: areaName }, place }), note: () => '按新地点重新给出派遣建议和处置时限，不会自动派遣；原社区不再看到这件事。' },
  merge: { fields: (event) => <MergeFields event={event} />, note: () => '并案后随主件办理，主件结案时一并答复和结案。' },
  join: itself,
  unmerge: reason('撤销并案的原因', '恢复为待受理，单独办理。'),
  closeAlong: itself,
  split: { fields: () => <SplitFields />, initial: () => ({ parts: [{}, {}] }), note: () => '拆成几件分别派遣；全部办结后，本件进入回访。' },
  beginPart: itself,
  joinParts: itself,
  unsplit: itself,
  return: { fields: () => <><ChoiceField name="reason" label="退回原因" words={returnReason} /><TextField name="note" label="说明" max={500} /></>, note: () => '退回派遣员重新派遣。超过签收或处置时限的退回另行统计。' },
  recall: reason('撤回原因', '单位签收前可以撤回，回到待派遣；单位会收到提醒。'),
  assist: { fields: () => <AssistFields />, initial: () => ({ days: 2 }), note: () => '协办单位能看到这件事；由主办单位答复。' },
  assistDone: { fields: () => <><TextField name="result" label="协办结果" max={500} /><PhotosField /></> },
  askExtension: { fields: (event) => <ExtensionFields event={event} />, note: () => '到期前申请，由派遣员审批；延长不超过原时限。' },
  approveExtension: { fields: () => <NoteField />, note: askedWords },
  askSuspension: { fields: () => <SuspensionFields />, note: () => '暂时无法解决的，经派遣员同意后挂账，期间不计时限。' },
  approveSuspension: { fields: () => <NoteField />, note: askedWords },
  resume: noteOnly('恢复办理后，处置时限从停下的地方接着算；还在等上报人补充的，不再等待。'),
  askCancel: reason('申请作废的原因', '由值班长审批。'),
  approveCancel: { fields: () => <NoteField />, note: askedWords },
  refuse: { fields: () => <TextField name="reason" label="不同意的原因" max={300} />, note: askedWords },
  transfer: { fields: () => <><Form.Item name="to" label="移交给" rules={needed('请填写移交给哪个上级部门')}><Input maxLength={40} placeholder="如：区住建局" /></Form.Item><TextField name="reason" label="移交原因" max={300} /></>, note: () => '移交期间不计本街道时限；上级答复后请登记结果。' },
  takeBack: { fields: () => <><ReplyField /><NoteField /><PhotosField /></>, note: () => '登记后由社区核查。' },
  rework: { fields: () => <><TextField name="reason" label="没有通过的原因" max={300} /><PhotosField label="现场照片" /></>, note: () => '退回原单位重新处置，计入返工。' },
  rehandle: reason('重办原因', '居民不满意的，重新派遣办理，计入重办次数。'),
  urge: noteOnly('提醒正在办理的人抓紧办理，催办会留下记录。'),
  supervise: { fields: () => <><TextField name="text" label="督办要求" max={500} /><NumberField name="days" label="答复期限" most={90} unit="工作日" /></>, initial: () => ({ days: 2 }) },
  replySupervision: { fields: () => <TextField name="reply" label="答复" max={500} />, note: ({ supervisions }) => last(supervisions)?.text ?? '' },
  endSupervision: { fields: () => <><Form.Item name="isSatisfied" label="对答复" rules={[{ required: true, message: '请选择' }]}><Radio.Group options={[{ value: true, label: '满意' }, { value: false, label: '不满意' }]} /></Form.Item><NoteField /></>, initial: () => ({ isSatisfied: true }), note: ({ supervisions }) => last(supervisions)?.reply ?? '还没有答复。' },
  instruct: { fields: () => <TextField name="text" label="批示" max={500} /> },
  mark: { fields: () => <MarkFields />, initial: ({ flags }) => ({ isUrgent: flags.includes('urgent'), isPinned: flags.includes('pinned'), isLegacy: flags.includes('legacy') }) },
  report: { fields: () => null, note: () => '上报后进入受理，草稿内容不能再改。' },
  askInfo: { fields: () => <TextField name="question" label="请上报人补充什么" max={300} />, note: () => '问题在居民端显示，留有手机号的同时发短信链接；等待补充期间不计时限。' },
  answer: { fields: () => <><TextField name="text" label="补充说明" max={1000} /><PhotosField /></> },
  accept: { fields: () => <AcceptFields />, initial: (event) => ({ matter: event.matter.code, severity: event.severity }) },
  file: { fields: () => <NoteField />, note: () => '立案后由派遣员派给办理单位。' },
  dispatch: { fields: (event) => <DispatchFields event={event} />, initial: (event) => ({ unit: (event.unit ?? event.suggestedUnit)?.id, person: event.unit ? null : event.suggestedPerson?.id ?? null }) },
  sign: { fields: () => <NoteField />, note: (event) => `签收后开始计算处置时限：${event.handleLimit}。` },
  handle: { fields: () => <HandleFields /> },
  feedback: { fields: (event) => <><ReplyField />{isFromHotline(event) && <HotlineFields />}<NoteField /><PhotosField label="处置后照片" /></>, note: () => '反馈后由社区核查。“给居民的答复”居民能看到，“内部意见”居民看不到。' },
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
  if (step === 'relocate') return { step, ...(values.where?.point ? { point: values.where.point } : { area: values.where?.area }), place: values.place ?? '', note: values.note || undefined }
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  return { step, ...filled } as Take
}
