import { careKinds } from '@linli/contract/words/index'
import { Radio } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { scoredCard, scoredColumns, warningCard, warningColumns } from './risk-columns.tsx'
import { careFields } from './risk-filter.ts'
import { RiskFilters } from './risk-filters.tsx'

/** People who are cared for and their households: scores, or warnings. Every look is written down; nothing is exported. */
export function CareList() {
  const { filter: { show, ...filter }, isFiltered, change, clear } = useFilter(careFields)
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<span className="faint">每次查看都留下记录，不能导出</span>}>
        <Radio.Group aria-label="看什么" optionType="button" options={[{ value: 'score', label: '分值' }, { value: 'warning', label: '预警' }]} value={show ?? 'score'} onChange={({ target }) => change({ show: target.value === 'warning' ? 'warning' : undefined, state: undefined, isMine: undefined, isOverdue: undefined, isNew: undefined })} />
        <RiskFilters kinds={careKinds} filter={filter} change={change} isOfScores={show !== 'warning'} />
      </FilterBar>
      {show === 'warning' ? <Warnings filter={filter} /> : <Scores filter={filter} />}
    </>
  )
}

type Filter = Omit<ReturnType<typeof useFilter<typeof careFields>>['filter'], 'show'>

function Scores({ filter: { kind = careKinds[0], colours, area, rule } }: { filter: Filter }) {
  const pager = usePager()
  const query = useAsk('risk', 'care', { kind, colours, area, rule, after: pager.after, limit: 20 }, { keepsLast: true, isLogged: true })
  useRowKeys()
  return <DataTable label="关爱对象风险列表" query={query} columns={scoredColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 条`} card={scoredCard} empty={<Nothing words="没有关爱对象在蓝色以上" />} />
}

function Warnings({ filter }: { filter: Filter }) {
  const pager = usePager()
  const query = useAsk('risk', 'careWarnings', { ...filter, after: pager.after, limit: 20 }, { keepsLast: true, isLogged: true })
  useRowKeys()
  return <DataTable label="关爱对象预警列表" query={query} columns={warningColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 条`} card={warningCard} empty={<Nothing words="没有符合条件的预警" />} />
}
