import { DatePicker, Form, Radio } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'

export interface Leaving { on: string, reason: string }
interface MoveOutManyProps { count: number, isOpen: boolean, close: () => void, send: (leaving: Leaving) => Promise<void> }

/** One day and one reason for all that were chosen. */
export function MoveOutMany({ count, isOpen, close, send }: MoveOutManyProps) {
  const reasons = useAsk('dictionary', 'entries', { table: 'leaveReason' }, { freshMs: longFresh, isWanted: isOpen }).data?.rows ?? []
  return (
    <FormDrawer<{ on: Dayjs, reason: string }> name="move-out-many" title={`登记迁出 ${count} 人`} isOpen={isOpen} close={close} initial={{ on: dayjs() }} submitWords="登记迁出" note="选中的人在您辖区的现住处都登记为离开，档案和居住经历保留。办完后可整批撤销。"
      send={async ({ on, reason }) => {
        await send({ on: on.format('YYYY-MM-DD'), reason })
        close()
      }}>
      <Form.Item name="on" label="离开日期" rules={[{ required: true, message: '请选择离开日期' }]}><DatePicker maxDate={dayjs()} style={{ width: 200 }} /></Form.Item>
      <Form.Item name="reason" label="离开原因" rules={[{ required: true, message: '请选择离开原因' }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={reasons.map(({ code, label }) => ({ value: code, label }))} /></Form.Item>
    </FormDrawer>
  )
}
