import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import styles from './card-list.module.css'
import type { Choice, Column } from './column.ts'

interface CardListProps<R> { label: string, rows: R[], columns: Column<R>[], rowKey: (row: R) => string, card?: (row: R) => ReactNode, choice?: Choice<R> }

/** A table's rows one below the other, for a phone. */
export const CardList = <R extends object>({ label, rows, columns, rowKey, card, choice }: CardListProps<R>) => (
  <ul aria-label={label} className={styles.list}>
    {rows.map((row) => <li key={rowKey(row)} className={choice ? `${styles.card} ${styles.chosen}` : styles.card}>{choice && <Pick row={row} id={rowKey(row)} choice={choice} />}{card ? card(row) : <Stacked row={row} columns={columns} />}</li>)}
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

const Pick = <R extends object>({ row, id, choice: { keys, change, words } }: { row: R, id: string, choice: Choice<R> }) => (
  <Checkbox aria-label={`选择“${words(row)}”`} checked={keys.includes(id)} onChange={({ target }) => change(target.checked ? [...keys, id] : keys.filter((key) => key !== id))} />
)
