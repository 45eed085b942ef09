import type { ReactNode } from 'react'
import styles from './card-list.module.css'
import type { Column } from './column.ts'

interface CardListProps<R> { label: string, rows: R[], columns: Column<R>[], rowKey: (row: R) => string, card?: (row: R) => ReactNode }

/** A table's rows one below the other, for a phone. */
export const CardList = <R extends object>({ label, rows, columns, rowKey, card }: CardListProps<R>) => (
  <ul aria-label={label} className={styles.list}>
    {rows.map((row) => <li key={rowKey(row)} className={styles.card}>{card ? card(row) : <Stacked row={row} columns={columns} />}</li>)}
  </ul>
)

/** A dash keeps a table's column aligned; here it would only be a line more. */
const isEmpty = (shown: ReactNode) => shown === '—' || shown === '' || shown === null || shown === false

const Stacked = <R extends object>({ row, columns }: { row: R, columns: Column<R>[] }) => (
  <dl className={styles.stack}>
    {columns.map((column) => ({ ...column, shown: column.render(row) })).filter(({ shown }) => !isEmpty(shown)).map(({ key, title, shown }) => (
      <div key={key} className={styles.pair}><dt>{title}</dt><dd>{shown}</dd></div>
    ))}
  </dl>
)
