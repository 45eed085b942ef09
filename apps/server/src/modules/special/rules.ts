import type { SpecialStatus } from '@linli/contract'

export interface Switch { status: string, asked_by: string }

/** What stands until somebody asked for it. */
export const statusOf = (row: Pick<Switch, 'status'> | undefined): SpecialStatus => (row?.status ?? 'off') as SpecialStatus

export const mayAsk = (row: Switch | undefined): boolean => ['off', 'refused'].includes(statusOf(row))
/** Not by who asked: two people answer for it. */
export const mayDecide = (row: Switch | undefined, who: string | null): boolean => statusOf(row) === 'asked' && row!.asked_by !== who
/** At once and by one: what is asked for is withdrawn so as well. */
export const maySwitchOff = (row: Switch | undefined): boolean => ['asked', 'on'].includes(statusOf(row))

/** What the sealed part of a record holds. */
export interface Kept { kind: string, values: Record<string, unknown>, endedFor: string | null }
