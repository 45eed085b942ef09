import { governanceOutcome } from '@linli/contract/words/index'
import { DatePicker, Form, Input, InputNumber, Radio } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import type { ReactNode } from 'react'
import { PhotosField, TextField, needed } from '../../event/step/step-fields.tsx'
import { UnitSelect } from '../../organisation/unit-select.tsx'
import { changeWords } from '../governance-view.ts'
import type { GovernanceTake, GovernanceView } from '../governance-view.ts'
import { EventsSelect } from './events-select.tsx'

/** Everything that any step's form may hold; each holds a few of them. */
export interface TakeValues { cause?: string, measure?: string, unit?: string, person?: string, target?: Dayjs, text?: string, reason?: string, photos?: string[], days?: number, outcome?: string, events?: string[], event?: string }

interface StepForm { fields: (item: GovernanceView) => ReactNode, initial?: (item: GovernanceView) => TakeValues, note?: (item: GovernanceView) => string | undefined, isHard?: boolean }

const PlanFields = ({ item }: { item: GovernanceView }) => (
  <>
    <Form.Item name="cause" label="成因" rules={needed('请填写成因')}><Input.TextArea rows={3} maxLength={500} showCount placeholder="为什么在这里反复发生" /></Form.Item>
    <Form.Item name="measure" label="治理措施" rules={needed('请填写治理措施')}><Input.TextArea rows={4} maxLength={1000} showCount placeholder="做什么能让它不再发生" /></Form.Item>
    <Form.Item name="unit" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}><UnitSelect known={item.unit} /></Form.Item>
    <Form.Item name="person" label="责任人"><Input maxLength={20} /></Form.Item>
    <Form.Item name="target" label="计划完成" rules={[{ required: true, message: '请选择完成日期' }]}><DatePicker minDate={dayjs().startOf('day')} style={{ width: 200 }} /></Form.Item>
  </>
)
const planOf = ({ cause, measure, unit, person, targetOn }: GovernanceView): TakeValues => ({ cause: cause ?? undefined, measure: measure ?? undefined, unit: unit?.id, person: person ?? undefined, target: targetOn ? dayjs(targetOn) : undefined })
const ReasonField = () => <TextField name="reason" label="原因" max={300} />
const DoneFields = ({ label }: { label: string }) => <><TextField name="text" label={label} max={500} /><PhotosField /></>

export const governanceForms: Record<GovernanceTake['step'], StepForm> = {
  plan: { fields: (item) => <PlanFields item={item} />, note: () => '方案定下后，责任单位会在今日待办里看到。' },
  replan: { fields: (item) => <PlanFields item={item} />, initial: planOf },
  begin: { fields: () => null, note: (item) => `计划 ${item.targetOn ?? ''} 完成。开始后可随时记进展、传照片。` },
  progress: { fields: () => <DoneFields label="进展" /> },
  finish: { fields: () => <DoneFields label="治理结果" />, note: () => '报完成后由街道、社区验收，并观察一段时间看效果。' },
  watch: {
    fields: () => <Form.Item name="days" label="观察天数" extra="从报完成那天算起；立项前也取同样的天数对比，期满后才能闭环。" rules={[{ required: true, message: '请填写观察天数' }]}><InputNumber min={7} max={90} precision={0} suffix="天" style={{ width: 160 }} /></Form.Item>,
    initial: () => ({ days: 30 }),
  },
  close: {
    fields: () => <><Form.Item name="outcome" label="效果" rules={[{ required: true, message: '请选择效果' }]}><Radio.Group options={Object.entries(governanceOutcome).map(([value, label]) => ({ value, label }))} /></Form.Item><TextField name="text" label="结论" max={500} /></>,
    note: ({ effect }) => effect ? `立项前 ${effect.days} 天 ${effect.before.count} 件，完成后 ${effect.days} 天 ${effect.after.count} 件，${changeWords(effect.change)}。这些数随闭环存下。` : undefined,
  },
  redo: { fields: ReasonField, note: () => '退回责任单位继续治理，效果从再次完成时重新计算。' },
  reopen: { fields: ReasonField, note: () => '重新交给责任单位治理，原来的结论会清除，经过仍然保留。' },
  addEvents: { fields: () => <Form.Item name="events" label="事件" rules={[{ required: true, message: '请选择事件' }]}><EventsSelect /></Form.Item>, note: () => '同一事项、同一地点的事件会自动归入；这里加入其他有关的事件，不计入效果。' },
  removeEvent: { fields: ReasonField, note: () => '移出后不再计入效果，也不会自动归入。' },
  cancel: { fields: ReasonField, note: () => '取消后不再治理，记录仍然保留。', isHard: true },
}

/** What the server is told: the step and the fields its form holds. */
export function takeOf(step: GovernanceTake['step'], { target, ...values }: TakeValues): GovernanceTake {
  const filled = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== ''))
  return { step, ...filled, ...(target && { targetOn: target.format('YYYY-MM-DD') }) } as GovernanceTake
}
