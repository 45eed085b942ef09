import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { Option } from './field.ts'

/** A code table as the office has it. */
export const useCodes = (table: string): Option[] | undefined => useAsk('dictionary', 'entries', { table }, { freshMs: longFresh }).data?.rows
