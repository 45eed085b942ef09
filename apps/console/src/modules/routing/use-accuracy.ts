import type { Output } from '@linli/contract'
import { addDays, dayOf } from '@linli/standards/day'
import { useAsk } from '../../kernel/ask.ts'

export type Accuracy = Output<'routing', 'accuracy'>['rules'][number]

/** Thirty days up to today, as the try-out looks back. */
export const lastDays = () => ({ from: addDays(dayOf(new Date()), -29), until: dayOf(new Date()) })

export const useAccuracy = (range: { from: string, until: string }) => useAsk('routing', 'accuracy', range, { keepsLast: true, freshMs: 60_000 })
