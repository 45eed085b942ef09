import { mostUnits } from '@linli/contract/housing'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { placeOfFields } from '../record/field.ts'
import { doorsOf, inPieces } from './doors.ts'
import type { Plan } from './doors.ts'
import styles from './housing.module.css'

interface AddUnitsProps { building: string, name: string, isOpen: boolean, close: () => void }

/** Units of a building by floors × rooms in each entrance; what is there already is left as it is. */
export function AddUnits({ building, name, isOpen, close }: AddUnitsProps) {
  const { message } = App.useApp()
  const client = useQueryClient()
  const uses = useAsk('housing', 'fields', { area: placeOfFields(building) }, { isWanted: isOpen, freshMs: longFresh }).data?.rows.find((field) => field.name === 'use')?.options ?? []
  const send = async ({ use, ...plan }: Plan & { use?: string }) => {
    const doors = doorsOf(plan)
    if (doors.length === 0) throw new Error('no doors')
    const done = { added: 0, existed: 0 }
    for (const piece of inPieces(doors)) {
      const { added, existed } = await call('housing', 'add', { building, doors: piece, values: use ? { use } : {} })
      done.added += added
      done.existed += existed
    }
    void client.invalidateQueries({ queryKey: ['housing'] })
    void message.success(`新登记 ${done.added} 套${done.existed > 0 ? `，另有 ${done.existed} 套原已登记，没有改动` : ''}`)
    close()
  }
  return (
    <FormDrawer<Plan & { use?: string }> name="add-units" title={`${name}批量登记房屋`} isOpen={isOpen} close={close} initial={{ from: 1, until: 6, perFloor: 2, use: '01' }} submitWords="登记" send={send}>
      {(form) => (
        <>
          <Form.Item name="entrances" label="单元" extra="如 1-3 或 1、2；不分单元的留空"><Input maxLength={40} placeholder="1-3" /></Form.Item>
          <div className={styles.pair}>
            <Form.Item name="from" label="从几层"><InputNumber min={-9} max={199} precision={0} style={{ width: '100%' }} /></Form.Item>
            <Form.Item name="until" label="到几层"><InputNumber min={-9} max={199} precision={0} style={{ width: '100%' }} /></Form.Item>
          </div>
          <Form.Item name="perFloor" label="每层几户" extra="房号为楼层加两位序号，如 501、502"><InputNumber min={1} max={99} precision={0} style={{ width: '100%' }} /></Form.Item>
          <Form.Item name="without" label="没有的楼层或房号" extra="如 4、13、1804"><Input maxLength={200} /></Form.Item>
          <Form.Item name="others" label="另外的房号" extra="不按楼层编号的，如 商铺1、门卫室"><Input maxLength={400} /></Form.Item>
          <Form.Item name="use" label="房屋用途"><Select allowClear options={uses.map(({ code, label }) => ({ value: code, label }))} placeholder="请选择" /></Form.Item>
          <Form.Item name="count" dependencies={['entrances', 'from', 'until', 'perFloor', 'without', 'others']} validateTrigger="onSubmit"
            rules={[{ validator: async () => { const { length } = doorsOf(form.getFieldsValue() as Plan); if (length === 0) throw new Error('按以上填写没有房屋，请检查楼层和户数'); if (length > mostUnits) throw new Error(`一幢最多 ${mostUnits} 套`) } }]}>
            <Foreseen />
          </Form.Item>
        </>
      )}
    </FormDrawer>
  )
}

/** What will be entered, before it is. */
function Foreseen() {
  const plan = Form.useWatch([], Form.useFormInstance()) as Plan | undefined
  const doors = doorsOf(plan ?? {})
  const words = doors.map(({ entrance, room }) => `${entrance ? `${entrance}单元` : ''}${room}`)
  return <div className={styles.doors} role="status">{doors.length === 0 ? '还没有房屋' : <>将登记 <strong>{doors.length}</strong> 套：{words.slice(0, 6).join('、')}{words.length > 8 ? ' … ' : words.length > 6 ? '、' : ''}{words.slice(Math.max(6, words.length - 2)).join('、')}</>}</div>
}
