import { useEffect, useState } from 'react'
import { isBlank } from './sheet.ts'
import type { SheetRow } from './sheet.ts'

/** How many rows are written and wrong; `looked` of all were looked at. */
export interface Counted { written: number, wrong: number, looked: number, all: number }

/** So long one looks at rows before the page may answer again. */
const sliceMs = 12

/** Counts the rows of a sheet in slices: reading thousands that were just pasted takes longer than a person notices. `check` reads them, `said` counts what the server has said of them. */
export function useCounted(rows: readonly SheetRow[], isWrong: (row: SheetRow) => boolean, { check, said }: { check: unknown, said: number }): Counted {
  const [counted, setCounted] = useState<Counted>({ written: 0, wrong: 0, looked: 0, all: 0 })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const now = { written: 0, wrong: 0, looked: 0, all: rows.length }
    const look = () => {
      const until = performance.now() + sliceMs
      for (; now.looked < rows.length && performance.now() < until; now.looked += 1) {
        const row = rows[now.looked]!
        if (isBlank(row)) continue
        now.written += 1
        if (isWrong(row)) now.wrong += 1
      }
      setCounted((before) => (before.written === now.written && before.wrong === now.wrong && before.looked === now.looked && before.all === now.all ? before : { ...now }))
      if (now.looked < rows.length) timer = setTimeout(look, 0)
    }
    look()
    return () => clearTimeout(timer)
    // Asked anew where rows, their reading or what the server said changed.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- isWrong is another function each time and goes by these
  }, [rows, check, said])
  return counted
}
