import { whistleOutcome } from '@linli/contract/words/index'
import { Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { PhotosField, TextField } from '../../event/step/step-fields.tsx'
import { ArriveByField } from '../arrive-by-field.tsx'
import { UnitsSelect } from '../units-select.tsx'
import { scores } from '../whistle-view.ts'
import type { WhistleTake, WhistleView } from '../whistle-view.ts'
import styles from '../whistle.module.css'
import { LocateField } from './locate-field.tsx'
import type { Located } from './locate.ts'

/** Everything that any step's form may hold; each holds a few of them. */
export interface TakeValues { note?: string, reason?: string, text?: string, photos?: string[], located?: Located, units?: string[], unit?: string, outcome?: string, arriveBy?: string, isRight?: boolean, preparation?: number, ratings?: Record<string, unknown>[] }

interface StepForm { fields: (whistle: WhistleView) => ReactNode, initial?: (whistle: WhistleView) => TakeValues, note?: (whistle: WhistleView) => string, isHard?: boolean }

const NoteField = () => <Form.Item name="note" label="说明"><Input.TextArea rows={3} maxLength={300} showCount /></Form.Item>
/** What somebody thinks is asked and never presumed: nothing is chosen beforehand. */
const Score = ({ name, label }: { name: string | (string | number)[], label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}><Radio.Group optionType="button" options={[5, 4, 3, 2, 1].map((value) => ({ value, label: scores[value as keyof typeof scores] }))} /></Form.Item>
)
const YesNo = ({ name, label, yes, no }: { name: string | (string | number)[], label: string, yes: string, no: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}><Radio.Group options={[{ value: true, label: yes }, { value: false, label: no }]} /></Form.Item>
)
const called = ({ calls }: WhistleView) => calls.filter(({ status }) => status !== 'released')
const away = (whistle: WhistleView) => called(whistle).filter(({ status }) => status === 'called' || status === 'answered')

export const whistleForms: Record<WhistleTake['step'], StepForm> = {
  answer: { fields: () => <NoteField />, note: () => '接哨后请尽快出发，到现场后点“到场报到”。' },
  reportIn: { fields: (whistle) => <><LocateField place={whistle.point} /><PhotosField label="现场照片" /></> },
  feedback: { fields: () => <><TextField name="text" label="处置结果" max={500} /><PhotosField label="处置后照片" /></> },
  rateOffice: { fields: () => <><YesNo name="isRight" label="哨吹得准不准" yes="准，需要本单位到场" no="不准，与本单位无关" /><Score name="preparation" label="街道的准备" /><NoteField /></>, note: () => '评价只有街道能看到。' },
  callMore: { fields: (whistle) => <><Form.Item name="units" label="加派单位" rules={[{ required: true, message: '请选择单位' }]}><UnitsSelect except={called(whistle).map(({ unit }) => unit.id)} /></Form.Item><Form.Item name="urgency" noStyle><input type="hidden" /></Form.Item><ArriveByField /></>, initial: ({ urgency }) => ({ urgency } as TakeValues) },
  end: {
    fields: () => <><Form.Item name="outcome" label="结果" rules={[{ required: true, message: '请选择结果' }]}><Radio.Group options={Object.entries(whistleOutcome).map(([value, label]) => ({ value, label }))} /></Form.Item><TextField name="text" label="处置情况" max={500} /></>,
    note: (whistle) => away(whistle).length > 0 ? `${away(whistle).map(({ unit }) => unit.name).join('、')}还没有到场，收哨后记为未到场。` : '收哨后请评价各单位。',
  },
  rateUnits: {
    fields: (whistle) => called(whistle).map(({ unit }, at) => (
      <fieldset key={unit.id} className={styles.unit}>
        <legend>{unit.name}</legend>
        <Score name={['ratings', at, 'arrival']} label="到场" /><Score name={['ratings', at, 'cooperation']} label="配合" /><YesNo name={['ratings', at, 'isSolved']} label="职责内的问题" yes="已解决" no="未解决" />
        <Form.Item name={['ratings', at, 'note']} label="说明"><Input maxLength={300} /></Form.Item>
        <Form.Item name={['ratings', at, 'unit']} noStyle><input type="hidden" /></Form.Item>
      </fieldset>
    )),
    initial: (whistle) => ({ ratings: called(whistle).map(({ unit }) => ({ unit: unit.id })) }),
    note: () => '各单位只能看到对自己的评价。',
  },
  release: { fields: (whistle) => <><Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}><Select options={away(whistle).filter(({ isLead }) => !isLead).map(({ unit }) => ({ value: unit.id, label: unit.name }))} placeholder="还没有到场的协同单位" /></Form.Item><TextField name="reason" label="原因" max={300} /></>, note: () => '该单位不再需要到场，也不再看到这次吹哨。', isHard: true },
  withdraw: { fields: () => <TextField name="reason" label="撤销原因" max={300} />, note: () => '撤销后各单位不再到场，不计入统计；记录仍然保留。', isHard: true },
}

/** What the server is told: the step and the fields its form holds. Where a position came after all, no reason is needed. */
export function takeOf(step: WhistleTake['step'], { located, ...values }: TakeValues): WhistleTake {
  const filled = Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== undefined && value !== '' && name !== 'urgency'))
  return { step, ...filled, ...(located?.point ? { point: located.point, accuracy: located.accuracy, reason: undefined } : {}) } as WhistleTake
}
