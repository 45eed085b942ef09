import type { Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { Nothing } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'

type Seal = Output<'audit', 'seals'>['rows'][number]

const columns: Column<Seal>[] = [
  { key: 'name', title: '街道', isFixed: true, render: (row) => row.name },
  { key: 'subdistrict', title: '代码', width: 140, render: (row) => <span className="number">{row.subdistrict}</span> },
  { key: 'batches', title: '封存批次', width: 120, render: (row) => row.batches.toLocaleString('zh-CN') },
  { key: 'sealed', title: '已封存记录', width: 140, render: (row) => row.sealed.toLocaleString('zh-CN') },
  { key: 'lastAt', title: '最近封存', width: 160, render: (row) => row.lastAt ? whenExact(row.lastAt) : '尚未封存' },
]

/** Records are sealed in batches, each over the one before: what is changed afterwards no longer fits. */
export const Seals = () => (
  <>
    <p className="faint" style={{ marginBottom: 10 }}>记录按批次首尾相接地封存，事后改动任何一条都会被发现。</p>
    <DataTable label="封存情况" query={useAsk('audit', 'seals', {})} columns={columns} rowKey={(row) => String(row.subdistrict)} empty={<Nothing words="还没有封存的批次" />} />
  </>
)
