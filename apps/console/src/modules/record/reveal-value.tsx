import { App, Button, Drawer, Form, Input, Radio, Result } from 'antd'
import { useState } from 'react'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { valueWords } from './field.ts'
import type { FieldView, ShownKind } from './field.ts'

const other = '其他'
const purposes = ['电话走访', '核对登记信息', '办理居民申请的事项', '关爱探访', '应急联络', other]

interface RevealValueProps { kind: ShownKind, id: string, name: string, field: FieldView | undefined, close: () => void }

interface Told { purpose: string, what?: string }

/** The whole value is shown for a purpose, which is written down (PIPL art. 51). It is forgotten when the window closes. */
export function RevealValue({ kind, id, name, field, close }: RevealValueProps) {
  const [seen, setSeen] = useState<string>()
  const { message } = App.useApp()
  const forget = () => {
    setSeen(undefined)
    close()
  }
  if (field && seen !== undefined) {
    const words = valueWords(field, seen)
    const copy = () => void navigator.clipboard?.writeText(words).then(() => message.success('已复制'))
    return (
      <Drawer title={field.label} open onClose={forget} size={380}>
        <Result status="success" title={<span className="number" style={{ overflowWrap: 'anywhere' }}>{field.type === 'phone' ? <a href={`tel:${seen}`}>{words}</a> : words}</span>} subTitle={`${name}。仅用于所填用途，请勿转给他人。`}
          extra={[<Button key="copy" onClick={copy}>复制</Button>, <Button key="done" type="primary" onClick={forget}>看完了</Button>]} />
      </Drawer>
    )
  }
  return (
    <FormDrawer<Told> name="reveal" title={`查看${field?.label ?? ''}`} isOpen={field !== undefined} close={forget} submitWords="查看" note="这是敏感个人信息。查看的人、时间和用途会记入审计。"
      send={async ({ purpose, what }) => setSeen((await call(kind as 'person', 'reveal', { id, field: field!.name, purpose: what?.trim() ?? purpose })).value)}>
      {(form) => (
        <>
          <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请选择用途' }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={purposes.map((value) => ({ value, label: value }))} /></Form.Item>
          <Form.Item noStyle dependencies={['purpose']}>{() => form.getFieldValue('purpose') === other && <Form.Item name="what" label="什么用途" rules={[{ required: true, whitespace: true, message: '请填写用途' }]}><Input maxLength={100} autoFocus /></Form.Item>}</Form.Item>
        </>
      )}
    </FormDrawer>
  )
}
