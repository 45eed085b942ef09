import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { App, Button, Form, Space, TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import styles from './calendar-page.module.css'
import type { Calendar } from './year.ts'

interface HoursValues { hours: ([Dayjs, Dayjs] | undefined)[] }

const clock = (text: string) => dayjs(`2000-01-01T${text}`)

/** When the office works on a working day: up to four spans. */
export function HoursForm({ hours }: { hours: Calendar['hours'] }) {
  const tell = useTell('calendar', 'setHours')
  const [isOpen, setOpen] = useState(false)
  const { message } = App.useApp()
  return (
    <div className={styles.hours}>
      <span>上班时间：<strong className="number">{hours.map(([from, until]) => `${from}–${until}`).join('，')}</strong></span>
      <Button size="small" onClick={() => setOpen(true)}>修改</Button>
      <FormDrawer<HoursValues> name="hours" title="修改上班时间" isOpen={isOpen} close={() => setOpen(false)} submitWords="保存" note="改动只影响以后计算的期限，已经算好的不变。"
        initial={{ hours: hours.map(([from, until]) => [clock(from), clock(until)]) }}
        send={async (values) => {
          await tell.mutateAsync({ hours: values.hours.filter((span) => span !== undefined).map(([from, until]) => [from.format('HH:mm'), until.format('HH:mm')]) })
          setOpen(false)
          void message.success('上班时间已修改')
        }}>
        <Form.List name="hours">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field, index) => (
                <Space key={field.key} align="start">
                  <Form.Item name={field.name} label={`第 ${index + 1} 段`} rules={[{ required: true, message: '请填写起止时间' }]}><TimePicker.RangePicker format="HH:mm" minuteStep={5} needConfirm={false} /></Form.Item>
                  {fields.length > 1 && <Button type="text" aria-label={`删除第 ${index + 1} 段`} icon={<MinusCircleOutlined aria-hidden />} style={{ marginTop: 30 }} onClick={() => remove(field.name)} />}
                </Space>
              ))}
              {fields.length < 4 && <Form.Item><Button icon={<PlusOutlined aria-hidden />} onClick={() => add()}>再加一段</Button></Form.Item>}
            </>
          )}
        </Form.List>
      </FormDrawer>
    </div>
  )
}
