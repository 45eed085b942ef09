import type { AttendStep, TalkState } from '@linli/contract'

/** What a worker may do with a talk now. Replying to one that waits takes it up. */
export function stepsFor({ state, isMine, mayReport }: { state: TalkState, isMine: boolean, mayReport: boolean }): AttendStep[] {
  if (state === 'waiting') return ['claim', 'reply']
  if (state !== 'attended') return []
  return isMine ? ['reply', 'pass', ...mayReport ? ['report' as const] : [], 'close'] : ['takeOver']
}

/** Whole minutes from one moment to another, never less than none. */
export const minutesBetween = (from: Date, until: Date): number => Math.max(0, Math.round((until.getTime() - from.getTime()) / 60_000))

/** The middle and the slowest tenth of some minutes; nothing of none. */
export function spread(minutes: readonly number[]): { median: number | null, p90: number | null } {
  const sorted = minutes.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? null
  return sorted.length === 0 ? { median: null, p90: null } : { median: at(0.5), p90: at(0.9) }
}

/** What was asked last: of the resident's words since a person spoke the longest, which says most; where there are none, the last of all. */
export function askedLast(turns: readonly { by: string, text: string }[]): string {
  const isQuestion = ({ by, text }: { by: string, text: string }) => by === 'resident' && text !== '转人工' && text.trim() !== ''
  const since = turns.slice(turns.findLastIndex(({ by }) => by === 'worker') + 1).filter(isQuestion)
  const recent = since.length > 0 ? since.slice(-3) : turns.filter(isQuestion).slice(-1)
  return recent.reduce((longest, { text }) => (text.length > longest.length ? text : longest), '').slice(0, 200)
}
