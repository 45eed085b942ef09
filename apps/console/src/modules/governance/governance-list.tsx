import { DownloadOutlined } from '@ant-design/icons'
import { governanceStatus } from '@linli/contract/words/index'
import type { GovernanceStatus } from '@linli/contract/words/index'
import { useMutation } from '@tanstack/react-query'
import { App, Button, Checkbox, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useMe } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { governanceCard, governanceColumns } from './governance-columns.tsx'
import { governanceFields, questionOf } from './governance-filter.ts'
import type { GovernanceFilter } from './governance-filter.ts'

const statusOptions = (Object.entries(governanceStatus) as [GovernanceStatus, string][]).map(([value, label]) => ({ value, label }))

export function GovernanceList() {
  const { filter, isFiltered, change, clear } = useFilter(governanceFields)
  const pager = usePager()
  const isUnit = useMe().side === 'unit'
  const query = useAsk('governance', 'list', questionOf(filter, pager.after), { keepsLast: true })
  useRowKeys()
  return (
    <>
      <FilterBar search={{ label: '搜索标题、地点', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear} tools={<ExportButton filter={filter} />}>
        <Select mode="multiple" maxTagCount={1} allowClear aria-label="状态" placeholder="状态" style={{ width: 150 }} options={statusOptions} value={filter.status ?? []} onChange={(status) => change({ status })} />
        <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 140 }} value={filter.matter} onChange={(matter) => change({ matter })} />
        {!isUnit && <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 150 }} value={filter.area} onChange={(area) => change({ area })} />}
        {!isUnit && <UnitSelect allowClear aria-label="责任单位" placeholder="责任单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change({ unit })} />}
        <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked || undefined })}>等我办理</Checkbox>
        <Checkbox checked={filter.isLate ?? false} onChange={(event) => change({ isLate: event.target.checked || undefined })}>已过计划日期</Checkbox>
        <Checkbox checked={filter.isBack ?? false} onChange={(event) => change({ isBack: event.target.checked || undefined })}>治理后又发生</Checkbox>
      </FilterBar>
      <DataTable label="治理事项列表" query={query} columns={governanceColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 项`} card={governanceCard}
        empty={isFiltered ? <Nothing words="没有符合条件的治理事项"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words={isUnit ? '还没有由本单位负责的治理事项' : '还没有治理事项'} />} />
    </>
  )
}

/** What is filtered, as a spreadsheet; the export is on record. */
function ExportButton({ filter }: { filter: GovernanceFilter }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('governance', 'export', filter),
    onSuccess: ({ fileName, xlsx, rows, isMore }) => { saveSpreadsheet(fileName, xlsx); void message.success(isMore ? `已导出最新的 ${rows} 项，其余请缩小筛选范围` : `已导出 ${rows} 项`) },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出符合筛选的治理事项，导出会留下记录" onClick={() => job.mutate()}>导出 Excel</Button>
}
