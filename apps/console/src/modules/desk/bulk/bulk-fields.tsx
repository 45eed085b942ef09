import { eventFlag, eventStatus } from '@linli/contract/words/index'
import { Form, Radio } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useAsk } from '../../../kernel/ask.ts'
import { SearchSelect } from '../../../parts/form/search-select.tsx'
import { usePause } from '../../../parts/use-pause.ts'
import { NoteField, NumberField, TextField } from '../../event/step/step-fields.tsx'
import { UnitSelect } from '../../organisation/unit-select.tsx'
import type { BulkStep, BulkValues } from './bulk-step.ts'

const marks = [{ value: 'keep', label: '不变' }, { value: 'set', label: '加上' }, { value: 'unset', label: '去掉' }]
const MarkField = ({ name, label }: { name: keyof BulkValues, label: string }) => <Form.Item name={name} label={label}><Radio.Group optionType="button" options={marks} /></Form.Item>

const DispatchFields = () => (
  <>
    <Form.Item name="toSuggested" label="派给"><Radio.Group options={[{ value: true, label: '各件按事项规则建议的单位' }, { value: false, label: '同一个单位' }]} /></Form.Item>
    <Form.Item noStyle dependencies={['toSuggested']}>
      {({ getFieldValue }) => !getFieldValue('toSuggested') && <Form.Item name="unit" label="办理单位" rules={[{ required: true, message: '请选择办理单位' }]}><UnitSelect /></Form.Item>}
    </Form.Item>
    <NoteField />
  </>
)

/** The whole is found by its number or words, or is one of those chosen. */
function IntoField() {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const found = useAsk('event', 'list', { text, limit: 20 }, { isWanted: text.length > 1 })
  const options = text.length > 1 ? (found.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.title}（${eventStatus[row.status]}）` })) : []
  return (
    <>
      <Form.Item name="into" label="并入" rules={[{ required: true, message: '请选择要并入的事件' }]} extra="输入主件的标题或编号查找。"><SearchSelect options={options} isFetching={found.isFetching} onSearch={setTyped} placeholder="选择主件" /></Form.Item>
      <NoteField />
    </>
  )
}

export const bulkInitial: Partial<Record<BulkStep, BulkValues>> = { dispatch: { toSuggested: true }, mark: { isUrgent: 'keep', isPinned: 'keep', isLegacy: 'keep' }, supervise: { days: 2 } }

/** The fields of a step that is taken with many. */
export const bulkFields: Record<BulkStep, () => ReactNode> = {
  accept: () => <NoteField />,
  merge: () => <IntoField />,
  file: () => <NoteField />,
  dispatch: () => <DispatchFields />,
  sign: () => <NoteField />,
  passSelf: () => <NoteField />,
  approveExtension: () => <NoteField />,
  approveSuspension: () => <NoteField />,
  approveCancel: () => <NoteField />,
  refuse: () => <TextField name="reason" label="不同意的原因" max={300} />,
  close: () => <NoteField />,
  mark: () => <><MarkField name="isUrgent" label={eventFlag.urgent} /><MarkField name="isPinned" label={eventFlag.pinned} /><MarkField name="isLegacy" label={eventFlag.legacy} /></>,
  urge: () => <NoteField />,
  supervise: () => <><TextField name="text" label="督办要求" max={500} /><NumberField name="days" label="答复期限" most={90} unit="工作日" /></>,
  instruct: () => <TextField name="text" label="批示" max={500} />,
  cancel: () => <TextField name="reason" label="作废原因" max={300} />,
}
