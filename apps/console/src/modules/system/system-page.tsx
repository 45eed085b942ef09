import type { Output } from '@linli/contract'
import { Descriptions } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import { DeadJobs } from './dead-jobs.tsx'

type Queue = Output<'system', 'state'>['queues'][number]

const columns: Column<Queue>[] = [
  { key: 'title', title: '任务', isFixed: true, render: (row) => row.title },
  { key: 'name', title: '队列', width: 220, render: (row) => <span className="faint">{row.name}</span> },
  { key: 'waiting', title: '等待', width: 90, render: (row) => row.waiting },
  { key: 'running', title: '进行中', width: 90, render: (row) => row.running },
  { key: 'dead', title: '失败', width: 90, render: (row) => row.dead > 0 ? <strong style={{ color: 'var(--red)' }}>{row.dead}</strong> : 0 },
]

/** Is everything running, and what could not be done in the background. */
export default function SystemPage() {
  const query = useAsk('system', 'state', {})
  return (
    <>
      <PageHeader title="运行与任务" />
      <Answer query={query}>
        {(state) => (
          <section className="panel" aria-labelledby="state" style={{ marginBottom: 14 }}>
            <h2 id="state" className="panel-title">运行状况</h2>
            <div className="panel-body">
              <Descriptions column={{ xs: 1, sm: 2, lg: 3 }} size="small" items={[
                { key: 'version', label: '版本', children: state.version },
                { key: 'since', label: '启动于', children: whenExact(state.since) },
                { key: 'database', label: '数据库', children: state.database },
                { key: 'simulators', label: '模拟中的外部服务', children: state.simulators.length === 0 ? '无' : state.simulators.map((name) => <Mark key={name} tone="amber">{name}</Mark>) },
              ]} />
            </div>
          </section>
        )}
      </Answer>
      <section aria-labelledby="dead" style={{ marginBottom: 14 }}>
        <h2 id="dead" className="panel-title" style={{ borderBottom: 0, paddingInline: 2 }}>失败的任务</h2>
        <DeadJobs />
      </section>
      <section aria-labelledby="queues">
        <h2 id="queues" className="panel-title" style={{ borderBottom: 0, paddingInline: 2 }}>任务队列</h2>
        <DataTable label="任务队列" query={{ ...query, data: query.data && { rows: query.data.queues } }} columns={columns} rowKey={(row) => row.name} empty={<Nothing words="没有任务队列" />} />
      </section>
    </>
  )
}
