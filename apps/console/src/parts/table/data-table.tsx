import { Table } from 'antd'
import type { ReactNode } from 'react'
import type { Pager } from '../address/use-pager.ts'
import { Answer, Nothing, Waiting } from '../states.tsx'
import { useNarrow } from '../use-media.ts'
import { CardList } from './card-list.tsx'
import type { Choice, Column } from './column.ts'
import styles from './data-table.module.css'
import { headOnly } from './head-only.tsx'
import { PagerBar } from './pager-bar.tsx'

interface ListQuery<R> {
  data: { rows: R[], next?: string | null } | undefined
  error: Error | null
  isPending: boolean
  isFetching: boolean
  refetch: () => unknown
}

interface DataTableProps<R> {
  /** Said to those who cannot see the page. */
  label: string
  query: ListQuery<R>
  columns: Column<R>[]
  rowKey: (row: R) => string
  pager?: Pager
  /** Beside the pages: how many there are. */
  words?: string
  empty?: ReactNode
  /** How a row looks on a phone; without it the columns are stacked. */
  card?: (row: R) => ReactNode
  rowClass?: (row: R) => string | undefined
  /** Rows may be chosen, also over several pages. */
  choice?: Choice<R>
}

/** A list paged by the server: a table on a desk, cards on a phone, and every state in between. */
export function DataTable<R extends object>({ label, query, columns, pager, words, ...rest }: DataTableProps<R>) {
  return (
    <div className={styles.box} aria-busy={query.isFetching}>
      <Answer query={query} waiting={<Waiting />}>
        {({ rows, next }) => (
          <>
            {rows.length === 0 ? <div className={styles.empty}>{rest.empty ?? <Nothing words="没有记录" />}</div> : <Rows label={label} rows={rows} columns={columns} {...rest} />}
            {pager && (rows.length > 0 || pager.after) && <PagerBar pager={pager} next={next} words={words} />}
          </>
        )}
      </Answer>
    </div>
  )
}

/** Columns without a width share what is left, but never less than a title needs; a table too wide for its page is moved within it. */
const least = <R extends object>(columns: Column<R>[]): number => columns.reduce((sum, { width }) => sum + (width ?? 220), 0)

type RowsProps<R> = Pick<DataTableProps<R>, 'label' | 'columns' | 'rowKey' | 'card' | 'rowClass' | 'choice'> & { rows: R[] }

function Rows<R extends object>({ label, rows, columns, rowKey, card, rowClass, choice }: RowsProps<R>) {
  const isNarrow = useNarrow()
  if (isNarrow) return <CardList label={label} rows={rows} columns={columns} rowKey={rowKey} card={card} choice={choice} />
  return (
    <Table<R>
      aria-label={label}
      className={styles.table}
      size="small"
      pagination={false}
      scroll={{ x: least(columns) }}
      dataSource={rows}
      rowKey={rowKey}
      rowSelection={choice && {
        selectedRowKeys: choice.keys, preserveSelectedRowKeys: true, columnWidth: 36, columnTitle: headOnly, onChange: (keys) => choice.change(keys.map(String)),
        getCheckboxProps: (row) => ({ 'aria-label': `选择“${choice.words(row)}”` }) as object, getTitleCheckboxProps: () => ({ 'aria-label': '选择本页全部' }),
      }}
      rowClassName={(row) => rowClass?.(row) ?? ''}
      columns={columns.map(({ key, title, width, render }) => ({ key, title, width, render: (_, row) => render(row) }))}
    />
  )
}
