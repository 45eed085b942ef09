import { PauseCircleOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { dayWords, whenWords } from '../../parts/when.ts'
import { HoldForm, ReleaseForm } from './hold-form.tsx'

type Hold = Output<'retention', 'holds'>['rows'][number]
type Run = Output<'retention', 'runs'>['rows'][number]

/** What went each night and by which rule, and what is held so that it does not. */
export default function RetentionPage() {
  const pager = usePager()
  const mayHold = useMay('retention.hold')
  const [doing, setDoing] = useState<'hold' | string>()
  const runs = useAsk('retention', 'runs', { after: pager.after }, { keepsLast: true })
  const holds = useAsk('retention', 'holds', {})
  const stop = () => setDoing(undefined)
  return (
    <>
      <PageHeader title="到期清理" hint="每天凌晨按个人信息处理登记的保存期限清理。记录里只有类别和数量，没有个人信息。" actions={mayHold && <Button type="primary" icon={<PauseCircleOutlined aria-hidden />} onClick={() => setDoing('hold')}>设置留存</Button>} />
      <h2 className="form-title">留存</h2>
      <DataTable label="留存" query={holds} columns={holdColumns(mayHold, setDoing)} rowKey={(row) => row.id} empty={<Nothing words="没有留存，到期的都会清理" />} />
      <h2 className="form-title" style={{ marginTop: 16 }}>清理记录</h2>
      <DataTable label="清理记录" query={runs} columns={runColumns} rowKey={(row) => row.id} pager={pager} words={runs.data && `本页 ${runs.data.rows.length} 条`} empty={<Nothing words="还没有清理过" />} />
      <HoldForm items={holds.data?.items ?? []} isOpen={doing === 'hold'} close={stop} />
      <ReleaseForm id={doing} isOpen={doing !== undefined && doing !== 'hold'} close={stop} />
    </>
  )
}

const holdColumns = (mayHold: boolean, release: (id: string) => void): Column<Hold>[] => [
  { key: 'label', title: '项目', width: 200, isFixed: true, render: (row) => row.label },
  { key: 'state', title: '状态', width: 110, isFixed: true, render: (row) => (row.releasedAt ? <Mark>已解除</Mark> : <Mark tone="amber">留存中</Mark>) },
  { key: 'reason', title: '原因', render: (row) => <>{row.reason}{row.releasedFor && <><br /><span className="faint">解除：{row.releasedFor}</span></>}</> },
  { key: 'until', title: '到', width: 140, render: (row) => (row.until ? dayWords(row.until) : '解除为止') },
  { key: 'by', title: '设置', width: 160, render: (row) => <>{row.heldBy}<br /><span className="faint">{whenWords(row.heldAt)}</span></> },
  { key: 'acts', title: '操作', width: 100, isFixed: true, render: (row) => mayHold && !row.releasedAt && <Button size="small" type="link" aria-label={`解除“${row.label}”的留存`} onClick={() => release(row.id)}>解除</Button> },
]

const runColumns: Column<Run>[] = [
  { key: 'at', title: '时间', width: 160, isFixed: true, render: (row) => whenWords(row.at) },
  { key: 'label', title: '项目', isFixed: true, render: (row) => row.label },
  { key: 'removed', title: '清理', width: 100, render: (row) => <span className="number">{row.removed} 条</span> },
  { key: 'rule', title: '依据', width: 260, render: (row) => `保存 ${row.keepMonths} 个月（登记${row.version === 0 ? '出厂内容' : `第 ${row.version} 版`}）` },
]
