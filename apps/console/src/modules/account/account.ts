import type { Output } from '@linli/contract'
import { longFresh, useAsk } from '../../kernel/ask.ts'

export type Account = Output<'account', 'get'>
export type Role = Output<'account', 'roles'>['rows'][number]
/** A resident, as an administrator who looked for them learns. */
export type Resident = NonNullable<Output<'account', 'findResident'>['resident']>

export const useRoles = () => useAsk('account', 'roles', {}, { freshMs: longFresh })

export const isLocked = (account: Account): boolean => account.lockedUntil !== null && Date.parse(account.lockedUntil) > Date.now()
