import { isCare, mistakenReason } from '@linli/contract/words/index'
import type { MistakenReason } from '@linli/contract/words/index'
import { App, Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PhotoInput, photoRules } from '../../parts/photo/photo-input.tsx'
import { MatterSelect } from '../matter/matter-select.tsx'
import type { WarningView } from './risk-view.ts'
import styles from './risk.module.css'

interface Disposal { found: string, done: string, photos?: string[], isEvent?: boolean, matter?: string, description?: string }

/** What whoever was asked to look may do: say what was found and done, or that it was a false alarm. */
export function WarningActs({ warning }: { warning: WarningView }) {
  const [open, setOpen] = useState<'dispose' | 'mistake'>()
  const { message } = App.useApp()
  const [dispose, mistake] = [useTell('risk', 'dispose', ['risk', 'event']), useTell('risk', 'mistake')]
  if (!warning.mayHandle) return null
  const close = () => setOpen(undefined)
  const { id, name } = warning
  return (
    <div className={styles.acts} role="group" aria-label="处置">
      <Button type="primary" onClick={() => setOpen('dispose')}>登记处置</Button>
      <Button onClick={() => setOpen('mistake')}>标记误报</Button>
      <FormDrawer<Disposal> name="risk-dispose" title={`登记处置 · ${name}`} isOpen={open === 'dispose'} close={close} submitWords="登记处置"
        send={async ({ found, done, photos = [], isEvent, matter, description }) => {
          const { event } = await dispose.mutateAsync({ id, found, done, photos, ...(isEvent && matter && description && { event: { matter, description } }) })
          void message.success(event ? `已登记处置，转为事件 ${event.number}` : '已登记处置，30 天后回看成效')
          close()
        }}>
        <Form.Item name="found" label="发现情况" rules={[{ required: true, message: '请填写发现情况' }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
        <Form.Item name="done" label="处置情况" rules={[{ required: true, message: '请填写处置情况' }]}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
        {!isCare(warning.kind) && <Form.Item name="photos" label="照片" rules={photoRules}><PhotoInput /></Form.Item>}
        <Form.Item name="isEvent" valuePropName="checked"><Checkbox>转为事件，交有关单位办理</Checkbox></Form.Item>
        <Form.Item noStyle dependencies={['isEvent']}>{({ getFieldValue }) => getFieldValue('isEvent') && (
          <>
            <Form.Item name="matter" label="事项" rules={[{ required: true, message: '请选择事项' }]}><MatterSelect /></Form.Item>
            <Form.Item name="description" label="要办的事" rules={[{ required: true, message: '请写明要办的事' }]} extra={isCare(warning.kind) ? '办理单位也看得到，请不要写姓名和家庭情况。' : undefined}><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
          </>
        )}</Form.Item>
      </FormDrawer>
      <FormDrawer<{ reason: MistakenReason, note?: string }> name="risk-mistake" title={`标记误报 · ${name}`} isOpen={open === 'mistake'} close={close} submitWords="标记误报" note="误报按规则计数，用来改进规则；30 天内不再为同样的颜色预警。"
        send={async ({ reason, note }) => {
          await mistake.mutateAsync({ id, reason, note })
          void message.success('已标记误报')
          close()
        }}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: '请选择原因' }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={Object.entries(mistakenReason).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="note" label="说明"><Input.TextArea rows={3} maxLength={300} showCount /></Form.Item>
      </FormDrawer>
    </div>
  )
}
