import { useCallback, useRef } from 'react'
import { callOnce } from '../../kernel/call.ts'
import type { GridColumn } from '../../parts/grid/column.ts'
import type { SheetRow } from '../../parts/grid/sheet.ts'
import { useHandIn } from '../../parts/grid/use-hand-in.ts'
import { alikeIn } from '../person/alike.tsx'
import type { Alike } from '../person/alike.tsx'
import { faultsFrom } from './entry-rows.ts'
import type { Checker, Entered } from './entry-rows.ts'
import type { Looked } from './use-row-twins.ts'

/** Hands in people, and remembers whom a row was taken for and whom somebody said it is not. */
export function useEntry(columns: readonly GridColumn[], check: Checker) {
  const alike = useRef(new WeakMap<SheetRow, readonly Alike[]>())
  const apart = useRef(new WeakMap<SheetRow, string[]>())
  const enter = (input: Entered, row: SheetRow, key: string) => callOnce(key)('person', 'enter', { ...input, isSomebodyElse: apart.current.get(row) ?? [] }).catch((fault: unknown) => {
    const people = alikeIn(fault)
    if (people) alike.current.set(row, people)
    throw fault
  })
  const { say, ...hand } = useHandIn({ check, enter, faultsFrom: (problem) => faultsFrom(problem, columns), topics: ['person', 'housing', 'find'] })
  /** What the server said of a row before it was handed in. */
  const heard = useCallback((row: SheetRow, { same, elsewhere, rows }: Looked) => {
    const [key, words] = same ? ['certificateNumber', `这个证件号码已登记：${same.name}`] : elsewhere ? ['certificateNumber', `这个证件号码已在${elsewhere}登记，请申请迁入`] : ['name', `可能已经登记过：${rows.map(({ name }) => name).slice(0, 3).join('、')}`]
    if (!same && !elsewhere && rows.length === 0) return
    if (!same && !elsewhere) alike.current.set(row, rows)
    say(row, columns.map((column) => (column.key === key ? words : undefined)))
  }, [columns, say])
  const alikeTo = (row: SheetRow): readonly Alike[] => alike.current.get(row) ?? []
  const tellApart = (row: SheetRow, ids: readonly string[]) => {
    apart.current.set(row, [...apart.current.get(row) ?? [], ...ids])
    const left = alikeTo(row).filter(({ id }) => !ids.includes(id))
    alike.current.set(row, left)
    // Drawn anew either way; what was said stands until nobody is left.
    say(row, left.length === 0 ? undefined : hand.faultsOf(row))
  }
  return { hand, alikeTo, heard, tellApart }
}
