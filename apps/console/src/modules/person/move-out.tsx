import { App, Form, Radio } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { DayInput } from '../record/field-input.tsx'
import { useCodes } from '../record/use-codes.ts'
import type { PersonView, Residency } from './person-view.ts'
import { useTake } from './person.ts'

interface MoveOutProps { person: PersonView, residency: Residency | undefined, isLast: boolean, close: () => void }
interface Leaving { on: string, reason: string }

/** Leaves a place on a day for a reason; the residency stays in the history. */
export function MoveOut({ person, residency, isLast, close }: MoveOutProps) {
  const reasons = useCodes('leaveReason') ?? []
  const today = useToday()
  const take = useTake()
  const { message } = App.useApp()
  const { mutateAsync } = useTell('person', 'moveOut', ['find'])
  const send = async (values: Leaving) => {
    take(await mutateAsync({ id: person.id, residency: residency!.id, ...values }))
    void message.success('已登记迁出，居住记录已保留')
    close()
  }
  const name = residency?.address ?? residency?.areaName ?? ''
  return (
    <FormDrawer<Leaving> name="move-out" title={`${person.name}迁出`} isOpen={residency !== undefined} close={close} initial={{ on: today }} submitWords="登记迁出" send={send}
      note={isLast ? `${name} 是最后一处住处，迁出后此人转为“已离开”，档案仍保留。` : `从 ${name} 迁出，其他住处不变。`}>
      <Form.Item name="on" label="离开日期" rules={[{ required: true, message: '请填写离开日期' }]}><DayInput /></Form.Item>
      <Form.Item name="reason" label="离开原因" rules={[{ required: true, message: '请选择离开原因' }]}>
        <Radio.Group style={{ display: 'grid', gap: 8 }} options={reasons.map(({ code, label }) => ({ value: code, label }))} />
      </Form.Item>
    </FormDrawer>
  )
}
