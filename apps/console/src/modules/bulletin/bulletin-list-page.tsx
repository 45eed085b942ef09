import { PlusOutlined } from '@ant-design/icons'
import { bulletinRhythm, bulletinStatus, periodWords } from '@linli/contract/words/index'
import type { BulletinStatus } from '@linli/contract/words/index'
import { Button, Select, Tabs } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { toneOf } from './bulletin-words.ts'
import type { IssueHead } from './bulletin-words.ts'
import styles from './bulletin.module.css'
import { ReportList } from './report-list.tsx'

/** The issues of all reports, those that wait for me, and the reports themselves. */
export default function BulletinListPage() {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const [mayMake, mayReview, maySign] = [useMay('bulletin.make'), useMay('bulletin.review'), useMay('bulletin.sign')]
  const tabs = [{ key: 'issue', label: '各期报表', children: <Issues key="all" /> }, ...mayMake || mayReview || maySign ? [{ key: 'waiting', label: '等我办的', children: <Issues key="waiting" isWaiting /> }] : [], { key: 'report', label: '报表设置', children: <ReportList /> }]
  return (
    <>
      <PageHeader title="报表" hint="日报、周报、月报按时自动制成，审核、签发后封存，数字不再改变；有误的另制一期更正。"
        actions={<><Link to="/bulletin/verify">核验</Link>{mayMake && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/bulletin/make')}>新建报表</Button>}</>} />
      <Tabs activeKey={tabs.find(({ key }) => key === params.get('tab'))?.key ?? 'issue'} onChange={(key) => setParams(key === 'issue' ? {} : { tab: key }, { replace: true })} destroyOnHidden items={tabs} />
    </>
  )
}

function Issues({ isWaiting = false }: { isWaiting?: boolean }) {
  const [params, setParams] = useSearchParams()
  const pager = usePager()
  const [bulletin, status] = [params.get('bulletin') ?? undefined, params.get('status') as BulletinStatus | null ?? undefined]
  const query = useAsk('bulletin', 'issues', { bulletin, status: status && status in bulletinStatus ? status : undefined, ...(isWaiting && { isWaiting }), after: pager.after }, { keepsLast: true })
  const reports = useAsk('bulletin', 'list', { isAll: true }, { freshMs: 60_000 }).data?.rows ?? []
  const change = (name: string, value: string | undefined) => setParams((now) => { if (value) now.set(name, value); else now.delete(name); now.delete('after'); now.delete('page'); return now }, { replace: true })
  return (
    <>
      {!isWaiting && (
        <div className={styles.asked}>
          <Select aria-label="哪份报表" placeholder="全部报表" allowClear value={bulletin} onChange={(value) => change('bulletin', value)} options={reports.map(({ id, name, areaName }) => ({ value: id, label: `${name}（${areaName}）` }))} style={{ width: 240 }} />
          <Select aria-label="状态" placeholder="全部状态" allowClear value={status} onChange={(value) => change('status', value)} options={Object.entries(bulletinStatus).map(([value, label]) => ({ value, label }))} style={{ width: 120 }} />
        </div>
      )}
      <DataTable<IssueHead> label="各期报表" query={query} rowKey={({ id }) => id} pager={pager} columns={columns} empty={<Nothing words={isWaiting ? '没有等您办的报表' : '还没有报表'} />} />
    </>
  )
}

const columns: Column<IssueHead>[] = [
  { key: 'name', title: '报表', isFixed: true, render: ({ id, name, rhythm, from, until, isReplaced }) => <><Link data-row-link to={`/bulletin/${id}`}>{name}　{periodWords(rhythm, { from, until })}</Link>{isReplaced && <> <Mark tone="purple">已更正</Mark></>}</> },
  { key: 'status', title: '状态', width: 96, render: ({ status }) => <Mark tone={toneOf(status)}>{bulletinStatus[status]}</Mark> },
  { key: 'number', title: '期号', width: 180, render: ({ number }) => number ?? '签发时编号' },
  { key: 'rhythm', title: '周期', width: 80, render: ({ rhythm }) => bulletinRhythm[rhythm] },
  { key: 'area', title: '辖区', width: 150, render: ({ areaName }) => areaName },
  { key: 'made', title: '制成', width: 170, render: ({ madeBy, madeAt }) => `${madeBy} ${whenWords(madeAt)}` },
  { key: 'signed', title: '签发', width: 170, render: ({ signed }) => (signed ? `${signed.name} ${whenWords(signed.at)}` : '—') },
]
