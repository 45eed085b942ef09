import { App, Button, Descriptions, Form, InputNumber } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Answer } from '../../parts/states.tsx'
import type { WhistleRule as Rule } from './whistle-view.ts'

/** Each number of the rule: its words, its unit, and how far it may go. */
const lines: [keyof Rule, string, string, number, number][] = [
  ['emergencyAnswer', '应急哨接哨', '分钟', 1, 1440], ['emergencyArrive', '应急哨到场', '分钟', 5, 1440], ['urgentAnswer', '紧急哨接哨', '分钟', 1, 1440], ['urgentArrive', '紧急哨到场', '分钟', 5, 2880],
  ['ordinaryAnswer', '一般哨接哨', '工作时', 1, 80], ['ordinaryArrive', '一般哨到场', '工作日', 1, 30], ['nearMetres', '现场范围', '米', 20, 5000],
]

/** How soon units answer and arrive, and what counts as being there. */
export function WhistleRule() {
  const query = useAsk('whistle', 'rule', {})
  const tell = useTell('whistle', 'setRule')
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(false)
  return (
    <Answer query={query}>
      {(rule) => (
        <section className="panel panel-body">
          <Descriptions column={{ xs: 1, sm: 2 }} size="small" items={lines.map(([key, label, unit]) => ({ key, label, children: `${rule[key]} ${unit}` }))} />
          <p className="faint" style={{ margin: '8px 0' }}>应急、紧急按自然时间计算，一般按工作日历计算。报到位置超出现场范围的，记为不在现场。</p>
          <Button onClick={() => setOpen(true)}>修改</Button>
          <FormDrawer<Rule> name="whistle-rule" title="吹哨时限" isOpen={isOpen} close={() => setOpen(false)} initial={rule} submitWords="保存"
            send={async (values) => {
              await tell.mutateAsync(values)
              setOpen(false)
              void message.success('已保存，以后的吹哨按新时限计算')
            }}>
            {lines.map(([key, label, unit, min, max]) => <Form.Item key={key} name={key} label={label} rules={[{ required: true, message: `请填写${label}` }]}><InputNumber min={min} max={max} precision={0} suffix={unit} style={{ width: 180 }} /></Form.Item>)}
          </FormDrawer>
        </section>
      )}
    </Answer>
  )
}
