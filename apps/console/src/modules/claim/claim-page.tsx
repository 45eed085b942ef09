import { claimStatus, recordKind } from '@linli/contract/words/index'
import { Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { claimCard, claimColumns } from './claim-columns.tsx'
import { claimFilter, claimKinds, claimStatuses } from './claim-view.ts'

/** What was told from the edge, or by a source that does not win by itself: side by side with what stands, for somebody to decide. */
export default function ClaimPage() {
  const { filter, isFiltered, change, clear } = useFilter(claimFilter)
  const pager = usePager()
  const status = filter.status ?? 'open'
  const query = useAsk('claim', 'list', { ...filter, status, after: pager.after, limit: 20 }, { keepsLast: true, isLogged: true })
  const [keys, setKeys] = useState<string[]>([])
  const mayDecide = useMay('base.edit') && status === 'open'
  useRowKeys()
  return (
    <>
      <PageHeader title="更正建议" hint="楼道长上报的变动，以及与现有登记不一致的其他来源。采纳后写进档案，不采纳档案不变。" />
      <FilterBar isFiltered={isFiltered} clear={() => { setKeys([]); clear() }}>
        <AreaSelect allowClear aria-label="辖区" placeholder="社区、网格或楼幢" style={{ width: 200 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="记录种类" placeholder="记录种类" style={{ width: 160 }} value={filter.kind} options={claimKinds.map((value) => ({ value, label: recordKind[value] }))} onChange={(kind) => change({ kind })} />
        <Select aria-label="办理情况" style={{ width: 150 }} value={status} options={claimStatuses.map((value) => ({ value, label: claimStatus[value] }))} onChange={(next) => { setKeys([]); change({ status: next === 'open' ? undefined : next }) }} />
      </FilterBar>
      {mayDecide && keys.length > 0 && <BulkBar keys={keys} clear={() => setKeys([])} />}
      <DataTable label="更正建议" query={query} columns={claimColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 条`} card={claimCard}
        choice={mayDecide ? { keys, change: setKeys, words: (row) => `${row.record.name}的${row.label}` } : undefined}
        empty={<Nothing words={status === 'open' ? '没有等待处理的建议' : '没有这样的建议'} />} />
    </>
  )
}
