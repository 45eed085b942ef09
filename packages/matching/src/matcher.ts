import { bandOf, confidenceOf, shippedThresholds, type Band, type Thresholds } from './band.ts'
import { featuresOf } from './features.ts'
import { likenessOf } from './likeness.ts'
import { softmaxOf } from './softmax.ts'
import { shippedTerms } from './terms.data.ts'
import { termsOf } from './terms.ts'
import { toldOf } from './told.ts'

/** A standard answer: its question, other ways to ask it, and what it says. */
export interface Entry { id: string, question: string, similar?: readonly string[], answer?: string }

export interface Ranked { id: string, score: number }
export interface Match { band: Band, confidence: number, ranked: Ranked[] }

/** Finds the standard answers a question may mean, the best first, and how sure that is. */
export interface Matcher { match(question: string, most?: number): Match }

export interface Settings {
  /** What the place calls its own things, names of one thing in a line. */
  terms?: readonly string[]
  thresholds?: Thresholds
}

/** What an answer tells counts this much besides how like its wordings the question is; what was learned, this share of the whole. */
const [told, learned] = [0.7, 0.5]
/** With more answers the difference between them is not learned: it would take too long, and with as many the nearest wording does as well. */
const mostLearned = 1500
/** So often each wording is looked at while learning. */
const rounds = 8

/** Reads the entries of one knowledge base into memory; nothing is kept anywhere else. */
export function matcherOf(entries: readonly Entry[], { terms: own = [], thresholds = shippedThresholds }: Settings = {}): Matcher {
  const terms = termsOf([...own, ...shippedTerms.trim().split('\n')])
  const wordings = entries.flatMap(({ question, similar = [] }, of) => [question, ...similar].map((text) => ({ of, features: featuresOf(text, terms) })))
  const holders = wordings.map(({ of }) => of)
  const likeness = likenessOf(wordings.map(({ features }) => features), holders)
  const tells = toldOf(entries.map(({ question, similar = [], answer = '' }) => featuresOf([question, ...similar, answer].join('。'), terms)))
  const learn = wordings.length > entries.length && entries.length <= mostLearned
  const chances = learn ? softmaxOf(likeness.views.map(({ anywhere }, at) => ({ of: holders[at]!, vector: anywhere })), entries.length, rounds) : undefined
  const scoresOf = (question: string): Float64Array => {
    const features = featuresOf(question, terms)
    const asked = likeness.view(features)
    const scores = new Float64Array(entries.length)
    likeness.of(asked).forEach((like, at) => { scores[holders[at]!] = Math.max(scores[holders[at]!]!, like) })
    tells(features).forEach((part, of) => { scores[of]! += told * part })
    chances?.of(asked.anywhere).forEach((chance, of) => { scores[of] = (1 - learned) * scores[of]! + learned * chance })
    return scores
  }
  return {
    match(question, most = 3) {
      const scores = scoresOf(question)
      const order = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]!)
      const confidence = confidenceOf(scores[order[0]!] ?? 0, scores[order[1]!] ?? 0)
      return { band: bandOf(confidence, thresholds), confidence, ranked: order.slice(0, most).map((of) => ({ id: entries[of]!.id, score: scores[of]! })) }
    },
  }
}
