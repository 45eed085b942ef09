import { eventFlag, eventSource, eventStatus, requestKind } from '@linli/contract/words/index'
import type { EventFlag, EventSource, EventStatus, RequestKind } from '@linli/contract/words/index'
import type { Asked } from '@linli/contract'
import { day, flag, oneOf, someOf, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'
import { instantsOf } from '../../parts/when.ts'

/** What can be asked of the event list, as it stands in the address. */
export const eventFields = {
  text: word(),
  status: someOf(Object.keys(eventStatus) as EventStatus[]),
  matter: word(),
  area: word(),
  unit: word(),
  source: someOf(Object.keys(eventSource) as EventSource[]),
  flags: someOf(Object.keys(eventFlag) as EventFlag[]),
  pending: oneOf(Object.keys(requestKind) as RequestKind[]),
  isOverdue: flag(),
  isMine: flag(),
  from: day(),
  until: day(),
  /** Newest first unless the address says otherwise. */
  order: oneOf(['due']),
}

export type EventFilter = Values<typeof eventFields>

/** The question for the server: days become instants, an unknown unit or area in the address is left to the server's refusal. */
export const questionOf = ({ from, until, ...filter }: EventFilter, after?: string): Asked<'event', 'list'> => ({ ...filter, ...instantsOf(from, until), after, limit: 20 })
