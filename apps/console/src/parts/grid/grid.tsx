import { useVirtualizer } from '@tanstack/react-virtual'
import { useId, useMemo, useRef, useState } from 'react'
import type { MouseEvent, RefObject } from 'react'
import { CellInput } from './cell-input.tsx'
import { leftsOf, numberWidth, rowHeight } from './column.ts'
import type { GridColumn } from './column.ts'
import { GridRow } from './grid-row.tsx'
import styles from './grid.module.css'
import { drawDown, go, rangeOf, settle, textAt, type } from './sheet.ts'
import type { Derive, Sheet, SheetRow, Spot } from './sheet.ts'
import { spotAt, useDrag } from './use-drag.ts'
import { useInSight } from './use-in-sight.ts'

export interface GridProps {
  label: string
  columns: readonly GridColumn[]
  /** So many columns stay in sight on the left. */
  frozen?: number
  sheet: Sheet
  change: (next: (sheet: Sheet) => Sheet) => void
  derive?: Derive
  /** What is wrong with each cell of a row, in Chinese; asked again only when the row changed. */
  faultsOf: (row: SheetRow) => readonly (string | undefined)[]
  isLocked?: boolean
  /** The box that is typed in, for who wants to lead there. */
  input: RefObject<HTMLTextAreaElement | null>
}

/** A sheet to type in as in Excel. One transparent box lies on the active cell and always has the focus, so that the first letter of a Chinese input method is never lost. */
export function Grid({ label, columns, frozen = 1, sheet, change, derive, faultsOf, isLocked = false, input }: GridProps) {
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- only numbers of it go on to rows that are kept
  const rows = useVirtualizer({ count: sheet.rows.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 8 })
  const lefts = useMemo(() => leftsOf(columns), [columns])
  const width = numberWidth + lefts.total
  const [drawn, setDrawn] = useState<number>()
  const range = rangeOf(sheet)
  useInSight(scroller, sheet.typing === null ? sheet.to : sheet.at, { lefts, columns, frozen, isTyping: sheet.typing !== null })
  const pick = (spot: Spot, isFar: boolean) => {
    input.current?.focus({ preventScroll: true })
    change((now) => go(settle(now, derive), spot, isFar))
  }
  const { row, column } = sheet.at
  const edit = (event: MouseEvent) => !isLocked && (event.target as Element).closest('[role=gridcell]') && change((now) => type(now, textAt(now, now.at), true))
  const drag = useDrag({ rowAt: (event) => spotAt(scroller.current!, event, lefts, columns), pick, draw: setDrawn, drawn: (until) => change((now) => drawDown(now, until, derive)) })
  // Where the active cell lies under the frozen columns, so does its frame.
  const under = `calc(var(--scrolled, 0px) + ${(lefts.at[frozen] ?? 0) - lefts.at[column]!}px)`
  return (
    <div ref={scroller} className={styles.grid} onDoubleClick={edit} onScroll={({ currentTarget }) => currentTarget.style.setProperty('--scrolled', `${currentTarget.scrollLeft}px`)} {...drag}>
      <div role="grid" aria-label={label} aria-rowcount={sheet.rows.length + 1} aria-colcount={columns.length + 1} aria-multiselectable style={{ width }}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            <div role="columnheader" aria-label="行号" className={styles.corner} style={{ width: numberWidth }} />
            {columns.map(({ key, title, hint, isRequired, width: wide }, at) => (
              <div key={key} role="columnheader" title={hint} className={at < frozen ? `${styles.title} ${styles.frozen}` : styles.title} style={{ width: wide, ...(at < frozen && { left: numberWidth + lefts.at[at]! }) }}>
                {title}{isRequired && <span className={styles.must} title="必填"> *</span>}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => (
            <GridRow key={sheet.rows[index]!.id} id={id} row={sheet.rows[index]!} index={index} top={start} columns={columns} lefts={lefts.at} frozen={frozen} faults={faultsOf(sheet.rows[index]!)}
              left={index >= range.top && index <= range.bottom ? range.left : -1} right={index >= range.top && index <= range.bottom ? range.right : -1}
              isCorner={index === range.bottom} isDrawn={drawn !== undefined && index > range.bottom && index <= drawn} />
          ))}
        </div>
      </div>
      <div className={styles.line} style={{ top: (row + 1) * rowHeight, width }}>
        <div className={column < frozen ? styles.activeFrozen : styles.active} style={{ width: columns[column]!.width, left: numberWidth + lefts.at[column]!, ...(column < frozen ? { marginLeft: numberWidth + lefts.at[column]! } : { clipPath: `inset(0 -100vw -100vh ${under})` }) }}>
          <CellInput input={input} id={id} columns={columns} sheet={sheet} change={change} derive={derive} fault={faultsOf(sheet.rows[row]!)[column]} isLocked={isLocked} />
        </div>
      </div>
    </div>
  )
}
