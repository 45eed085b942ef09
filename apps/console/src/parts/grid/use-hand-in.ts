import { Refusal } from '@linli/client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useReducer, useRef, useState } from 'react'
import { codeOf, freshKey, wordsOf } from '../../kernel/call.ts'
import { abreast, patiently } from '../../kernel/patient.ts'
import { handedIn } from './sheet.ts'
import type { Sheet, SheetRow } from './sheet.ts'

/** What is wrong with each cell of a row. */
export type Faults = readonly (string | undefined)[]
/** What a row says, or what is wrong with it. */
export type Checked<I> = { input: I } | { faults: Faults }
export interface Sending { all: number, done: number, refused: number, isOver: boolean }
/** What the server says where it refuses. */
export interface Refused { title: string, detail?: string | undefined, fields?: readonly { path: string, message: string }[] | undefined }

interface HandInProps<I> {
  check: (row: SheetRow) => Checked<I>
  /** Enters one row; the same key sent again enters it once. */
  enter: (input: I, row: SheetRow, key: string) => Promise<unknown>
  /** Which cells the server's refusal is about. */
  faultsFrom: (problem: Refused) => Faults
  /** Of which modules what is shown is asked anew. */
  topics: readonly string[]
}

const none: Faults = []

/** Hands in the rows of a sheet that are right; those that were refused stay in it with what the server said. */
export function useHandIn<I>({ check, enter, faultsFrom, topics }: HandInProps<I>) {
  const client = useQueryClient()
  // What the server said of a row holds until the row is changed: then it is another object.
  const said = useRef(new WeakMap<SheetRow, Faults>())
  // Sent again, the same row is not entered twice.
  const keys = useRef(new WeakMap<SheetRow, string>())
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
        await patiently(() => enter(input, row, key))
        done.add(row.id)
      } catch (fault) {
        refused += 1
        // A refusal is not the answer to what is sent next; where nothing answered, the same may have been done.
        if (codeOf(fault) !== 'server.busy') keys.current.delete(row)
        said.current.set(row, faultsFrom(fault instanceof Refusal ? fault.problem : { title: wordsOf(fault) }))
      }
      tell(false)
    }, () => isStopped.current)
    change((now) => handedIn(now, done))
    for (const topic of topics) void client.invalidateQueries({ queryKey: [topic] })
    drawAnew()
    tell(true)
  }
  /** What is known of a row besides what can be read in it; nothing any more where `faults` is left out. */
  const say = useCallback((row: SheetRow, faults?: Faults) => {
    if (faults) said.current.set(row, faults)
    else said.current.delete(row)
    drawAnew()
  }, [])
  return { check, faultsOf, said: times, say, handIn, sending, stop: () => { isStopped.current = true } }
}

/** Each cell its own fault; what is said of the row as a whole stands at `whole`. */
export function faultsIn({ title, detail, fields }: Refused, columns: readonly { key: string }[], { whole, keyOf }: { whole: string, keyOf: (path: string) => string }): Faults {
  const faults = columns.map(({ key }) => fields?.find(({ path }) => keyOf(path) === key)?.message)
  return faults.some((fault) => fault !== undefined) ? faults : columns.map(({ key }) => (key === whole ? detail ?? title : undefined))
}
