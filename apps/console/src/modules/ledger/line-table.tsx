import { Link } from 'react-router'
import type { Pager } from '../../parts/address/use-pager.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { widthOf } from './ledger-words.ts'
import type { Cell } from './ledger-words.ts'
import styles from './ledger.module.css'

/** `to`: the page of the record that a line is of. */
interface Line { key: string, cells: Cell[], to?: string | undefined }
interface Lines { rows: Line[], next: string | null, columns: { label: string }[] }
interface LineTableProps {
  label: string
  query: { data: Lines | undefined, error: Error | null, isPending: boolean, isFetching: boolean, refetch: () => unknown }
  pager?: Pager
  words?: string
}

/** Lines of a ledger under the names the office has for its columns. */
export const LineTable = ({ label, query, pager, words }: LineTableProps) => (
  <DataTable label={label} query={query} pager={pager} words={words} rowKey={({ key }) => key} empty={<Nothing words="没有符合条件的" />}
    columns={(query.data?.columns ?? []).map((column, at): Column<Line> => ({ key: String(at), title: column.label, width: widthOf((query.data?.rows ?? []).map(({ cells }) => cells[at] ?? null)), isFixed: at === 0, render: ({ cells, to }) => at === 0 && to !== undefined ? <Link to={to}>{cells[0] ?? '查看'}</Link> : <Words cell={cells[at] ?? null} /> }))} />
)

/** What is told at length is read whole on the page of the record. */
const Words = ({ cell }: { cell: Cell }) => typeof cell === 'string' && cell.length > 40 ? <span className={styles.long} title={cell}>{cell}</span> : cell ?? '—'
