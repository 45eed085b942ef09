import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { FoundButton } from '../governance/found-button.tsx'
import { numberWords } from './number-words.ts'
import { addressOf, questionOf, type InsightFilter } from './insight-filter.ts'

type Row = Output<'insight', 'recurring'>['rows'][number]

/** The number opens all of them; the latest are at hand. */
const shown = 3

const columnsFor = (filter: InsightFilter): Column<Row>[] => [
  { key: 'matter', title: '事项', width: 150, isFixed: true, render: (row) => row.matter.name },
  { key: 'place', title: '地点', isFixed: true, render: (row) => <>{row.place || row.areaName}<br /><span className="faint">{row.areaName}</span></> },
  { key: 'count', title: '次数', width: 80, render: (row) => <Link data-row-link to={`/insight/recurring?${addressOf(filter, { like: row.events[0] })}`} aria-label={`${row.place || row.areaName}${row.matter.name} ${row.count} 次，打开清单`}><strong>{row.count}</strong></Link> },
  { key: 'lastAt', title: '最近一次', width: 130, render: (row) => whenWords(row.lastAt) },
  { key: 'events', title: '事件', width: 150, render: (row) => <>{row.events.slice(0, shown).map((id, at) => <span key={id} style={{ whiteSpace: 'nowrap', marginRight: 8 }}><Link to={`/event/${id}`} aria-label={`${at === 0 ? '最近' : `前 ${at}`}：${row.matter.name}，由新到旧第 ${at + 1} 件`}>{at === 0 ? '最近' : `前 ${at}`}</Link></span>)}</> },
]

const foundColumn: Column<Row> = { key: 'found', title: '治理', width: 90, render: (row) => <FoundButton words="立项" label={`${row.place || row.areaName}${row.matter.name}，立项治理`} from={{ events: row.events, matter: row.matter.code }} /> }

/** Where the same matter came back three times or more. */
export function RecurringTable({ filter }: { filter: InsightFilter }) {
  const { from, until, area } = questionOf(filter)
  const mayFound = useMay('governance.found')
  const query = useAsk('insight', 'recurring', { from, until, area }, { keepsLast: true, freshMs: 60_000 })
  return (
    <>
      <p className="faint" style={{ marginBottom: 8 }}>同一事项在同一地点（同一楼幢，或约 50 米见方）期内上报 3 次及以上，作废的和分件除外，最多看一年。{query.data && `共 ${query.data.total} 处${query.data.places > 0 ? `，占有上报的 ${query.data.places.toLocaleString('zh-CN')} 处的 ${numberWords(query.data.total / query.data.places, 'share')}（复发率）` : ''}${query.data.total > query.data.rows.length ? `，列出次数最多的 ${query.data.rows.length} 处` : ''}。`}</p>
      <DataTable label="复发点" query={query} columns={mayFound ? [...columnsFor(filter), foundColumn] : columnsFor(filter)} rowKey={(row) => `${row.matter.code} ${row.events[0]}`} empty={<Nothing words="这段时间没有复发点" />} />
    </>
  )
}
