import type { GovernanceReach } from '@linli/contract'

const dayMs = 86_400_000

export interface Window { from: Date, until: Date }
/** The same number of days before it was founded and after it was done. */
export interface Windows { before: Window, after: Window }

export const windowsOf = ({ foundedAt, doneAt, days }: { foundedAt: Date, doneAt: Date, days: number }): Windows => ({
  before: { from: new Date(foundedAt.getTime() - days * dayMs), until: foundedAt },
  after: { from: doneAt, until: new Date(doneAt.getTime() + days * dayMs) },
})

export const version = 1
export const formula = '下降率 =（立项前 − 完成后）÷ 立项前。立项前、完成后各取同样的天数，数同一事项在这个地点（网格、社区）上报的事件，重复件计入，作废的、移出的和手工加入的其他事件不计'

/** The share they fell by; negative where there are more than before, null where there were none. */
export const changeOf = (before: number, after: number): number | null => (before === 0 ? null : (before - after) / before)

/**
 * Whether so many events since it was done mean that it is back. At one place the first does; all over a grid or community some go on coming: there
 * it takes three, the office's own word for what recurs (domain §3.6), and half of what there was before.
 */
export const isBack = (reach: GovernanceReach, before: number, since: number): boolean => since >= (reach === 'spot' ? 1 : Math.max(3, Math.ceil(before / 2)))

/** A closed item is told of what comes back for so long; later it is a new one. */
export const mostDaysBack = 180
