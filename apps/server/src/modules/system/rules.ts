import type { DeadJob } from '../../kernel/job-state.ts'

/** A job about a place belongs to whoever looks after that place; one about no place to every administrator. */
export const isTheirs = ({ data }: Pick<DeadJob, 'data'>, areas: readonly string[]): boolean =>
  typeof data.area !== 'string' || data.area === '' || areas.some((area) => String(data.area).startsWith(area))

/** Numbers long enough to be a phone or an identity number are not shown. */
export const withoutNumbers = (text: string): string => text.replace(/\d{7,}/g, '…')

/** Photos that nothing names are kept for a day. */
export const dayBefore = (now: Date): Date => daysBefore(now, 1)

/** A phone in the field may lie switched off over the longest holiday (eight days) and then send what it holds once more. */
export const answersBefore = (now: Date): Date => daysBefore(now, 14)

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
