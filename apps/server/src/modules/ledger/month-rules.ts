import type { LineChange } from '@linli/contract'
import { addMonths, type Day } from '@linli/standards'
import type { Cell } from './cell-rules.ts'

/** A month that has ended may still be frozen so many days into the next: after that what stands is no longer it. */
const graceDays = 10

export const firstOf = (day: Day): Day => `${day.slice(0, 7)}-01`

/** The months that what stands today may be kept for. */
export function openMonths(today: Day): Day[] {
  const present = firstOf(today)
  return Number(today.slice(8)) <= graceDays ? [present, addMonths(present, -1)] : [present]
}

export interface Side { columns: readonly { label: string }[], cells: readonly Cell[], marks: readonly (string | null)[] }
export interface CellChange { label: string, before: Cell, now: Cell }

/** Cells of columns of one name that differ. A masked number that looks the same but is another is told by its mark. */
export function changesOf(before: Side, now: Side): CellChange[] {
  return now.columns.flatMap(({ label }, at) => {
    const was = before.columns.findIndex((column) => column.label === label)
    if (was < 0) return []
    const isSame = (before.cells[was] ?? null) === (now.cells[at] ?? null) && (before.marks[was] ?? null) === (now.marks[at] ?? null)
    return isSame ? [] : [{ label, before: before.cells[was] ?? null, now: now.cells[at] ?? null }]
  })
}

export const kindOf = ({ before, now }: { before: unknown, now: unknown }): LineChange => (before === null ? 'added' : now === null ? 'gone' : 'changed')
