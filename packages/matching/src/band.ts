/** What is done with a question: answered; the best three offered; handed over to a person. */
export type Band = 'answer' | 'offer' | 'handOver'

/** From which confidence it is answered, and from which something is offered. Cautious until a community has judged some hundred conversations of its own. */
export interface Thresholds { answer: number, offer: number }
export const shippedThresholds: Thresholds = { answer: 0.62, offer: 0.3 }

/** A best one far before the second is worth more than one of two alike; beyond 0.3 no more is learned. */
export const confidenceOf = (best: number, second: number): number => best + Math.min(0.3, best - second) / 2

export const bandOf = (confidence: number, { answer, offer }: Thresholds): Band => (confidence >= answer ? 'answer' : confidence >= offer ? 'offer' : 'handOver')
