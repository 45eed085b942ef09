import { App, Button, Form, Input, Radio } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { dayWords } from '../../parts/when.ts'
import { cellWords } from './year.ts'
import type { DayCell } from './year.ts'

interface DayValues { kind: 'work' | 'rest', note?: string }

/** Sets a day to work or rest for this office; its own setting can be taken back. */
export function DayForm({ day, isOpen, close }: { day: DayCell, isOpen: boolean, close: () => void }) {
  const set = useTell('calendar', 'setDay')
  const clear = useTell('calendar', 'clearDay')
  const ask = useConfirm()
  const { message } = App.useApp()
  const isOwn = day.set?.source === 'office'
  return (
    <FormDrawer<DayValues> name="day" title={dayWords(day.day)} isOpen={isOpen} close={close} submitWords="保存" note={`现在是：${cellWords(day)}。改动只影响以后计算的期限。`}
      initial={{ kind: isOwn ? day.set!.kind : day.isWork ? 'rest' : 'work', note: isOwn ? day.set!.note : '' }}
      send={async ({ kind, note }) => {
        await set.mutateAsync({ day: day.day, kind, note: note?.trim() ?? '' })
        close()
        void message.success('已保存')
      }}>
      <Form.Item name="kind" label="这一天" rules={[{ required: true }]}><Radio.Group optionType="button" options={[{ value: 'work', label: '上班' }, { value: 'rest', label: '休息' }]} /></Form.Item>
      <Form.Item name="note" label="说明"><Input maxLength={60} placeholder="如：换届选举加班" /></Form.Item>
      {isOwn && <Form.Item><Button onClick={() => ask({ title: '取消本单位的设置？', what: '这一天恢复为国家安排或平常的上班、休息。', words: '恢复', isDanger: false, act: async () => { await clear.mutateAsync({ day: day.day }); close() }, done: '已恢复' })}>恢复国家安排</Button></Form.Item>}
    </FormDrawer>
  )
}
