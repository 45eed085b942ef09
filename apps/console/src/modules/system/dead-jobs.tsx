import { Button, Space } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import type { DeadJob } from './dead-job.ts'
import { JobDrawer } from './job-drawer.tsx'

/** What failed for good: look why, do it again, or give it up. */
export function DeadJobs() {
  const pager = usePager()
  const query = useAsk('system', 'deadJobs', { after: pager.after }, { keepsLast: true })
  const redrive = useTell('system', 'redrive')
  const discard = useTell('system', 'discard')
  const ask = useConfirm()
  const [open, setOpen] = useState<DeadJob>()
  const again = ({ id, queue, title }: DeadJob) => ask({ title: `重做“${title}”？`, what: '任务回到队列，马上再试。请先确认失败的原因已经排除。', words: '重做', isDanger: false, act: () => redrive.mutateAsync({ queue, ids: [id] }), done: '已放回队列' })
  const drop = ({ id, queue, title }: DeadJob) => ask({ title: `放弃“${title}”？`, what: '这个任务不会再做，也不能恢复；放弃的人和时间会记入审计。', words: '放弃', act: () => discard.mutateAsync({ queue, ids: [id] }), done: '已放弃' })
  const columns: Column<DeadJob>[] = [
    { key: 'title', title: '任务', isFixed: true, width: 180, render: (row) => <Button type="link" data-row-link style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => setOpen(row)}>{row.title}</Button> },
    { key: 'failedAt', title: '失败时间', width: 150, render: (row) => <span className="number">{whenExact(row.failedAt)}</span> },
    { key: 'tries', title: '已试', width: 70, render: (row) => `${row.tries} 次` },
    { key: 'reason', title: '原因', render: (row) => row.reason },
    { key: 'acts', title: '操作', width: 150, isFixed: true, render: (row) => <Space size={6}><Button size="small" onClick={() => again(row)}>重做</Button><Button size="small" danger onClick={() => drop(row)}>放弃</Button></Space> },
  ]
  return (
    <>
      <DataTable label="失败的任务" query={query} columns={columns} rowKey={(row) => row.id} pager={pager} empty={<Nothing words="没有失败的任务，一切正常" />} />
      <JobDrawer job={open} close={() => setOpen(undefined)} />
    </>
  )
}
