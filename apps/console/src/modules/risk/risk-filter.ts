import { careKinds, placeKinds, warnedColours, warningState } from '@linli/contract/words/index'
import type { WarningState } from '@linli/contract/words/index'
import { flag, oneOf, someOf, word } from '../../parts/address/filter.ts'

const scored = { colours: someOf(warnedColours), area: word(), rule: word() }
const told = { ...scored, state: oneOf(Object.keys(warningState) as WarningState[]), isOverdue: flag(), isNew: flag(), isMine: flag() }

/** What can be asked of each list, as it stands in the address. */
export const placeFields = { kind: oneOf(placeKinds), ...scored }
export const careFields = { kind: oneOf(careKinds), show: oneOf(['warning']), ...told }
export const warningFields = { kind: oneOf(placeKinds), ...told }
