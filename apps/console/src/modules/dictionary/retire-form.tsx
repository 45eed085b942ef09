import { App, DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import type { CodeTable, Entry } from './entry.ts'

/** From a day on a code is no longer offered; records that carry it keep it. */
export function RetireForm({ table, entry, isOpen, close }: { table: CodeTable, entry: Entry | undefined, isOpen: boolean, close: () => void }) {
  const retire = useTell('dictionary', 'retireEntry')
  const { message } = App.useApp()
  const today = useToday()
  return (
    <FormDrawer<{ until: Dayjs }> name="retire" title={`停用“${entry?.label ?? ''}”`} isOpen={isOpen} close={close} submitWords="停用" isDanger initial={{ until: dayjs(today) }} note="从这一天起填表时不能再选；已经填好的记录不变。"
      send={async ({ until }) => {
        await retire.mutateAsync({ table: table.name, code: entry!.code, until: until.format('YYYY-MM-DD') })
        close()
        void message.success('已停用')
      }}>
      <Form.Item name="until" label="停用日期" rules={[{ required: true, message: '请选择日期' }]}><DatePicker style={{ width: '100%' }} /></Form.Item>
    </FormDrawer>
  )
}
