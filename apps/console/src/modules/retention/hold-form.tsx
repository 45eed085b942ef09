import type { Output } from '@linli/contract'
import { App, DatePicker, Form, Input, Select } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'

type Items = Output<'retention', 'holds'>['items']
const everything = '*'

/** Stops the removal of one item, or of everything. */
export function HoldForm({ items, isOpen, close }: { items: Items, isOpen: boolean, close: () => void }) {
  const hold = useTell('retention', 'hold')
  const { message } = App.useApp()
  return (
    <FormDrawer<{ item: string, reason: string, until?: Dayjs }> name="hold" title="设置留存" isOpen={isOpen} close={close} submitWords="留存" note="留存期间，到期的内容不清理。已经清理的不能恢复。"
      send={async ({ item, reason, until }) => {
        await hold.mutateAsync({ item: item === everything ? null : item, reason, until: until?.format('YYYY-MM-DD') ?? null })
        close()
        void message.success('已留存')
      }}>
      <Form.Item name="item" label="项目" rules={[{ required: true, message: '请选择' }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={[{ value: everything, label: '全部个人信息' }, ...items.map(({ item, label }) => ({ value: item, label }))]} />
      </Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input.TextArea rows={3} maxLength={200} showCount placeholder="例如：法院调取证据" /></Form.Item>
      <Form.Item name="until" label="留存到" extra="不填则到解除为止。"><DatePicker style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  )
}

/** What came due meanwhile goes the next night. */
export function ReleaseForm({ id, isOpen, close }: { id: string | undefined, isOpen: boolean, close: () => void }) {
  const release = useTell('retention', 'release')
  const { message } = App.useApp()
  return (
    <FormDrawer<{ reason: string }> name="release" title="解除留存" isOpen={isOpen} close={close} submitWords="解除" isDanger note="解除后，到期的内容当晚就会清理，不能恢复。"
      send={async ({ reason }) => {
        await release.mutateAsync({ id: id!, reason })
        close()
        void message.success('已解除')
      }}>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input.TextArea rows={3} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  )
}
