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

const Stacked = <R extends object>({ row, columns }: { row: R, columns: Column<R>[] }) => (
  <dl className={styles.stack}>
    {columns.map((column) => (
      <div key={column.key} className={styles.pair}><dt>{column.title}</dt><dd>{column.render(row)}</dd></div>
    ))}
  </dl>
)
