import { addDays, dayOf } from '@linli/standards/day'
import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'

/** So many days from now at half past five in the afternoon, when offices close; moments are those of the office, whatever the computer's zone. */
export const inDays = (days: number): string => `${addDays(dayOf(new Date()), days)}T17:30:00+08:00`

export const DueField = () => (
  <Form.Item name="dueAt" label="办理期限" rules={[{ required: true, message: '请选择期限' }]}
    getValueProps={(value?: string) => ({ value: value ? dayjs(value.slice(0, 16)) : undefined })} normalize={(value: dayjs.Dayjs | null) => value ? `${value.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined}>
    <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" showNow={false} minDate={dayjs()} maxDate={dayjs().add(90, 'day')} style={{ width: 210 }} />
  </Form.Item>
)
