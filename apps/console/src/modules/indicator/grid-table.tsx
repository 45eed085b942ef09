import type { ReactNode } from 'react'
import styles from './indicator.module.css'

interface GridTableProps { label: string, columns: readonly { key: string, title: string, about?: string }[], rows: readonly { area: string, name: string, isSum?: boolean, cells: readonly { shown: ReactNode, tone?: string | undefined }[] }[] }

/** Places below one another and something in each column; head and first column stay in sight. */
export const GridTable = ({ label, columns, rows }: GridTableProps) => (
  <div className={`panel ${styles.wide}`} role="region" aria-label={label} tabIndex={0}>
    <table className={styles.grid}>
      <thead><tr><th scope="col">辖区</th>{columns.map(({ key, title, about }) => <th key={key} scope="col" title={about}>{title}</th>)}</tr></thead>
      <tbody>{rows.map(({ area, name, isSum, cells }) => (
        <tr key={area} className={isSum ? styles.sum : undefined}><th scope="row">{name}</th>{cells.map(({ shown, tone }, at) => <td key={columns[at]!.key} className={tone}>{shown}</td>)}</tr>
      ))}</tbody>
    </table>
  </div>
)
