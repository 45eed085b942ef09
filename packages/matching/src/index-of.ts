import { bestOf } from './best.ts'
import type { Entry, Index } from './entry.ts'
import { featuresOf, together } from './features.ts'
import { likesOf, viewerOf } from './likeness.ts'
import { meaningOf } from './meaning.ts'
import { softmaxOf } from './softmax.ts'
import { sameSubject } from './subject.ts'
import type { Terms } from './terms.ts'
import { toldOf } from './told.ts'

/** What an answer tells, and that both are of one subject, count this much besides how like its wordings the question is; what was learned, this share of the whole. */
const [told, ofSubject, learned] = [0.7, 0.4, 0.5]
/** Where there are vectors, nearness of meaning is this share of how well an entry fits; and as much as a question word for word has of the rest. */
const [meant, asMuch] = [0.5, 1.6]
/** With more answers the difference between them is not learned: it would take too long, and with as many the nearest wording does as well. */
const mostLearned = 1500
/** So often each wording is looked at while learning. */
const rounds = 8
/** So many are looked at closely. */
const close = 20

/** @param vectors of all questions of the entries, where an encoder made them */
export function indexOf(entries: readonly Entry[], terms: Terms, vectors?: ReadonlyMap<string, Float32Array>): Index {
  const { holders, viewer, likeness, tells, same, chances } = read(entries, terms)
  const meaning = vectors && meaningOf(entries.flatMap(({ question, similar = [] }) => [question, ...similar]).map((text) => vectors.get(text)), holders, entries.length)
  const many = entries.length
  return {
    find(question, { most, without, vector = vectors?.get(question) }) {
      const asked = featuresOf(question, terms)
      const view = viewer(asked)
      const { fits, wording } = likest(likeness(view), holders, many)
      const parts = tells(asked)
      const near = vector && meaning?.(vector)
      for (let of = 0; of < many; of += 1) {
        fits[of]! += told * parts[of]!
        if (near) fits[of] = (1 - meant) * fits[of]! + meant * asMuch * near[of]!
      }
      const chance = chances?.of(view.anywhere)
      const scores = fits.slice()
      if (chance !== undefined) for (let of = 0; of < many; of += 1) scores[of] = (1 - learned) * fits[of]! + learned * chance[of]!
      if (without !== undefined) scores[without] = -1
      const subject = same.of(asked)
      const share = chance === undefined ? ofSubject : (1 - learned) * ofSubject
      return bestOf(scores, Math.max(close, most)).filter((of) => of !== without).map((of) => {
        const both = subject(of, wording[of]!)
        return { of, score: scores[of]! + share * both, fit: fits[of]! + ofSubject * both, subject: near ? Math.max(both, 2 * near[of]!) : both }
      }).toSorted((a, b) => b.score - a.score).slice(0, most)
    },
  }
}

/** What is remembered of the entries; apart from finding, so that nothing else is. */
function read(entries: readonly Entry[], terms: Terms) {
  const holders = Int32Array.from(entries.flatMap(({ similar = [] }, of) => [of, ...similar.map(() => of)]))
  const asked = entries.map(({ question, similar = [] }) => [question, ...similar].map((text) => featuresOf(text, terms)))
  const wordings = asked.flat()
  const texts = entries.map(({ answer = '' }, at) => together([...asked[at]!, featuresOf(answer, terms)]))
  const viewer = viewerOf(wordings, holders)
  const views = wordings.map(viewer)
  const isLearned = wordings.length > entries.length && entries.length <= mostLearned
  return {
    holders, viewer, likeness: likesOf(views), tells: toldOf(texts), same: sameSubject(texts, wordings),
    chances: isLearned ? softmaxOf(views.map(({ anywhere }, at) => ({ of: holders[at]!, vector: anywhere })), entries.length, rounds) : undefined,
  }
}

/** Of each entry, how like its likest wording is, and which that is. */
function likest(likes: Float64Array, holders: Int32Array, entries: number): { fits: Float64Array, wording: Int32Array } {
  const [fits, wording] = [new Float64Array(entries).fill(-1), new Int32Array(entries)]
  for (let at = 0; at < likes.length; at += 1) {
    const of = holders[at]!
    if (likes[at]! <= fits[of]!) continue
    fits[of] = likes[at]!
    wording[of] = at
  }
  return { fits, wording }
}
