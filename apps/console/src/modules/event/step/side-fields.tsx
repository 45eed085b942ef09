import { eventStatus, limitUnit, suspendReason } from '@linli/contract/words/index'
import { Button, Checkbox, DatePicker, Form, Input } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useAsk } from '../../../kernel/ask.ts'
import { SearchSelect } from '../../../parts/form/search-select.tsx'
import { usePause } from '../../../parts/use-pause.ts'
import { MatterSelect } from '../../matter/matter-select.tsx'
import { UnitSelect } from '../../organisation/unit-select.tsx'
import type { EventView } from '../event-view.ts'
import { WhereField } from '../where-field.tsx'
import { ChoiceField, NoteField, NumberField, TextField, needed } from './step-fields.tsx'

// Fields of what may happen besides the straight way.

export const AssistFields = () => (
  <>
    <Form.Item name="unit" label="协办单位" rules={[{ required: true, message: '请选择协办单位' }]}><UnitSelect /></Form.Item>
    <NumberField name="days" label="协办期限" most={90} unit="工作日" />
    <NoteField />
  </>
)

export const ExtensionFields = ({ event }: { event: EventView }) => {
  const { amount, unit } = event.mostExtension
  return <><NumberField name="amount" label="延长" most={amount} unit={limitUnit[unit]} /><TextField name="reason" label="延期原因" max={300} /></>
}

export const SuspensionFields = () => (
  <>
    <ChoiceField name="why" label="挂账类别" words={suspendReason} />
    <Form.Item name="until" label="复核日期" rules={[{ required: true, message: '请选择复核日期' }]} getValueProps={(value?: string) => ({ value: value ? dayjs(value) : undefined })} normalize={(value: dayjs.Dayjs | null) => value?.format('YYYY-MM-DD')}>
      <DatePicker minDate={dayjs()} style={{ width: 200 }} />
    </Form.Item>
    <TextField name="reason" label="挂账原因" max={300} />
  </>
)

export const RelocateFields = () => (
  <>
    <Form.Item name="where" label="新地点" rules={[{ required: true, message: '请在地图上点选，或按名称查找' }]}><WhereField may="event.view" /></Form.Item>
    <Form.Item name="place" label="具体地点"><Input maxLength={120} placeholder="如：北门保安亭旁" /></Form.Item>
    <NoteField />
  </>
)

/** What is alike nearby comes first; any other is found by its number or words. */
export function MergeFields({ event }: { event: EventView }) {
  const [typed, setTyped] = useState('')
  const text = usePause(typed.trim(), 250)
  const near = useAsk('event', 'similar', { matter: event.matter.code, point: event.point ?? { lng: 120, lat: 30 }, except: event.id }, { isWanted: event.point !== null })
  const found = useAsk('event', 'list', { text, limit: 20 }, { isWanted: text.length > 1 })
  const rows = text.length < 2
    ? (near.data?.rows ?? []).map((row) => ({ value: row.id, label: `${row.title}（${eventStatus[row.status]}，相距 ${row.metres} 米）` }))
    : (found.data?.rows ?? []).filter(({ id }) => id !== event.id).map((row) => ({ value: row.id, label: `${row.title}（${eventStatus[row.status]}）` }))
  return (
    <>
      <Form.Item name="into" label="并入" rules={[{ required: true, message: '请选择要并入的事件' }]} extra="先列出附近的同类事件，也可以输入标题或编号查找。">
        <SearchSelect options={rows} isFetching={near.isFetching || found.isFetching} onSearch={setTyped} placeholder="选择主件" />
      </Form.Item>
      <NoteField />
    </>
  )
}

export const SplitFields = () => (
  <>
    <Form.List name="parts">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }, at) => (
            <div key={key} role="group" aria-label={`第 ${at + 1} 件`} className="panel panel-body" style={{ marginBottom: 12 }}>
              <h3 className="form-title">第 {at + 1} 件</h3>
              <Form.Item name={[name, 'description']} label="办什么" rules={needed('请填写办什么')}><Input.TextArea rows={2} maxLength={1000} /></Form.Item>
              <Form.Item name={[name, 'matter']} label="事项" rules={[{ required: true, message: '请选择事项' }]}><MatterSelect /></Form.Item>
              <Form.Item name={[name, 'unit']} label="建议单位" rules={[{ required: false }]}><UnitSelect allowClear /></Form.Item>
              {fields.length > 2 && <Button size="small" onClick={() => remove(name)}>去掉这一件</Button>}
            </div>
          ))}
          {fields.length < 10 && <Button onClick={() => add({})} style={{ marginBottom: 16 }}>再加一件</Button>}
        </>
      )}
    </Form.List>
    <NoteField />
  </>
)

export const MarkFields = () => (
  <>
    <Form.Item name="isUrgent" valuePropName="checked" rules={[{ required: false }]} noStyle><Checkbox>加急</Checkbox></Form.Item>
    <Form.Item name="isPinned" valuePropName="checked" rules={[{ required: false }]} noStyle><Checkbox>置顶</Checkbox></Form.Item>
    <Form.Item name="isLegacy" valuePropName="checked" rules={[{ required: false }]} noStyle><Checkbox>历史遗留</Checkbox></Form.Item>
    <div style={{ height: 16 }} />
  </>
)
