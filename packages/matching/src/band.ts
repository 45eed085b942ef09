import type { Found } from './entry.ts'

/** What is done with a question: answered; the best three offered; handed over to a person. */
export type Band = 'answer' | 'offer' | 'handOver'

export interface Ranked { id: string, score: number }
export interface Match { band: Band, confidence: number, ranked: Ranked[] }

/** From which confidence it is answered, and from which something is offered. Cautious until a community has judged some hundred conversations of its own. */
export interface Thresholds { answer: number, offer: number }
export const shippedThresholds: Thresholds = { answer: 0.75, offer: 0.12 }

/** What both speak of, as `subject` counts it, that is enough for the whole evidence; and what is left of it where they have no subject in common. */
const [common, withoutSubject] = [0.7, 0.4]

/** How well the best fits, and half of how much better than the second (beyond 0.5 no more is learned); less where little more than words of asking are in common. */
export function evidenceOf([best, second]: readonly Found[]): number {
  if (best === undefined) return 0
  return (best.fit + Math.min(0.5, best.fit - (second?.fit ?? 0)) / 2) * Math.min(1, withoutSubject + (1 - withoutSubject) * best.subject / common)
}

/** The logistic curve of how often the best was right by its evidence, fitted to the questions of `community.fixture.json`, with and without some answers and similar questions. */
const [steep, from] = [4.7, 3.6]

/** How often the best one is right where the evidence is what it is, 0 to 1. @param needed the evidence that this knowledge base asks for */
export const confidenceOf = (evidence: number, needed: number): number => 1 / (1 + Math.exp(from - steep * evidence / needed))

export const bandOf = (confidence: number, { answer, offer }: Thresholds): Band => (confidence >= answer ? 'answer' : confidence >= offer ? 'offer' : 'handOver')
