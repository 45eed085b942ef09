import { bandOf, confidenceOf, evidenceOf, shippedThresholds, type Band, type Thresholds } from './band.ts'
import { neededOf } from './density.ts'
import type { Entry } from './entry.ts'
import { indexOf } from './index-of.ts'
import { shippedTerms } from './terms.data.ts'
import { termsOf } from './terms.ts'

export interface Ranked { id: string, score: number }
export interface Match { band: Band, confidence: number, ranked: Ranked[] }

/** Finds the standard answers a question may mean, the best first, and how sure that is. */
export interface Matcher { match(question: string, most?: number): Match }

export interface Settings {
  /** What the place calls its own things, names of one thing in a line. */
  terms?: readonly string[]
  thresholds?: Thresholds
}

/** Reads the entries of one knowledge base into memory; nothing is kept anywhere else. */
export function matcherOf(entries: readonly Entry[], { terms: own = [], thresholds = shippedThresholds }: Settings = {}): Matcher {
  const index = indexOf(entries, termsOf([...own, ...shippedTerms.trim().split('\n')]))
  const needed = neededOf(index, entries)
  return {
    match(question, most = 3) {
      const found = index.find(question, Math.max(2, most))
      const confidence = found.length === 0 ? 0 : confidenceOf(evidenceOf(found), needed)
      return { band: bandOf(confidence, thresholds), confidence, ranked: found.slice(0, most).map(({ of, score }) => ({ id: entries[of]!.id, score })) }
    },
  }
}
