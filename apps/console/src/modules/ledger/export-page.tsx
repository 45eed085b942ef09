import type { Output } from '@linli/contract'
import { exportStatus } from '@linli/contract/words/index'
import { Button, Form, Input, Radio, Tabs, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { useTake } from './use-take.ts'

type Export = Output<'ledger', 'askExport'>

/** What one has asked for, and what waits for one's decision. */
export default function ExportPage() {
  const [params, setParams] = useSearchParams()
  const [mayExport, mayApprove] = [useMay('ledger.export'), useMay('ledger.approve')]
  const tabs = [...mayApprove ? [{ key: 'decide', label: '待我审批', children: <ToDecide /> }] : [], ...mayExport ? [{ key: 'mine', label: '我申请的', children: <Mine /> }] : []]
  const tab = tabs.find(({ key }) => key === params.get('tab'))?.key ?? (mayExport ? 'mine' : 'decide')
  return (
    <>
      <PageHeader title="台账导出" hint="含完整号码的导出由别人在三天内审批，同意后一天内可下载一次；遮盖号码的马上可以下载。" />
      <Tabs activeKey={tab} onChange={(key) => setParams({ tab: key }, { replace: true })} destroyOnHidden items={tabs} />
    </>
  )
}

function Mine() {
  const pager = usePager()
  const query = useAsk('ledger', 'exports', { after: pager.after }, { keepsLast: true })
  const { take, words } = useTake()
  return <DataTable label="我申请的导出" query={query} pager={pager} words="新的在前" rowKey={({ id }) => id} empty={<Nothing words="还没有申请过导出。打开一个台账，点“导出 Excel”。" />}
    columns={[...about, standing, { key: 'acts', title: '操作', width: 130, isFixed: true, render: (row) => row.mayTake && <Button size="small" type="primary" loading={words !== undefined} aria-label={`下载“${row.name}”`} onClick={() => void take(row.id)}>{words ?? '下载'}</Button> }]} />
}

function ToDecide() {
  const pager = usePager()
  const query = useAsk('ledger', 'exportsToDecide', { after: pager.after }, { keepsLast: true })
  const [open, setOpen] = useState<Export>()
  const decide = useTell('ledger', 'decideExport')
  const send = async ({ isAgreed, note }: { isAgreed: boolean, note?: string }) => {
    await decide.mutateAsync({ id: open!.id, isAgreed, ...(note && { note }) })
    setOpen(undefined)
  }
  return (
    <>
      <DataTable label="待我审批的导出" query={query} pager={pager} words="等得最久的在前" rowKey={({ id }) => id} empty={<Nothing words="没有等您审批的导出" />}
        columns={[...about, { key: 'by', title: '申请', width: 150, render: ({ askedBy, askedAt, expiresAt }) => <>{askedBy}<br /><span className="faint">{whenWords(askedAt)}{expiresAt && `，${whenWords(expiresAt)}前审批`}</span></> }, { key: 'acts', title: '操作', width: 90, isFixed: true, render: (row) => row.mayDecide && <Button size="small" type="primary" aria-label={`审批“${row.name}”`} onClick={() => setOpen(row)}>审批</Button> }]} />
      <FormDrawer<{ isAgreed: boolean, note?: string }> name="ledger-decide" title={open ? `审批“${open.name}”的导出` : ''} isOpen={open !== undefined} close={() => setOpen(undefined)} send={send} submitWords="提交"
        note={open && `${open.askedBy} 申请导出 ${open.areaName} 约 ${open.lines} 行，用途：${open.purpose}。完整显示：${open.sensitive.join('、')}。`}>
        <Form.Item name="isAgreed" label="意见" rules={[{ required: true, message: '请选择' }]}><Radio.Group options={[{ value: true, label: '同意，可下载一次' }, { value: false, label: '不同意' }]} vertical /></Form.Item>
        <Form.Item name="note" label="说明"><Input.TextArea maxLength={200} rows={2} /></Form.Item>
      </FormDrawer>
    </>
  )
}

const about: Column<Export>[] = [
  { key: 'name', title: '台账', isFixed: true, render: ({ name, areaName, lines }) => <>{name}<br /><span className="faint">{areaName}，约 {lines} 行</span></> },
  { key: 'purpose', title: '用途', width: 200, render: ({ purpose }) => purpose },
  { key: 'whole', title: '完整显示', width: 200, render: ({ isWhole, sensitive }) => isWhole ? sensitive.join('、') : <span className="faint">号码遮盖</span> },
]

const tones: Partial<Record<Export['status'], string>> = { asked: 'orange', agreed: 'green', refused: 'red' }
const standing: Column<Export> = { key: 'status', title: '情况', width: 170, render: ({ status, decidedBy, note, askedAt, takenLines }) => (
  <><Tag color={tones[status]}>{exportStatus[status]}</Tag>{takenLines !== null && <span className="number">{takenLines} 行</span>}<br /><span className="faint">{decidedBy ? `${decidedBy}${note ? `：${note}` : ''}` : whenWords(askedAt)}</span></>
) }
