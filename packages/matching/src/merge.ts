import { bandOf, shippedThresholds, type Match, type Thresholds } from './band.ts'

/** What a question and other words for it found, as one: of each entry the best score, and as sure as the surest. */
export function merged(matches: readonly Match[], most = 3, thresholds: Thresholds = shippedThresholds): Match {
  const scores = new Map<string, number>()
  for (const { id, score } of matches.flatMap(({ ranked }) => ranked)) scores.set(id, Math.max(score, scores.get(id) ?? 0))
  const [surest] = matches.toSorted((a, b) => b.confidence - a.confidence)
  const confidence = surest?.confidence ?? 0
  const first = surest?.ranked[0]?.id
  const ranked = [...scores].map(([id, score]) => ({ id, score })).toSorted((a, b) => Number(b.id === first) - Number(a.id === first) || b.score - a.score).slice(0, most)
  return { band: bandOf(confidence, thresholds), confidence, ranked }
}
