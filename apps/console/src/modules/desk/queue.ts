import type { Asked } from '@linli/contract'
import type { EventStatus } from '@linli/contract/words/index'
import { oneOf, someOf, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'
import type { EventView } from '../event/event-view.ts'
import { mainStep } from '../event/step/step-bar.tsx'

/** While somebody is still to do something about it, in the order of its life. */
export const openStatuses: EventStatus[] = ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'handling', 'needDetail', 'suspended', 'split', 'transferred', 'feedback', 'checked', 'revisited']

/** What the desk's address can say. Without a word: what waits for me, the first due first. */
export const queueFields = { text: word(), status: someOf(openStatuses), whose: oneOf(['all']), order: oneOf(['newest']) }
export type QueueFilter = Values<typeof queueFields>

const rowsOfPage = 20

export const questionOf = ({ text, status, whose, order }: QueueFilter, after?: string): Asked<'event', 'list'> => ({
  text, status: status ?? (whose === 'all' ? openStatuses : undefined), isMine: whose === 'all' ? undefined : true, order: order ?? 'due', after, limit: rowsOfPage,
})

/** Which event comes after one has taken a step: the same where one has the next step too, else the one below it, at the end the one above. */
export function nextOf(ids: readonly string[], after: Pick<EventView, 'id' | 'steps'>): string | undefined {
  if (mainStep(after)) return after.id
  const at = ids.indexOf(after.id)
  return ids[at + 1] ?? ids[at - 1]
}
