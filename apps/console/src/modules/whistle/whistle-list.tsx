import { whistleKind, whistleStatus } from '@linli/contract/words/index'
import { Button, Checkbox, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { whistleCard, whistleColumns } from './whistle-columns.tsx'
import { questionOf, whistleFields } from './whistle-filter.ts'

const options = <T extends string>(words: Record<T, string>) => (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

export function WhistleList() {
  const { filter, isFiltered, change, clear } = useFilter(whistleFields)
  const pager = usePager()
  const isUnit = useMe().side === 'unit'
  const query = useAsk('whistle', 'list', questionOf(filter, pager.after), { keepsLast: true })
  useRowKeys()
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear}>
        <Select mode="multiple" maxTagCount={1} allowClear aria-label="状态" placeholder="状态" style={{ width: 150 }} options={options(whistleStatus)} value={filter.status ?? []} onChange={(status) => change({ status })} />
        <Select allowClear aria-label="哨别" placeholder="哨别" style={{ width: 130 }} options={options(whistleKind)} value={filter.kind} onChange={(kind) => change({ kind })} />
        {!isUnit && <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 150 }} value={filter.area} onChange={(area) => change({ area })} />}
        {!isUnit && <UnitSelect allowClear aria-label="召集单位" placeholder="召集单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change({ unit })} />}
        <DayRange aria-label="吹哨日期" placeholder={['吹哨自', '至']} from={filter.from} until={filter.until} onChange={change} />
        <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked })}>等我办理</Checkbox>
        <Checkbox checked={filter.isLate ?? false} onChange={(event) => change({ isLate: event.target.checked })}>有逾期</Checkbox>
      </FilterBar>
      <DataTable label="吹哨列表" query={query} columns={whistleColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 次`} card={whistleCard}
        empty={isFiltered ? <Nothing words="没有符合条件的吹哨"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words={isUnit ? '街道还没有召集过本单位' : '还没有吹过哨'} />} />
    </>
  )
}
