import { whistleKind, whistleStatus } from '@linli/contract/words/index'
import type { WhistleKind, WhistleStatus } from '@linli/contract/words/index'
import type { Asked } from '@linli/contract'
import { day, flag, oneOf, someOf, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'
import { instantsOf } from '../../parts/when.ts'

/** What can be asked of the list, as it stands in the address. */
export const whistleFields = {
  status: someOf(Object.keys(whistleStatus) as WhistleStatus[]), kind: oneOf(Object.keys(whistleKind) as WhistleKind[]), unit: word(), area: word(), isMine: flag(), isLate: flag(), from: day(), until: day(),
}
export type WhistleFilter = Values<typeof whistleFields>

export const questionOf = ({ from, until, ...filter }: WhistleFilter, after?: string): Asked<'whistle', 'list'> => ({ ...filter, ...instantsOf(from, until), after, limit: 20 })
