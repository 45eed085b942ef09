import { useEffect } from 'react'
import type { RefObject } from 'react'
import { numberWidth, rowHeight } from './column.ts'
import type { GridColumn, Lefts } from './column.ts'
import type { Spot } from './sheet.ts'

interface Place { lefts: Lefts, columns: readonly GridColumn[], frozen: number, isTyping: boolean }

/** The cell one moves to or begins to type into is never out of sight, nor under the header or a frozen column. */
export function useInSight(scroller: RefObject<HTMLDivElement | null>, { row, column }: Spot, { lefts, columns, frozen, isTyping }: Place): void {
  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const [top, bottom] = [row * rowHeight, (row + 2) * rowHeight]
    if (top < box.scrollTop) box.scrollTo({ top })
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTo({ top: bottom - box.clientHeight })
    if (column < frozen) return
    const hidden = numberWidth + (lefts.at[frozen] ?? 0)
    const left = numberWidth + lefts.at[column]!
    const right = left + columns[column]!.width
    if (left - hidden < box.scrollLeft) box.scrollTo({ left: left - hidden })
    else if (right > box.scrollLeft + box.clientWidth) box.scrollTo({ left: right - box.clientWidth })
  }, [scroller, row, column, lefts, columns, frozen, isTyping])
}
