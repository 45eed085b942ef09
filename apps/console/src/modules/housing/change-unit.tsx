import { App, Form } from 'antd'
import type { Values } from '@linli/contract/words/index'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { FieldInput } from '../record/field-input.tsx'
import { isAsked, partsOf, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { useTakeUnit } from './unit.ts'
import type { UnitView } from './unit.ts'

interface ChangeUnitProps { unit: UnitView, fields: FieldView[], isOpen: boolean, close: () => void }

/** What is known of a unit; what is asked of a rented one comes with its state. */
export function ChangeUnit({ unit, fields, isOpen, close }: ChangeUnitProps) {
  const { message } = App.useApp()
  const take = useTakeUnit()
  const send = async (written: Values) => {
    take(await call('housing', 'change', { id: unit.id, revision: unit.revision, values: writtenOf(fields, { ...unit.values, ...written }, unit.values) }))
    void message.success('已保存')
    close()
  }
  const initial = Object.fromEntries(Object.entries(unit.values).filter(([, value]) => value !== null))
  return (
    <FormDrawer<Values> name="unit" title={unit.address} isOpen={isOpen} close={close} initial={initial} submitWords="保存" send={send} under="values">
      <UnitFields fields={fields} before={unit.values} />
    </FormDrawer>
  )
}

export function UnitFields({ fields, before }: { fields: FieldView[], before: Values }) {
  const written = Form.useWatch([], Form.useFormInstance()) as Values | undefined
  return partsOf('housing', fields).filter((part) => isAsked(part, { ...before, ...written }))
    .flatMap((part) => part.fields.map((field) => <Form.Item key={field.name} name={field.name} label={field.label}><FieldInput field={field} /></Form.Item>))
}
