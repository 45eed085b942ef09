import { at } from '@linli/standards/day'
import { App, DatePicker, Form } from 'antd'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PersonSelect } from './person-select.tsx'

interface DeputyValues { absent: string, deputy: string, days: [Dayjs, Dayjs] }

export function DeputyForm({ isOpen, close }: { isOpen: boolean, close: () => void }) {
  const appoint = useTell('account', 'appointDeputy')
  const { message } = App.useApp()
  return (
    <FormDrawer<DeputyValues> name="deputy" title="指定代班人" isOpen={isOpen} close={close} submitWords="指定"
      send={async ({ absent, deputy, days: [from, until] }) => {
        await appoint.mutateAsync({ absent, deputy, from: at(from.format('YYYY-MM-DD')).toISOString(), until: at(until.format('YYYY-MM-DD'), '24:00').toISOString() })
        close()
        void message.success('已指定代班人')
      }}>
      <Form.Item name="absent" label="不在岗的人" rules={[{ required: true, message: '请选择不在岗的人' }]}><PersonSelect /></Form.Item>
      <Form.Item name="deputy" label="代班人" dependencies={['absent']} rules={[{ required: true, message: '请选择代班人' }, ({ getFieldValue }) => ({ validator: (_, value) => value && value === getFieldValue('absent') ? Promise.reject(new Error('不能由本人代班')) : Promise.resolve() })]}><PersonSelect /></Form.Item>
      <Form.Item name="days" label="起止日期" rules={[{ required: true, message: '请选择起止日期' }]}><DatePicker.RangePicker style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  )
}
