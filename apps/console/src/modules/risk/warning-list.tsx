import { placeKinds } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { warningCard, warningColumns } from './risk-columns.tsx'
import { warningFields } from './risk-filter.ts'
import { RiskFilters } from './risk-filters.tsx'

/** Warnings of places, the newest first. */
export function WarningList() {
  const { filter, isFiltered, change, clear } = useFilter(warningFields)
  const pager = usePager()
  const query = useAsk('risk', 'warnings', { ...filter, after: pager.after, limit: 20 }, { keepsLast: true })
  useRowKeys()
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear}><RiskFilters kinds={placeKinds} filter={filter} change={change} /></FilterBar>
      <DataTable label="风险预警列表" query={query} columns={warningColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 条`} card={warningCard} empty={<Nothing words="没有符合条件的预警">{isFiltered && <Button onClick={clear}>清除筛选</Button>}</Nothing>} />
    </>
  )
}
