import type { DeadJob } from '../../kernel/job-state.ts'

/** A job about a place belongs to whoever looks after that place; one about no place to every administrator. */
export const isTheirs = ({ data }: Pick<DeadJob, 'data'>, areas: readonly string[]): boolean =>
  typeof data.area !== 'string' || data.area === '' || areas.some((area) => String(data.area).startsWith(area))

/** Numbers long enough to be a phone or an identity number are not shown. */
export const withoutNumbers = (text: string): string => text.replace(/\d{7,}/g, '…')

/** What lies between two cleanings of things that are kept for a day. */
export const dayBefore = (now: Date): Date => new Date(now.getTime() - 24 * 3_600_000)
