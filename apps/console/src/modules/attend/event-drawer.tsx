import { eventSeverity } from '@linli/contract/words/index'
import type { EventSeverity } from '@linli/contract/words/index'
import { App, Form, Input, Radio } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { MatterField } from '../event/matter-field.tsx'
import type { Where } from '../event/report-values.ts'
import { WhereField } from '../event/where-field.tsx'
import { draftedIn } from './attend-view.ts'
import type { AttendView } from './attend-view.ts'

interface Values { description: string, matter: string, where: Where, place?: string, severity: EventSeverity }
interface EventDrawerProps { talk: AttendView, isOpen: boolean, close: () => void }

/** What the machine had drafted, else what the resident said. */
function described(talk: AttendView): string {
  return (draftedIn(talk)?.description ?? talk.turns.filter(({ by, text }) => by === 'resident' && text !== '转人工').map(({ text }) => text).join('\n')).slice(0, 1000)
}

/** The talk as an event, reported for the resident. */
export function EventDrawer({ talk, isOpen, close }: EventDrawerProps) {
  const tell = useTell('attend', 'report', ['attend', 'talk', 'event'])
  const { message } = App.useApp()
  const drafted = draftedIn(talk)
  return (
    <FormDrawer<Values> name="event" title="转为事件" isOpen={isOpen} close={close} submitWords="上报" note="按居民上报登记，上报人是这位居民；编号会发到对话里。"
      initial={{ description: described(talk), severity: 'ordinary', where: { area: talk.area, name: talk.areaName }, ...(drafted?.matter ? { matter: drafted.matter.code } : {}) }} under="report"
      send={async ({ where, ...values }) => {
        const { number } = await tell.mutateAsync({ id: talk.id, ...values, place: values.place ?? '', ...(where.point ? { point: where.point } : { area: where.area }) })
        close()
        void message.success(`已上报，编号 ${number}`)
      }}>
      <Form.Item name="description" label="发生了什么" rules={[{ required: true, whitespace: true, message: '请描述发生了什么' }]}><Input.TextArea rows={4} maxLength={1000} showCount /></Form.Item>
      <Form.Item noStyle dependencies={['description']}>{({ getFieldValue }) => <Form.Item name="matter" label="事项" rules={[{ required: true, message: '请选择事项' }]}><MatterField description={String(getFieldValue('description') ?? '')} /></Form.Item>}</Form.Item>
      <Form.Item name="where" label="在哪里" rules={[{ required: true, message: '请选择位置' }]}><WhereField /></Form.Item>
      <Form.Item name="place" label="具体地点"><Input maxLength={120} placeholder="如：北门保安亭旁" /></Form.Item>
      <Form.Item name="severity" label="级别"><Radio.Group optionType="button" options={Object.entries(eventSeverity).map(([value, label]) => ({ value, label }))} /></Form.Item>
    </FormDrawer>
  )
}
