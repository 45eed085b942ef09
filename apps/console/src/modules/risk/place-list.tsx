import { DownloadOutlined } from '@ant-design/icons'
import { placeKinds } from '@linli/contract/words/index'
import { useMutation } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { saveSpreadsheet } from '../../parts/download.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { scoredCard, scoredColumns } from './risk-columns.tsx'
import { placeFields } from './risk-filter.ts'
import { RiskFilters } from './risk-filters.tsx'

/** Buildings, homes, grids, enterprises and things, the highest score first. */
export function PlaceList() {
  const { filter, isFiltered, change, clear } = useFilter(placeFields)
  const pager = usePager()
  const asked = { ...filter, kind: filter.kind ?? placeKinds[0] }
  const query = useAsk('risk', 'list', { ...asked, after: pager.after, limit: 20 }, { keepsLast: true })
  useRowKeys()
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<ExportButton asked={asked} />}><RiskFilters kinds={placeKinds} filter={filter} change={change} isOfScores /></FilterBar>
      <DataTable label="地点风险列表" query={query} columns={scoredColumns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 处`} card={scoredCard} empty={<Nothing words="没有符合条件的地点">{isFiltered && <Button onClick={clear}>清除筛选</Button>}</Nothing>} />
    </>
  )
}

/** What is filtered, as a spreadsheet; the export is on record. */
function ExportButton({ asked }: { asked: Parameters<typeof call<'risk', 'export'>>[2] }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('risk', 'export', asked),
    onSuccess: ({ fileName, xlsx, rows, isMore }) => { saveSpreadsheet(fileName, xlsx); void message.success(isMore ? `已导出分值最高的 ${rows} 处，其余请缩小筛选范围` : `已导出 ${rows} 处`) },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} title="导出符合筛选的地点，导出会留下记录" onClick={() => job.mutate()}>导出 Excel</Button>
}
