import { App, Form, Input, Select } from 'antd'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { DayInput } from '../record/field-input.tsx'
import { useCodes } from '../record/use-codes.ts'

interface Asking { number: string, at: Where, role: string, since?: string | null, reason: string }
interface AskTransferProps { isOpen: boolean, close: () => void, initial?: () => Partial<Asking>, /** Before it goes on to the requests. */ asked?: () => void }

/** Asks the community that keeps somebody to let them over, by the number on the certificate they show. */
export function AskTransfer({ isOpen, close, initial, asked }: AskTransferProps) {
  const roles = useCodes('residencyRole') ?? []
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { mutateAsync } = useTell('transfer', 'ask')
  const send = async ({ number, at, role, since, reason }: Asking) => {
    await mutateAsync({ number, at: at.housing ? { housing: at.housing } : { area: at.area }, role, since: since ?? null, reason })
    void message.success('已提出，等待对方社区同意')
    close()
    asked?.()
    void navigate('/transfer')
  }
  return (
    <FormDrawer<Asking> name="ask-transfer" title="申请迁入" isOpen={isOpen} close={close} initial={isOpen ? initial?.() : undefined} submitWords="提出申请" send={send} note="对方社区同意后，档案和居住记录自动转过来；同意之前看不到此人的信息。">
      <Form.Item name="number" label="证件号码" extra="请按本人出示的证件填写。" rules={[{ required: true, whitespace: true, message: '请填写证件号码' }]}><Input autoComplete="off" maxLength={30} className="number" /></Form.Item>
      <Form.Item name="at" label="新住处" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
      <Form.Item name="role" label="居住关系" rules={[{ required: true, message: '请选择居住关系' }]}><Select options={roles.map(({ code, label }) => ({ value: code, label }))} placeholder="请选择" /></Form.Item>
      <Form.Item name="since" label="入住日期"><DayInput /></Form.Item>
      <Form.Item name="reason" label="申请原因" rules={[{ required: true, whitespace: true, message: '请填写申请原因' }]}><Input.TextArea rows={2} maxLength={200} showCount placeholder="如：已租住本社区，本人来登记" /></Form.Item>
    </FormDrawer>
  )
}
