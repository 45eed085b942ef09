import type { Asked } from '@linli/contract'
import { governanceStatus } from '@linli/contract/words/index'
import type { GovernanceStatus } from '@linli/contract/words/index'
import { flag, oneOf, someOf, word } from '../../parts/address/filter.ts'
import type { Values } from '../../parts/address/filter.ts'

/** What can be asked of the list, as it stands in the address. */
export const governanceFields = { text: word(), status: someOf(Object.keys(governanceStatus) as GovernanceStatus[]), matter: word(), area: word(), unit: word(), isMine: flag(), isLate: flag(), isBack: flag() }
export type GovernanceFilter = Values<typeof governanceFields>

export const questionOf = (filter: GovernanceFilter, after?: string): Asked<'governance', 'list'> => ({ ...filter, after, limit: 20 })

export const clueFields = { clue: oneOf(['merged', 'wide']), days: oneOf(['30', '180']), clueArea: word() }
