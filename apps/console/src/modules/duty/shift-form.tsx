import { ClockCircleOutlined, MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { dutyOn } from '@linli/contract/words/index'
import type { DutyOn } from '@linli/contract/words/index'
import { App, Button, Form, Input, Select, TimePicker } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import styles from './duty-page.module.css'
import type { Week } from './duty-view.ts'

interface Row { key?: string, name: string, on: DutyOn, from: Dayjs, until: Dayjs }
interface Values { shifts: Row[] }

const clock = (text: string) => dayjs(`2000-01-01T${text}`)
const required = [{ required: true, message: '请填写' }]
const source = { own: '这里自己定的班次。删除全部班次，就跟街道一样。', office: '现在跟街道一样。保存后这里用自己的班次。', calendar: '现在按工作日历的上班时间。保存后这里用自己的班次。' }

/** When the desk is open: shifts by working days, days of rest, or every day. */
export function ShiftForm({ week }: { week: Week }) {
  const tell = useTell('duty', 'setHours')
  const [isOpen, setOpen] = useState(false)
  const { message } = App.useApp()
  return (
    <>
      <Button icon={<ClockCircleOutlined aria-hidden />} onClick={() => setOpen(true)}>接待时间</Button>
      <FormDrawer<Values> name="shifts" title={`${week.areaName}接待时间`} isOpen={isOpen} close={() => setOpen(false)} submitWords="保存" note={`${source[week.shiftsFrom]}哪天上班、哪天休息按工作日历。结束早于开始的，到次日。`}
        initial={{ shifts: week.shifts.map(({ from, until, ...shift }) => ({ ...shift, from: clock(from), until: clock(until) })) }}
        send={async ({ shifts }) => {
          await tell.mutateAsync({ area: week.area, shifts: shifts.map(({ key, name, on, from, until }) => ({ ...(key ? { key } : {}), name, on, from: from.format('HH:mm'), until: until.format('HH:mm') })) })
          setOpen(false)
          void message.success('接待时间已保存')
        }}>
        <Form.List name="shifts">{(fields, { add, remove }) => (
          <>
            {fields.map((field, no) => (
              <fieldset key={field.key} className={styles.shift}>
                <legend>第 {no + 1} 班 <Button type="text" size="small" aria-label={`删除第 ${no + 1} 班`} icon={<MinusCircleOutlined aria-hidden />} onClick={() => remove(field.name)} /></legend>
                <Form.Item name={[field.name, 'key']} hidden><Input /></Form.Item>
                <div className={styles.pair}>
                  <Form.Item name={[field.name, 'name']} label="名称" rules={required}><Input maxLength={10} placeholder="如：上午、夜班" /></Form.Item>
                  <Form.Item name={[field.name, 'on']} label="哪些天" rules={required}><Select options={Object.entries(dutyOn).map(([value, label]) => ({ value, label }))} /></Form.Item>
                  <Form.Item name={[field.name, 'from']} label="开始" rules={required}><TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} /></Form.Item>
                  <Form.Item name={[field.name, 'until']} label="结束" rules={required}><TimePicker format="HH:mm" minuteStep={5} needConfirm={false} allowClear={false} /></Form.Item>
                </div>
              </fieldset>
            ))}
            {fields.length < 8 && <Form.Item><Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ on: 'work' })}>再加一班</Button></Form.Item>}
          </>
        )}</Form.List>
      </FormDrawer>
    </>
  )
}
