import { Refusal } from '@linli/client'
import { useQueryClient } from '@tanstack/react-query'
import { useReducer, useRef, useState } from 'react'
import { callOnce, codeOf, freshKey, wordsOf } from '../../kernel/call.ts'
import { abreast, patiently } from '../../kernel/patient.ts'
import type { GridColumn } from '../../parts/grid/column.ts'
import { handedIn } from '../../parts/grid/sheet.ts'
import type { Sheet, SheetRow } from '../../parts/grid/sheet.ts'
import { faultsFrom } from './sheet-rows.ts'
import type { Checked } from './sheet-rows.ts'

type Faults = readonly (string | undefined)[]
const none: Faults = []

/** Hands in the rows of a sheet that are right; those that were refused stay in it with what the server said. */
export function useHandIn(columns: readonly GridColumn[], check: (row: SheetRow) => Checked) {
  const client = useQueryClient()
  // What the server said of a row holds until the row is changed: then it is another object.
  const said = useRef(new WeakMap<SheetRow, Faults>())
  // Sent again, the same row is not entered twice.
  const keys = useRef(new WeakMap<SheetRow, string>())
  const [times, drawAnew] = useReducer((before: number) => before + 1, 0)
  const [sending, setSending] = useState<{ all: number, done: number, refused: number, isOver: boolean }>()
  const faultsOf = (row: SheetRow): Faults => {
    const checked = check(row)
    return 'faults' in checked ? checked.faults : said.current.get(row) ?? none
  }
  async function handIn(sheet: Sheet, change: (next: (sheet: Sheet) => Sheet) => void): Promise<void> {
    const right = sheet.rows.flatMap((row) => {
      const checked = check(row)
      return 'input' in checked ? [{ row, input: checked.input }] : []
    })
    const done = new Set<number>()
    let refused = 0
    const tell = (isOver: boolean) => setSending({ all: right.length, done: done.size, refused, isOver })
    tell(false)
    await abreast(right, async ({ row, input }) => {
      const key = keys.current.get(row) ?? freshKey()
      keys.current.set(row, key)
      try {
        await patiently(() => callOnce(key)('logbook', 'enter', input))
        done.add(row.id)
      } catch (fault) {
        refused += 1
        if (codeOf(fault) !== 'server.busy') keys.current.delete(row)
        said.current.set(row, faultsFrom(fault instanceof Refusal ? fault.problem : { title: wordsOf(fault) }, columns))
      }
      tell(false)
    })
    change((now) => handedIn(now, done))
    void client.invalidateQueries({ queryKey: ['logbook'] })
    drawAnew()
    tell(true)
  }
  return { faultsOf, said: times, handIn, sending }
}
