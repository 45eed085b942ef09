import { App, Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { toWords, whoWords } from './transfer-view.ts'
import type { TransferRow } from './transfer-view.ts'

/** What the viewer may do with a request; the server has said what that is. */
export function TransferActions({ row }: { row: TransferRow }) {
  const [isRefusing, setRefusing] = useState(false)
  // A thumb needs more room than a pointer.
  const size = useNarrow() ? 'large' as const : 'small' as const
  const confirm = useConfirm()
  const { message } = App.useApp()
  const decide = useTell('transfer', 'decide', ['transfer', 'person', 'housing'])
  const withdraw = useTell('transfer', 'withdraw')
  const agree = () => confirm({ title: `同意${whoWords(row)}迁出？`, what: `档案将转到${toWords(row)}，在本社区的住处登记为迁出，居住记录保留。`, words: '同意迁移', isDanger: false, act: () => decide.mutateAsync({ id: row.id, isAgreed: true }), done: '已同意，正在迁移' })
  const takeBack = () => confirm({ title: '撤回这个申请？', what: '撤回后对方不再处理，需要时可以重新申请。', words: '撤回', act: () => withdraw.mutateAsync({ id: row.id }), done: '已撤回' })
  const refuse = async ({ note }: { note: string }) => {
    await decide.mutateAsync({ id: row.id, isAgreed: false, note })
    void message.success('已答复不同意')
    setRefusing(false)
  }
  if (row.mayWithdraw) return <Button size={size} onClick={takeBack}>撤回</Button>
  if (!row.mayDecide) return null
  return (
    <>
      <Space size={8}><Button size={size} type="primary" onClick={agree}>同意</Button><Button size={size} onClick={() => setRefusing(true)}>不同意</Button></Space>
      <FormDrawer<{ note: string }> name={`refuse-${row.id}`} title={`不同意${whoWords(row)}迁出`} isOpen={isRefusing} close={() => setRefusing(false)} submitWords="不同意" send={refuse}>
        <Form.Item name="note" label="原因" rules={[{ required: true, whitespace: true, message: '请说明原因' }]}><Input.TextArea rows={3} maxLength={200} showCount placeholder="对方社区会看到，如：本人仍住在本社区，已上门核实" /></Form.Item>
      </FormDrawer>
    </>
  )
}
