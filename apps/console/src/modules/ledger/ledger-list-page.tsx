import { PlusOutlined } from '@ant-design/icons'
import { ledgerBase, ledgerKind } from '@linli/contract/words/index'
import { Button, Select, Tabs, Tag } from 'antd'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { oneOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { useConfirm } from '../../parts/form/confirm.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import type { Ledger } from './ledger-words.ts'
import { MonthList } from './month-list.tsx'

/** Lists and ledgers: what comes with the platform, what the street and the community keep, one's own; and the months that were frozen. */
export default function LedgerListPage() {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const tab = params.get('tab') === 'months' ? 'months' : 'list'
  return (
    <>
      <PageHeader title="名单与台账" hint="台账是底数的一种看法：选好条件和列，数随底数走，不用另外填。"
        actions={<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/ledger/make')}>新建</Button>} />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'months' ? { tab: key } : {}, { replace: true })} destroyOnHidden
        items={[{ key: 'list', label: '名单与台账', children: <LedgerList /> }, { key: 'months', label: '已固化的月份', children: <MonthList /> }]} />
    </>
  )
}

const fields = { kind: oneOf(Object.keys(ledgerKind) as Ledger['kind'][]), base: oneOf(Object.keys(ledgerBase) as Ledger['base'][]) }

function LedgerList() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const query = useAsk('ledger', 'list', { ...filter, after: pager.after }, { keepsLast: true })
  const end = useTell('ledger', 'end')
  const ask = useConfirm()
  const drop = ({ id, name }: Ledger) => ask({ title: `删除“${name}”？`, what: '只删除这份定义，底数和已固化的月份不变。', words: '删除', act: () => end.mutateAsync({ id }), done: '已删除' })
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear}>
        <Select allowClear aria-label="类别" placeholder="类别" style={{ width: 120 }} value={filter.kind} onChange={(kind) => change({ kind })} options={Object.entries(ledgerKind).map(([value, label]) => ({ value: value as Ledger['kind'], label }))} />
        <Select allowClear aria-label="每行是什么" placeholder="每行是什么" style={{ width: 180 }} value={filter.base} onChange={(base) => change({ base })} options={Object.entries(ledgerBase).map(([value, label]) => ({ value: value as Ledger['base'], label }))} />
      </FilterBar>
      <DataTable label="名单与台账" query={query} columns={columnsWith(drop)} rowKey={({ id }) => id} pager={pager} words="自己和本辖区的在前" empty={<Nothing words="没有这一类" />} />
    </>
  )
}

const keptBy = ({ isShipped, isOwn, areaName }: Ledger) => (isShipped ? '系统自带' : isOwn ? '我自己' : areaName)

const columnsWith = (drop: (ledger: Ledger) => void): Column<Ledger>[] => [
  { key: 'name', title: '名称', isFixed: true, render: ({ id, name, kind }) => <><Link to={`/ledger/${id}`}>{name}</Link> <Tag>{ledgerKind[kind]}</Tag></> },
  { key: 'base', title: '每行是', width: 150, render: ({ base }) => ledgerBase[base] },
  { key: 'columns', title: '列', width: 170, render: ({ columns, typedColumns }) => <span className="number">{columns.length} 列{typedColumns > 0 && `，${typedColumns} 列需另填`}</span> },
  { key: 'kept', title: '谁维护', width: 140, render: keptBy },
  { key: 'changed', title: '修改', width: 130, render: (row) => row.isShipped ? <span className="faint">—</span> : <>{row.changedBy}<br /><span className="faint">{whenWords(row.changedAt)}</span></> },
  { key: 'acts', title: '操作', width: 150, isFixed: true, render: (row) => (
    <>
      <Link to={`/ledger/make?from=${row.id}`} aria-label={`${row.mayChange ? '修改' : '复制'}“${row.name}”`}>{row.mayChange ? '修改' : '复制'}</Link>
      {row.mayChange && <Button type="link" size="small" danger aria-label={`删除“${row.name}”`} onClick={() => drop(row)}>删除</Button>}
    </>
  ) },
]
