import type { Values } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { App, Form, Input } from 'antd'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { DayInput } from '../record/field-input.tsx'
import { writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { OneField } from '../record/form-parts.tsx'
import type { SpecialView } from './special-view.ts'

interface ChangeRecordProps { one: SpecialView, fields: FieldView[], isOpen: boolean, close: () => void, take: (view: SpecialView) => void }

/** Opened whole for a purpose already, and so written without masks. */
export const openFields = (fields: readonly FieldView[]): FieldView[] => fields.map((field) => ({ ...field, isSensitive: false }))

export function ChangeRecord({ one, fields, isOpen, close, take }: ChangeRecordProps) {
  const open = openFields(fields)
  const client = useQueryClient()
  const { message } = App.useApp()
  const send = async (written: Values) => {
    const values = writtenOf(open, { ...one.values, ...written }, one.values)
    const after = await call('special', 'change', { id: one.id, revision: one.revision, values })
    // What was changed is known here; what stood before is told when it is opened again.
    take({ ...one, ...after, values: { ...one.values, ...values } })
    void client.invalidateQueries({ queryKey: ['special', 'list'] })
    void message.success('已保存')
    close()
  }
  return <FormDrawer<Values> name="special" title={`修改：${one.name}`} isOpen={isOpen} close={close} initial={one.values} submitWords="保存" send={send} under="values">{open.map((field) => <OneField key={field.name} field={field} before={one.values} />)}</FormDrawer>
}

export function EndRecord({ one, isOpen, close, ended }: { one: SpecialView, isOpen: boolean, close: () => void, ended: () => void }) {
  const today = useToday()
  const client = useQueryClient()
  const { message } = App.useApp()
  const send = async ({ on, reason }: { on: string, reason: string }) => {
    await call('special', 'end', { id: one.id, revision: one.revision, on, reason })
    void client.invalidateQueries({ queryKey: ['special'] })
    void message.success('已解除登记')
    close()
    ended()
  }
  return (
    <FormDrawer<{ on: string, reason: string }> name="end-special" title={`解除${one.name}的登记`} isOpen={isOpen} close={close} initial={{ on: today }} submitWords="解除登记" isDanger send={send} note="解除后不能再改；到个人信息处理登记的保存期限后自动清理。">
      <Form.Item name="on" label="解除日期" rules={[{ required: true, message: '请填写日期' }]}><DayInput /></Form.Item>
      <Form.Item name="reason" label="原因" rules={[{ required: true, whitespace: true, message: '请填写原因' }]}><Input maxLength={200} placeholder="如：矫正期满" /></Form.Item>
    </FormDrawer>
  )
}
