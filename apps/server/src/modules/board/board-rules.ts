import { addDays, daysBetween } from '@linli/standards'

export interface Sums { talks: number, machine: number, suggested: number, handed: number, unanswered: number, rated: number, satisfied: number, score: number, questions: number, answered: number, offered: number, repeated: number, attended: number, replies: number, waits: number[] }
export interface Estimate { machine: number, suggested: number, attended: number }

/** A part in percent to one place; nothing of nothing. */
export const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round(part / whole * 1000) / 10)

/** Hours a worker would have spent: minutes for each talk the machine finished, each it finished with something offered, each a person answered with its help. */
export const hoursSaved = ({ machine, suggested, attended }: Pick<Sums, 'machine' | 'suggested' | 'attended'>, minutes: Estimate): number =>
  Math.round((machine * minutes.machine + suggested * minutes.suggested + attended * minutes.attended) / 6) / 10

/** The same number of days before. */
export const before = (from: string, until: string): { from: string, until: string } => {
  const days = daysBetween(from, until) + 1
  return { from: addDays(from, -days), until: addDays(from, -1) }
}

/** So often at least, and half as often again as in the time before. */
export const isRising = (asked: number, earlier: number): boolean => asked >= 3 && asked >= earlier * 1.5

export function spread(minutes: readonly number[]): { median: number | null, p90: number | null } {
  const sorted = minutes.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null
  return { median: at(0.5), p90: at(0.9) }
}
