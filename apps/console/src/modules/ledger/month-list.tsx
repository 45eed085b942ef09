import type { Output } from '@linli/contract'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { monthWords } from './month-words.ts'

type Month = Output<'ledger', 'months'>['rows'][number]

/** Months of ledgers as they were kept, the newest first. */
export function MonthList() {
  const pager = usePager()
  const query = useAsk('ledger', 'months', { after: pager.after }, { keepsLast: true })
  return <DataTable label="已固化的月份" query={query} columns={columns} rowKey={({ id }) => id} pager={pager} words="新的在前" empty={<Nothing words="还没有固化过。打开一个台账，点“固化本月”。" />} />
}

const columns: Column<Month>[] = [
  { key: 'name', title: '台账', isFixed: true, render: ({ id, name, month }) => <Link to={`/ledger/month/${id}`}>{name} {monthWords(month)}</Link> },
  { key: 'area', title: '辖区', width: 180, render: ({ areaName }) => areaName },
  { key: 'lines', title: '行数', width: 100, render: ({ lines, isFrozen }) => isFrozen ? <span className="number">{lines}</span> : <span className="faint">正在固化</span> },
  { key: 'by', title: '固化', width: 170, render: ({ by, frozenAt }) => <>{by}<br /><span className="faint">{frozenAt && whenWords(frozenAt)}</span></> },
]
