import type { Output } from '@linli/contract'
import { Button, Drawer, Form, Result, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'

const purposes = ['核实情况', '联系上门', '回访满意度', '告知办理结果', '其他联系需要']

interface RevealPhoneProps { id: string, isOpen: boolean, close: () => void }

/** The whole number is shown for a purpose, which is written down (PIPL art. 51). It is forgotten when the window closes. */
export function RevealPhone({ id, isOpen, close }: RevealPhoneProps) {
  const [seen, setSeen] = useState<Output<'event', 'reveal'>>()
  const forget = () => {
    setSeen(undefined)
    close()
  }
  if (seen) {
    return (
      <Drawer title="上报人电话" open={isOpen} onClose={forget} size={360}>
        <Result status="success" title={<a href={`tel:${seen.phone}`} className="number">{seen.phone}</a>} subTitle={`${seen.name}。仅用于本次联系，请勿转给他人。`} extra={<Button type="primary" onClick={forget}>看完了</Button>} />
      </Drawer>
    )
  }
  return (
    <FormDrawer<{ purpose: string }> name="reveal" title="查看上报人电话" isOpen={isOpen} close={forget} submitWords="查看" note="电话属于个人信息。查看的人、时间和用途会记入审计。"
      send={async (values) => setSeen(await call('event', 'reveal', { id, ...values }))}>
      <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}>
        <Select options={purposes.map((value) => ({ value, label: value }))} placeholder="请选择用途" />
      </Form.Item>
    </FormDrawer>
  )
}
