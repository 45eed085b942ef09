import { memo } from 'react'
import { numberWidth } from './column.ts'
import type { GridColumn } from './column.ts'
import styles from './grid.module.css'
import type { SheetRow } from './sheet.ts'

interface GridRowProps {
  id: string
  row: SheetRow
  index: number
  top: number
  columns: readonly GridColumn[]
  lefts: readonly number[]
  frozen: number
  faults: readonly (string | undefined)[]
  /** The chosen columns; -1 where the row is not among the chosen. */
  left: number
  right: number
  /** The last chosen row, with the handle at its corner. */
  isCorner: boolean
  isDrawn: boolean
}

/** One row, drawn anew only when something of it changed. */
export const GridRow = memo(function GridRow({ id, row, index, top, columns, lefts, frozen, faults, left, right, isCorner, isDrawn }: GridRowProps) {
  const isBad = faults.some((fault) => fault !== undefined)
  return (
    <div role="row" aria-rowindex={index + 2} className={styles.row} style={{ transform: `translateY(${top}px)` }}>
      <div role="rowheader" data-spot={-1} className={isBad ? `${styles.number} ${styles.bad}` : styles.number} style={{ width: numberWidth }}>{row.no ?? index + 1}{isBad && <span className="hidden">，有误</span>}</div>
      {columns.map(({ key, width }, at) => {
        const isChosen = at >= left && at <= right
        return (
          <div key={key} id={`${id}-${index}-${at}`} role="gridcell" data-spot={at} aria-colindex={at + 2} aria-selected={isChosen} title={faults[at] ?? row.cells[at]}
            className={[styles.cell, at < frozen && styles.frozen, isChosen && styles.chosen, isDrawn && styles.drawn, faults[at] && styles.fault].filter(Boolean).join(' ')}
            style={{ width, ...(at < frozen && { left: numberWidth + lefts[at]! }) }}>
            {row.cells[at]}{isCorner && at === right && <span data-handle className={styles.handle} aria-hidden />}
          </div>
        )
      })}
    </div>
  )
})
