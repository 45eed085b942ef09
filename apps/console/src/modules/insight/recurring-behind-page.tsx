import { useAsk } from '../../kernel/ask.ts'
import { word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { addressOf, insightFields, questionOf } from './insight-filter.ts'
import { behindColumns } from './behind-columns.tsx'

const fields = { ...insightFields, like: word() }
const columns = behindColumns.filter(({ key }) => key !== 'on' && key !== 'times')

/** Everything that came back at one place. */
export default function RecurringBehindPage() {
  const { filter: { like = '', ...filter } } = useFilter(fields)
  const pager = usePager()
  const { from, until, area } = questionOf(filter)
  const query = useAsk('insight', 'recurringEvents', { from, until, area, like, after: pager.after, limit: 20 }, { keepsLast: true })
  const [first] = query.data?.rows ?? []
  useRowKeys()
  return (
    <>
      <PageHeader title={`复发点：${first ? `${first.areaName} ${first.matter}` : '事件'}`} hint="同一地点、同一事项期内上报的全部事件，作废的和分件除外。" back={{ to: `/insight?${addressOf(filter, { tab: 'recurring' })}`, words: '复发点' }} />
      <DataTable label="复发点的事件" query={query} columns={columns} rowKey={({ id }) => id} pager={pager} empty={<Nothing words="没有事件" />} />
    </>
  )
}
