import type { Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import styles from './my-account-page.module.css'

type Entry = Output<'audit', 'mine'>['rows'][number]

const columns: Column<Entry>[] = [
  { key: 'at', title: '时间', width: 150, isFixed: true, render: (row) => <span className="number">{whenExact(row.at)}</span> },
  { key: 'title', title: '动作', isFixed: true, render: (row) => row.title },
  { key: 'post', title: '岗位', width: 160, render: (row) => row.actorPost ?? '—' },
  { key: 'address', title: '网络地址', width: 150, render: (row) => row.address ?? '—' },
]

/** What I did: everybody may see their own entries of the journal. */
export function MyJournal() {
  const pager = usePager()
  const query = useAsk('audit', 'mine', { after: pager.after, limit: 10 }, { keepsLast: true })
  return (
    <section className={styles.wide} aria-labelledby="journal">
      <h2 id="journal" className="panel-title" style={{ borderBottom: 0, paddingInline: 2 }}>我的操作记录</h2>
      <DataTable label="我的操作记录" query={query} columns={columns} rowKey={(row) => row.id} pager={pager} empty={<Nothing words="还没有操作记录" />} />
    </section>
  )
}
