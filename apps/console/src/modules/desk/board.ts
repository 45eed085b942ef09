import type { Asked } from '@linli/contract'
import { eventStatus } from '@linli/contract/words/index'
import type { EventStatus } from '@linli/contract/words/index'
import { flag, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'

export interface Lane { key: string, title: string, status: EventStatus[], order: 'due' | 'newest' }

const lane = (status: EventStatus): Lane => ({ key: status, title: eventStatus[status], status: [status], order: 'due' })

/** The straight way from left to right, and what rests or is aside at the end: that has no limit to be ordered by. */
export const lanes: Lane[] = [
  ...(['reported', 'accepted', 'filed', 'dispatched', 'handling', 'feedback', 'checked', 'revisited'] as const).map(lane),
  { key: 'aside', title: '补充、核实、挂账等', status: ['needInfo', 'verifying', 'selfHandled', 'needDetail', 'suspended', 'split', 'transferred'], order: 'newest' },
]

export const boardFields = { text: word(), area: word(), unit: word(), matter: word(), isMine: flag(), isOverdue: flag() }
export type BoardFilter = Values<typeof boardFields>

const cardsOfLane = 10

export const questionOf = ({ status, order }: Lane, filter: BoardFilter, after?: string): Asked<'event', 'list'> => ({ ...filter, status, order, after, limit: cardsOfLane })
