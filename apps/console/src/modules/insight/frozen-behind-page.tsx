import { useAsk } from '../../kernel/ask.ts'
import { word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { behindColumns } from './behind-columns.tsx'
import { monthWords } from './frozen-months.tsx'

const fields = { area: word(), month: word(), part: word() }

/** The events behind a frozen number, as they counted when the month was kept; how they stand is of today. */
export default function FrozenBehindPage() {
  const { filter: { area = '', month = '', part = '' } } = useFilter(fields)
  const pager = usePager()
  const told = useAsk('insight', 'frozen', { area, month })
  const query = useAsk('insight', 'frozenEvents', { area, month, part, after: pager.after, limit: 20 }, { keepsLast: true })
  const figure = told.data?.figures.find((one) => one.part === part)
  useRowKeys()
  return (
    <>
      <PageHeader title={`固化清单：${told.data ? `${told.data.areaName} ${monthWords(month)} ` : ''}${figure?.label ?? '事件'}`}
        hint={figure && `固化时共 ${figure.numerator.toLocaleString('zh-CN')} 件次，次数相加就是固化的统计数；状态是现在的。`} back={{ to: '/insight?tab=frozen', words: '统计分析' }} />
      <DataTable label="固化清单" query={query} columns={behindColumns} rowKey={(row) => `${row.on} ${row.id}`} pager={pager} empty={<Nothing words="没有事件" />} />
    </>
  )
}
