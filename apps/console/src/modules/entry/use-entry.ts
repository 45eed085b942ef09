import { Refusal } from '@linli/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useReducer, useRef, useState } from 'react'
import { callOnce, codeOf, freshKey, wordsOf } from '../../kernel/call.ts'
import { abreast, patiently } from '../../kernel/patient.ts'
import type { GridColumn } from '../../parts/grid/column.ts'
import { handedIn, settle } from '../../parts/grid/sheet.ts'
import type { Sheet, SheetRow } from '../../parts/grid/sheet.ts'
import { alikeIn } from '../person/alike.tsx'
import type { Alike } from '../person/alike.tsx'
import { faultsFrom, filledIn } from './entry-rows.ts'
import type { Checker } from './entry-rows.ts'
import type { Looked } from './use-row-twins.ts'

type Faults = readonly (string | undefined)[]
export interface Sending { all: number, done: number, refused: number, isOver: boolean }

const none: Faults = []

/** Checks the rows of a sheet as they are typed, and hands in those that are right. */
export function useEntry(columns: readonly GridColumn[], check: Checker, today: string) {
  const client = useQueryClient()
  // What the server said of a row holds until the row is changed: then it is another object.
  const said = useRef(new WeakMap<SheetRow, Faults>())
  // Sent again, the same row is not entered twice.
  const keys = useRef(new WeakMap<SheetRow, string>())
  // Whom a row was taken for, and whom somebody said it is not.
  const alike = useRef(new WeakMap<SheetRow, readonly Alike[]>())
  const apart = useRef(new WeakMap<SheetRow, string[]>())
  const [times, drawAnew] = useReducer((before: number) => before + 1, 0)
  const [sending, setSending] = useState<Sending>()
  const isStopped = useRef(false)
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
    isStopped.current = false
    const tell = (isOver: boolean) => setSending({ all: right.length, done: done.size, refused, isOver })
    tell(false)
    await abreast(right, async ({ row, input }) => {
      const key = keys.current.get(row) ?? freshKey()
      keys.current.set(row, key)
      try {
        await patiently(() => callOnce(key)('person', 'enter', { ...input, isSomebodyElse: apart.current.get(row) ?? [] }))
        done.add(row.id)
      } catch (fault) {
        refused += 1
        const people = alikeIn(fault)
        if (people) alike.current.set(row, people)
        // A refusal is not the answer to what is sent next; where nothing answered, the same may have been done.
        if (codeOf(fault) !== 'server.busy') keys.current.delete(row)
        said.current.set(row, faultsFrom(fault instanceof Refusal ? fault.problem : { title: wordsOf(fault) }, columns))
      }
      tell(false)
    }, () => isStopped.current)
    change((now) => handedIn(now, done))
    for (const name of ['person', 'housing', 'find'] as const) void client.invalidateQueries({ queryKey: [name] })
    tell(true)
  }
  /** What the server said of a row before it was handed in. */
  const heard = useCallback((row: SheetRow, { same, elsewhere, rows }: Looked) => {
    const [key, words] = same ? ['certificateNumber', `这个证件号码已登记：${same.name}`] : elsewhere ? ['certificateNumber', `这个证件号码已在${elsewhere}登记，请申请迁入`] : ['name', `可能已经登记过：${rows.map(({ name }) => name).slice(0, 3).join('、')}`]
    if (!same && !elsewhere && rows.length === 0) return
    if (!same && !elsewhere) alike.current.set(row, rows)
    said.current.set(row, columns.map((column) => (column.key === key ? words : undefined)))
    drawAnew()
  }, [columns])
  const alikeTo = (row: SheetRow): readonly Alike[] => alike.current.get(row) ?? []
  const tellApart = (row: SheetRow, ids: readonly string[]) => {
    apart.current.set(row, [...apart.current.get(row) ?? [], ...ids])
    const left = alikeTo(row).filter(({ id }) => !ids.includes(id))
    alike.current.set(row, left)
    if (left.length === 0) said.current.delete(row)
    drawAnew()
  }
  return { faultsOf, said: times, alikeTo, heard, tellApart, handIn, sending, stop: () => { isStopped.current = true }, derive: (cells: readonly string[], column: number) => filledIn(columns, cells, column, today), settled: (sheet: Sheet) => settle(sheet, (cells, column) => filledIn(columns, cells, column, today)) }
}
