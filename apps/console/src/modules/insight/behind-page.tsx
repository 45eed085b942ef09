import { useAsk } from '../../kernel/ask.ts'
import { oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { behindColumns } from './behind-columns.tsx'
import { addressOf, insightFields, questionOf } from './insight-filter.ts'
import type { InsightFilter } from './insight-filter.ts'

/** `hour`: of what was reported alone. */
const partField = { part: word(), hour: oneOf(Array.from({ length: 24 }, (_, hour) => String(hour))) }

/** What is listed, and how many it should be. */
function useNumber(filter: InsightFilter, part: string, hour: string | undefined): { label: string, count: number } | undefined {
  const { from, until, area } = questionOf(filter)
  const figures = useAsk('insight', 'figures', questionOf(filter), { isWanted: hour === undefined, freshMs: 60_000 })
  const structure = useAsk('insight', 'structure', { from, until, area }, { isWanted: hour !== undefined, freshMs: 60_000 })
  if (hour !== undefined) return structure.data && { label: `${hour} 时上报`, count: structure.data.hours[Number(hour)]! }
  return figures.data?.figures.flatMap(({ parts }) => parts).find(({ name }) => name === part)
}

/** The events behind one number of the statistics. */
export default function BehindPage() {
  const { filter } = useFilter(insightFields)
  const { filter: { part = 'reported', hour } } = useFilter(partField)
  const pager = usePager()
  const query = useAsk('insight', 'events', { ...questionOf(filter), part, hour: hour === undefined ? undefined : Number(hour), after: pager.after, limit: 20 }, { keepsLast: true })
  const found = useNumber(filter, part, hour)
  useRowKeys()
  return (
    <>
      <PageHeader title={`统计清单：${found?.label ?? '事件'}`} hint={found && `共 ${found.count.toLocaleString('zh-CN')} 件次，按发生的日子排列，同一天发生多次的只列一行，次数相加就是统计数。`} back={{ to: `/insight?${addressOf(filter, { tab: hour && 'structure' })}`, words: '统计分析' }} />
      <DataTable label="统计清单" query={query} columns={behindColumns} rowKey={(row) => `${row.on} ${row.id}`} pager={pager} empty={<Nothing words="没有事件" />} />
    </>
  )
}
