import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { Option } from './field.ts'

const useTable = (table: string) => useAsk('dictionary', 'entries', { table, withRetired: true }, { freshMs: longFresh }).data?.rows

/** A code table as the office offers it in forms. */
export const useCodes = (table: string): Option[] | undefined => useTable(table)?.filter(({ isRetired }) => !isRetired)

/** The same to say what a record carries: also codes that are offered no more. */
export const useCodeWords = (table: string): Option[] | undefined => useTable(table)
