import type { Asked } from '@linli/contract'
import { unitKind } from '@linli/contract/words/index'
import { App, Form, Input, Select, Switch } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreaSelect } from './area-select.tsx'
import { SeatField } from './seat-field.tsx'
import type { Unit } from './unit.ts'
import { UnitSelect } from './unit-select.tsx'

type UnitValues = Omit<Asked<'organisation', 'changeUnit'>, 'id'>

/** A new unit, or changes to one. */
export function UnitForm({ unit, isOpen, close }: { unit: Unit | undefined, isOpen: boolean, close: () => void }) {
  const create = useTell('organisation', 'createUnit')
  const change = useTell('organisation', 'changeUnit')
  const { message } = App.useApp()
  const send = async ({ isActive, ...values }: UnitValues) => {
    const input = { ...values, parent: values.parent ?? null, phone: values.phone?.trim() || null, seat: values.seat ?? null }
    await (unit ? change.mutateAsync({ ...input, id: unit.id, isActive }) : create.mutateAsync(input))
    close()
    void message.success('已保存')
  }
  return (
    <FormDrawer<UnitValues> name="unit" title={unit ? '修改单位' : '新增单位'} isOpen={isOpen} close={close} send={send} submitWords="保存"
      initial={unit ? { name: unit.name, kind: unit.kind, area: unit.area, parent: unit.parent, phone: unit.phone, seat: unit.seat, isActive: unit.isActive } : { kind: 'office', isActive: true }}>
      <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="kind" label="类别" rules={[{ required: true, message: '请选择类别' }]}><Select options={Object.entries(unitKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="area" label="辖区" rules={[{ required: true, message: '请选择辖区' }]}><AreaSelect deepest="community" /></Form.Item>
      <Form.Item name="parent" label="上级单位"><UnitSelect allowClear /></Form.Item>
      <Form.Item name="phone" label="电话"><Input maxLength={30} inputMode="tel" /></Form.Item>
      <Form.Item name="seat" label="驻地"><SeatField /></Form.Item>
      {unit && <Form.Item name="isActive" label="在用" valuePropName="checked" rules={[{ required: true }]} extra="停用后不能再派遣给它；已派遣的仍可办完。"><Switch /></Form.Item>}
    </FormDrawer>
  )
}
