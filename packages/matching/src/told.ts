import type { Features } from './features.ts'
import { listsOf, type Lists } from './vectors.ts'
import { weightsOf } from './weights.ts'

/** As of BM25: what a word gains by being there again, and how much a long text has to say for it. */
const [again, ofLength] = [0.8, 0.6]
/** A question of two words is not covered by one of them. */
const leastAsked = 12

/** How much of what is asked each answer speaks of anywhere, in its questions or in its own words, as a share of all that is asked (a little more than 1 at most). */
export function toldOf(texts: readonly Omit<Features, 'subject'>[]): (asked: Features) => Float64Array {
  const [many, lists, worth] = [texts.length, saturated(texts), weightsOf(texts.map(({ grams, terms }) => new Set([...grams.keys(), ...terms.keys()]))).anywhere]
  return ({ grams, terms }) => {
    const sums = new Float64Array(many)
    let whole = leastAsked
    for (const feature of [...grams.keys(), ...terms.keys()]) {
      const weight = worth(feature)
      whole += weight
      lists.add(feature, weight, sums)
    }
    for (let of = 0; of < many; of += 1) sums[of]! /= whole
    return sums
  }
}

function saturated(texts: readonly Omit<Features, 'subject'>[]): Lists {
  const all = texts.map(({ grams, terms }) => new Map([...grams, ...terms]))
  const lengths = all.map((times) => [...times.values()].reduce((sum, n) => sum + n, 0))
  const usual = lengths.reduce((sum, n) => sum + n, 0) / Math.max(lengths.length, 1)
  return listsOf(all.map((times, of) => new Map([...times].map(([feature, n]) => [feature, n * (1 + again) / (n + again * (1 - ofLength + ofLength * lengths[of]! / usual))]))))
}
