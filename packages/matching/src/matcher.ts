import { bandOf, confidenceOf, evidenceOf, shippedThresholds, type Match, type Thresholds } from './band.ts'
import { neededOf } from './density.ts'
import type { Entry } from './entry.ts'
import { indexOf } from './index-of.ts'
import { shippedTerms } from './terms.data.ts'
import { merged } from './merge.ts'
import { otherWays, termsOf } from './terms.ts'

/** Finds the standard answers a question may mean, the best first, and how sure that is. */
/** @param vector the question's, where the entries are encoded */
export interface Matcher { match(question: string, most?: number, vector?: Float32Array): Match }

export interface Settings {
  /** What the place calls its own things, names of one thing in a line: each stands for the others. */
  terms?: readonly string[]
  thresholds?: Thresholds
  /** What an encoder made of the entries' questions (`wordingsOf`), of length one: then near in meaning counts as well as alike in words. */
  vectors?: ReadonlyMap<string, Float32Array>
}

/** Reads the entries of one knowledge base into memory; nothing is kept anywhere else. */
export function matcherOf(entries: readonly Entry[], { terms: own = [], thresholds = shippedThresholds, vectors }: Settings = {}): Matcher {
  const index = indexOf(entries, termsOf([...own, ...shippedTerms.trim().split('\n')]), vectors)
  const needed = neededOf(index, entries)
  const waysOf = otherWays(own)
  const one = (question: string, most: number, vector?: Float32Array): Match => {
    const found = index.find(question, { most: Math.max(2, most), vector })
    const confidence = found.length === 0 ? 0 : confidenceOf(evidenceOf(found), needed)
    return { band: bandOf(confidence, thresholds), confidence, ranked: found.slice(0, most).map(({ of, score }) => ({ id: entries[of]!.id, score })) }
  }
  return {
    match(question, most = 3, vector) {
      const [first, ways] = [one(question, most, vector), waysOf(question)]
      if (ways.length === 0) return first
      return merged([first, ...ways.map((way) => one(way, most))], most, thresholds)
    },
  }
}
