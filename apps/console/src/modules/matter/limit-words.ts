import { limitUnit } from '@linli/contract/words/index'
import type { LimitUnit } from '@linli/contract/words/index'

export interface Limit { amount: number, unit: LimitUnit }

/** A limit as the office writes it: 4 工作时. */
export const limitWords = (limit: Limit | null): string => limit ? `${limit.amount} ${limitUnit[limit.unit]}` : '—'
