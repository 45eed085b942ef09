import type { AnswerBand } from '@linli/contract'

export interface Found { entry: string | null, band: AnswerBand }
interface Entry { id: string, question: string, similar?: readonly string[], answer?: string }

/** The knowledge as it would be: the changed entry in its old one's place, a community's own in the sub-district's, a new one beside the others. */
export function withChange<E extends Entry>(told: readonly E[], change: E & { replaces: string | null, isNotForUs: boolean }): E[] {
  const rest = told.filter(({ id }) => id !== change.id && id !== change.replaces)
  return change.isNotForUs ? rest : [...rest, change]
}

/** The knowledge as it is, told by the places it will have: what is wanted of the answer that a community's own replaces is wanted of that one. */
export const placed = <E extends { id: string }>(told: readonly E[], change: { id: string, replaces: string | null }): E[] =>
  told.some(({ id }) => id === change.id) ? [...told] : told.map((one) => (one.id === change.replaces ? { ...one, id: change.id } : one))

/** Another answer, or another way of giving it. */
export const isChanged = (before: Found, after: Found): boolean => before.band !== after.band || before.entry !== after.entry

const rank: Record<AnswerBand, number> = { 'hand-over': 0, offer: 1, answer: 2 }

/** It is known which answer is wanted, it was found, and now it is not or with less sureness. */
export const isLost = (wanted: string | null, before: Found, after: Found): boolean =>
  wanted !== null && before.entry === wanted && (after.entry !== wanted || rank[after.band] < rank[before.band])
