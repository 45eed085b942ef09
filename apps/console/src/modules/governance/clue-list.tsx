import { governanceClue } from '@linli/contract/words/index'
import type { GovernanceClue } from '@linli/contract/words/index'
import { Segmented, Select } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { FoundButton } from './found-button.tsx'
import { clueFields } from './governance-filter.ts'
import type { Clue } from './governance-view.ts'
import styles from './governance.module.css'

const meaning: Record<GovernanceClue, string> = {
  place: '同一事项在同一地点（同一楼幢，或约 50 米见方）上报 3 次及以上。', merged: '有两件及以上并入同一件的事件。', wide: '同一事项在一个社区上报 10 件及以上，按统计数。',
}

const columns: Column<Clue>[] = [
  { key: 'matter', title: '事项', width: 140, isFixed: true, render: (row) => row.matter.name },
  { key: 'place', title: '地点', isFixed: true, render: (row) => row.place === row.areaName ? row.areaName : <>{row.place}<br /><span className="faint">{row.areaName}</span></> },
  { key: 'count', title: '件数', width: 70, render: (row) => <strong>{row.count}</strong> },
  { key: 'lastAt', title: '最近一次', width: 130, render: (row) => row.lastAt ? whenWords(row.lastAt) : '—' },
  { key: 'events', title: '最近的事件', width: 110, render: (row) => row.events[0] ? <Link to={`/event/${row.events[0]}`} aria-label={`查看${row.matter.name}最近的事件`}>查看</Link> : '—' },
  { key: 'found', title: '治理', width: 110, render: (row) => row.item ? <Link to={`/governance/${row.item}`}>已立项，查看</Link> : <FoundButton label={`${row.place}${row.matter.name}，立项`} from={row.events.length > 0 ? { events: row.events, matter: row.matter.code } : { matter: row.matter.code, area: row.area, reach: row.reach }} /> },
]

/** What came back and might become an item, founded by one tap. */
export function ClueList() {
  const { filter, change } = useFilter(clueFields)
  const clue = filter.clue ?? 'place'
  const query = useAsk('governance', 'clues', { clue, days: Number(filter.days ?? 90), area: filter.clueArea }, { keepsLast: true, freshMs: 60_000 })
  return (
    <>
      <div className={styles.tools}>
        <Segmented aria-label="线索" value={clue} options={(Object.entries(governanceClue) as [GovernanceClue, string][]).map(([value, label]) => ({ value, label }))} onChange={(value) => change({ clue: value === 'place' ? undefined : value as 'merged' | 'wide' })} />
        <Select aria-label="多少天以内" style={{ width: 130 }} value={filter.days ?? '90'} options={['30', '90', '180'].map((value) => ({ value, label: `最近 ${value} 天` }))} onChange={(days) => change({ days: days === '90' ? undefined : days as '30' | '180' })} />
        <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 160 }} value={filter.clueArea} onChange={(clueArea) => change({ clueArea })} />
      </div>
      <p className="faint" style={{ marginBottom: 8 }}>{meaning[clue]}最多列出 100 条。</p>
      <DataTable label="治理线索" query={query} columns={columns} rowKey={(row) => `${row.matter.code} ${row.area} ${row.events[0] ?? ''}`} empty={<Nothing words="没有这样的线索" />} />
    </>
  )
}
