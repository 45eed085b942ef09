import { App, Button, Form, Space } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { TextField } from '../event/step/step-fields.tsx'
import { DueField, inDays } from './due-field.tsx'
import type { Address, LinkRow } from './link-view.ts'

/** Of an anonymous reporter no number is shown, and there may be one. */
const mayBeSent = ({ delivery, phone }: LinkRow) => delivery !== 'noMobile' && (phone !== null || delivery !== 'notAsked')

/** What may be done with a link that nobody has answered. */
export function LinkActions({ row, show }: { row: LinkRow, show: (address: Address) => void }) {
  const { message } = App.useApp()
  const [open, setOpen] = useState<'extend' | 'withdraw'>()
  const [address, remind] = [useTell('link', 'address'), useTell('link', 'remind')]
  const [extend, withdraw] = [useTell('link', 'extend'), useTell('link', 'withdraw', ['link', 'event'])]
  const close = () => setOpen(undefined)
  const fail = (fault: unknown) => void message.error(wordsOf(fault))
  const isOpen = row.state === 'open'
  return (
    <Space wrap size={6}>
      {isOpen && <Button size="small" loading={address.isPending} onClick={() => address.mutate({ id: row.id }, { onSuccess: show, onError: fail })}>复制链接或二维码</Button>}
      {isOpen && mayBeSent(row) && <Button size="small" loading={remind.isPending} onClick={() => remind.mutate({ id: row.id }, { onSuccess: () => void message.success('短信已交给发送'), onError: fail })}>{row.delivery === 'sent' ? '再发短信' : '发短信'}</Button>}
      {row.kind === 'forward' && <Button size="small" onClick={() => setOpen('extend')}>延长期限</Button>}
      <Button size="small" danger onClick={() => setOpen('withdraw')}>撤回</Button>
      <FormDrawer<{ dueAt: string }> name={`extend-${row.id}`} title={`延长期限 · ${row.name}`} isOpen={open === 'extend'} close={close} initial={{ dueAt: inDays(3) }} submitWords="延长"
        send={async ({ dueAt }) => {
          await extend.mutateAsync({ id: row.id, dueAt })
          void message.success('期限已延长')
          close()
        }}>
        <DueField />
      </FormDrawer>
      <FormDrawer<{ reason: string }> name={`withdraw-${row.id}`} title={`撤回 · ${row.name}`} isOpen={open === 'withdraw'} close={close} submitWords="撤回" isDanger note={row.kind === 'ask' ? '撤回后对方不能再用链接回复；这件事仍在等补充，可以重新提问，也可以代为登记补充说明。' : '撤回后对方不能再用链接回复。'}
        send={async ({ reason }) => {
          await withdraw.mutateAsync({ id: row.id, reason })
          void message.success('链接已撤回')
          close()
        }}>
        <Form.Item noStyle><TextField name="reason" label="撤回的原因" max={300} /></Form.Item>
      </FormDrawer>
    </Space>
  )
}
