import { App, Form, Input, Radio } from 'antd'
import type { Asked } from '@linli/contract'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'

interface Values { purpose: string, isWhole: boolean }
export type AskedFor = Pick<Asked<'ledger', 'askExport'>, 'id' | 'draft' | 'area'>
interface ExportDrawerProps { asked: AskedFor, name: string, isOpen: boolean, close: () => void, take: (id: string) => Promise<void>, about?: ReactNode }

/** Asks for a file: masked it comes at once, with whole numbers when somebody else has agreed. */
export function ExportDrawer({ asked, name, isOpen, close, take, about }: ExportDrawerProps) {
  const ask = useTell('ledger', 'askExport')
  const { message } = App.useApp()
  const navigate = useNavigate()
  const send = async ({ purpose, isWhole }: Values) => {
    const one = await ask.mutateAsync({ ...asked, name, purpose, isWhole })
    close()
    if (one.mayTake) return take(one.id)
    void message.success('已提交，等待审批')
    void navigate('/ledger-export')
  }
  return (
    <FormDrawer<Values> name="ledger-export" title={`导出“${name}”`} isOpen={isOpen} close={close} initial={{ isWhole: false }} send={send} submitWords="导出" note={<>{about}文件里写明谁、何时、为何导出；申请、审批和下载都留下记录。</>}>
      <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请填写用途' }]}><Input maxLength={100} placeholder="如：报送街道月报" /></Form.Item>
      <Form.Item name="isWhole" label="号码" required>
        <Radio.Group options={[{ value: false, label: '遮盖，马上下载' }, { value: true, label: '完整，经别人审批后下载一次' }]} vertical />
      </Form.Item>
    </FormDrawer>
  )
}
