import type { Asked } from '@linli/contract'
import { eventSource } from '@linli/contract/words/index'
import type { EventSource } from '@linli/contract/words/index'
import { addDays } from '@linli/standards/day'
import { day, oneOf, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'

/** What is asked for, as it stands in the address; `until` is the last day shown. One of unit, matter, source and person holds at a time. */
export const insightFields = {
  from: day(), until: day(), area: word(), unit: word(), matter: word(), source: oneOf(Object.keys(eventSource) as EventSource[]), person: word(),
}
export const tabField = { tab: oneOf(['structure', 'unit', 'area', 'matter', 'post', 'recurring', 'frozen']) }

export type InsightFilter = Values<typeof insightFields>
type Question = Pick<Asked<'insight', 'figures'>, 'from' | 'until' | 'area' | 'unit' | 'matter' | 'source' | 'person'>

/** The server's periods end before a day. */
export const questionOf = ({ until, ...rest }: InsightFilter): Question => ({ ...rest, until: until && addDays(until, 1) })

/** Choosing one of the four lets go of the others. */
export const justOne = (change: Pick<InsightFilter, 'unit' | 'matter' | 'source' | 'person'>): InsightFilter => ({ unit: undefined, matter: undefined, source: undefined, person: undefined, ...change })

/** The same filter behind a number, in the address of its list. */
export function addressOf(filter: InsightFilter, more: Record<string, string | undefined>): string {
  const entries = Object.entries({ ...filter, ...more }).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return new URLSearchParams(entries).toString()
}
