import type { Output } from '@linli/contract'
import { planKind } from '@linli/contract/words/index'
import { Segmented } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { oneOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'

type Feature = Output<'mapping', 'plan'>['rows'][number]
const kinds = Object.keys(planKind) as (keyof typeof planKind)[]
const fields = { kind: oneOf(kinds) }

/** What lies under the buildings: roads, water, greens, and places by name. */
export function PlanTab() {
  const { filter, change } = useFilter(fields)
  const pager = usePager()
  const kind = filter.kind ?? 'road'
  const query = useAsk('mapping', 'plan', { kind, after: pager.after }, { keepsLast: true })
  return (
    <>
      <Segmented aria-label="类型" style={{ marginBottom: 8 }} value={kind} onChange={(next) => change({ kind: next })} options={kinds.map((value) => ({ value, label: planKind[value] }))} />
      <DataTable label={planKind[kind]} query={query} columns={columns} rowKey={({ id }) => id} pager={pager} empty={<Nothing words={`还没有${planKind[kind]}`} />} />
    </>
  )
}

const columns: Column<Feature>[] = [
  { key: 'name', title: '名称', isFixed: true, render: ({ name }) => name ?? '—' },
  { key: 'sort', title: '分类', width: 160, render: ({ sort }) => sort ?? '—' },
  { key: 'width', title: '宽度', width: 120, render: ({ width }) => (width === null ? '—' : `${width} 米`) },
  { key: 'code', title: '来源编码', width: 200, render: ({ code }) => code ?? '—' },
]
