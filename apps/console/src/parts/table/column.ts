import type { ReactNode } from 'react'
import { createMemory } from '../../kernel/memory.ts'
import { createStore, useStore } from '../../kernel/store.ts'
import type { Store } from '../../kernel/store.ts'

export interface Column<R> {
  key: string
  title: string
  render: (row: R) => ReactNode
  width?: number
  /** Always shown: what a row cannot be told by without. */
  isFixed?: boolean
  /** Shown only after it was chosen. */
  isExtra?: boolean
}

/** Rows that are chosen, by key, and what a row is called. */
export interface Choice<R> { keys: string[], change: (keys: string[]) => void, words: (row: R) => string }

/** Only what differs from the start is remembered, so that a column added later appears to everybody. */
export type Chosen = Record<string, boolean>

const memories = new Map<string, Store<Chosen>>()

function memory(table: string): Store<Chosen> {
  const known = memories.get(table) ?? (typeof localStorage === 'undefined' ? createStore<Chosen>({}) : createMemory<Chosen>(`columns.${table}`, {}))
  memories.set(table, known)
  return known
}

export const isShown = (column: Column<never>, chosen: Chosen): boolean => column.isFixed || (chosen[column.key] ?? !column.isExtra)

/** Which columns of a table this browser shows. */
export function useColumns<R>(table: string, columns: Column<R>[]) {
  const store = memory(table)
  const chosen = useStore(store)
  return {
    shown: columns.filter((column) => isShown(column as Column<never>, chosen)),
    choose: (key: string, isOn: boolean) => store.set({ ...store.get(), [key]: isOn }),
    reset: () => store.set({}),
  }
}
