import { specialKind, specialStatus } from '@linli/contract/words/index'
import { App, Button, Form, Input, Space } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import type { SwitchRow } from './special-view.ts'

type Doing = { what: 'ask' | 'refuse' | 'off', row: SwitchRow }

const tones = { off: 'plain', asked: 'amber', on: 'blue', refused: 'plain' } as const

/** Which restricted groups an office keeps: asked for by the systems administrator, agreed to by the security administrator. */
export default function SwitchPage() {
  const query = useAsk('special', 'switches', {})
  const [doing, setDoing] = useState<Doing>()
  const confirm = useConfirm()
  const decide = useTell('special', 'decideSwitch')
  const agree = (row: SwitchRow) => confirm({
    title: `启用${specialKind[row.kind]}登记？`, what: '启用后，只有担任“特殊人群专干”岗位的人能登记和查看，其他人看不到。岗位由安全管理员逐人授予。', words: '同意启用', isDanger: false, act: () => decide.mutateAsync({ kind: row.kind, isAgreed: true }), done: '已启用',
  })
  return (
    <>
      <PageHeader title="特殊人群启用" hint="默认都不启用。由系统管理员说明理由申请，安全管理员审批；启用后只有被授予“特殊人群专干”岗位的人看得到。宗教信仰、艾滋病、吸毒、信访人员不设登记。" />
      <DataTable label="特殊人群启用情况" query={query} columns={columnsWith(agree, setDoing)} rowKey={(row) => row.kind} />
      {doing && <Say doing={doing} close={() => setDoing(undefined)} />}
    </>
  )
}

const columnsWith = (agree: (row: SwitchRow) => void, begin: (doing: Doing) => void): Column<SwitchRow>[] => [
  { key: 'kind', title: '类别', width: 170, isFixed: true, render: (row) => specialKind[row.kind] },
  { key: 'status', title: '状态', width: 96, isFixed: true, render: (row) => <Mark tone={tones[row.status]}>{specialStatus[row.status]}</Mark> },
  { key: 'reason', title: '理由', render: (row) => row.reason ?? '—' },
  { key: 'asked', title: '申请', width: 160, render: (row) => row.askedAt ? <>{row.askedBy}<br /><span className="faint">{whenWords(row.askedAt)}</span></> : '—' },
  { key: 'decided', title: '审批、停用', width: 190, render: (row) => row.decidedAt ? <>{row.decidedBy}<br /><span className="faint">{whenWords(row.decidedAt)}{row.note && `：${row.note}`}</span></> : '—' },
  { key: 'acts', title: '操作', width: 180, isFixed: true, render: (row) => (
    <Space size={6}>
      {row.mayAsk && <Button size="small" type="primary" onClick={() => begin({ what: 'ask', row })} aria-label={`申请启用${specialKind[row.kind]}`}>申请启用</Button>}
      {row.mayDecide && <><Button size="small" type="primary" onClick={() => agree(row)}>同意</Button><Button size="small" onClick={() => begin({ what: 'refuse', row })}>不同意</Button></>}
      {row.maySwitchOff && <Button size="small" danger onClick={() => begin({ what: 'off', row })}>{row.status === 'asked' ? '撤回申请' : '停用'}</Button>}
    </Space>
  ) },
]

function Say({ doing: { what, row }, close }: { doing: Doing, close: () => void }) {
  const { message } = App.useApp()
  const [ask, decide, off] = [useTell('special', 'askSwitch'), useTell('special', 'decideSwitch'), useTell('special', 'switchOff')]
  const name = specialKind[row.kind]
  const said = {
    ask: { title: `申请启用${name}登记`, words: '提出申请', label: '理由和依据', note: '申请后由安全管理员审批。', done: '已提出，等待安全管理员审批', send: (reason: string) => ask.mutateAsync({ kind: row.kind, reason }) },
    refuse: { title: `不同意启用${name}登记`, words: '不同意', label: '原因', note: undefined, done: '已答复', send: (note: string) => decide.mutateAsync({ kind: row.kind, isAgreed: false, note }) },
    off: { title: row.status === 'asked' ? `撤回启用${name}的申请` : `停用${name}登记`, words: row.status === 'asked' ? '撤回' : '停用', label: '原因', note: row.status === 'asked' ? undefined : '停用后谁也看不到；已登记的内容加密保存，到期清理，重新启用后可以再看到。', done: row.status === 'asked' ? '已撤回' : '已停用', send: (reason: string) => off.mutateAsync({ kind: row.kind, reason }) },
  }[what]
  const send = async ({ text }: { text: string }) => {
    await said.send(text)
    void message.success(said.done)
    close()
  }
  return (
    <FormDrawer<{ text: string }> name="switch" title={said.title} isOpen close={close} submitWords={said.words} isDanger={what === 'off'} note={said.note} send={send}>
      <Form.Item name="text" label={said.label} rules={[{ required: true, whitespace: true, message: `请填写${said.label}` }]}><Input.TextArea rows={3} maxLength={200} showCount /></Form.Item>
    </FormDrawer>
  )
}
