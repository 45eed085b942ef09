import { App, Form, Input, Switch } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { EventView } from '../event/event-view.ts'
import { TextField, needed } from '../event/step/step-fields.tsx'
import { DueField, inDays } from './due-field.tsx'
import type { Address, Forward } from './link-view.ts'

interface ForwardDrawerProps { event: EventView, isOpen: boolean, close: () => void, done: (address: Address) => void }

type Values = Omit<Forward, 'event'>

/** To a unit that has no account; afterwards the address is there to be copied, however it was sent. */
export function ForwardDrawer({ event, isOpen, close, done }: ForwardDrawerProps) {
  const tell = useTell('link', 'forward', ['link', 'event'])
  const { message } = App.useApp()
  return (
    <FormDrawer<Values> name="forward" title={`转外部单位 · ${event.title}`} isOpen={isOpen} close={close} initial={{ dueAt: inDays(3), isSent: true }} submitWords="转办"
      note="对方能看到事项、地点、情况和照片，看不到上报人。办理时限照常计算，结果由本单位核实后反馈。"
      send={async (values) => {
        const made = await tell.mutateAsync({ ...values, event: event.id })
        void message.success(`已转${values.name}`)
        close()
        done(made)
      }}>
      <Form.Item name="name" label="外部单位" rules={needed('请填写单位名称')}><Input maxLength={40} placeholder="如：临河物业公司、供电所" /></Form.Item>
      <Form.Item name="phone" label="联系电话" rules={[{ required: false }]}><Input maxLength={20} inputMode="tel" placeholder="手机号可收短信" /></Form.Item>
      <TextField name="request" label="请对方做什么" max={500} />
      <DueField />
      <Form.Item name="isSent" label="把链接用短信发给对方" valuePropName="checked" rules={[{ required: true }]}><Switch checkedChildren="发" unCheckedChildren="不发" /></Form.Item>
    </FormDrawer>
  )
}
