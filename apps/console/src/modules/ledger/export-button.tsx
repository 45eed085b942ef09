import { DownloadOutlined } from '@ant-design/icons'
import type { Asked } from '@linli/contract'
import { App, Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useTake } from './use-take.ts'

interface Values { purpose: string, isWhole: boolean }
type AskedFor = Pick<Asked<'ledger', 'askExport'>, 'id' | 'draft' | 'area'>

/** Asks for a file: masked it comes at once, with whole numbers when somebody else has agreed. */
export function ExportButton({ asked, name }: { asked: AskedFor, name: string }) {
  const [isOpen, setOpen] = useState(false)
  const ask = useTell('ledger', 'askExport')
  const { take, words } = useTake()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const send = async ({ purpose, isWhole }: Values) => {
    const one = await ask.mutateAsync({ ...asked, name, purpose, isWhole })
    setOpen(false)
    if (one.mayTake) return take(one.id)
    void message.success('已提交，等待审批')
    void navigate('/ledger-export')
  }
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} loading={words !== undefined} onClick={() => setOpen(true)}>{words ?? '导出 Excel'}</Button>
      <FormDrawer<Values> name="ledger-export" title={`导出“${name}”`} isOpen={isOpen} close={() => setOpen(false)} initial={{ isWhole: false }} send={send} submitWords="导出" note="文件里写明谁、何时、为何导出；申请、审批和下载都留下记录。">
        <Form.Item name="purpose" label="用途" rules={[{ required: true, message: '请填写用途' }]}><Input maxLength={100} placeholder="如：报送街道月报" /></Form.Item>
        <Form.Item name="isWhole" label="号码" required>
          <Radio.Group options={[{ value: false, label: '遮盖，马上下载' }, { value: true, label: '完整，经别人审批后下载一次' }]} vertical />
        </Form.Item>
      </FormDrawer>
    </>
  )
}
