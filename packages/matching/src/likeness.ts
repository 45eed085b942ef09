import type { Features } from './features.ts'
import { postingsOf, vectorOf, type Vector } from './vectors.ts'
import { weightsOf, type Weights } from './weights.ts'

/** How much each kind says: what is rare among the answers, what is rare in Chinese besides, how it sounds, what it is called by others. */
const shares = { here: 0.3, anywhere: 0.4, sounds: 0.15, terms: 0.15 } as const
type Kind = keyof typeof shares
const kinds = Object.keys(shares) as Kind[]

export type View = Record<Kind, Vector>

/** Wordings seen as vectors, and how like each of them a question is: the cosine of each kind by its share, 0 to 1. */
export interface Likeness { views: readonly View[], view(asked: Features): View, of(asked: View): Float64Array }

/** @param holders the number of the answer each wording belongs to; a word that one answer says often is not a common one */
export function likenessOf(wordings: readonly Features[], holders: readonly number[]): Likeness {
  const weights = { grams: weightsBy(wordings, holders, 'grams'), sounds: weightsBy(wordings, holders, 'sounds'), terms: weightsBy(wordings, holders, 'terms') }
  const view = ({ grams, sounds, terms }: Features): View => ({
    here: vectorOf(grams, weights.grams.here), anywhere: vectorOf(grams, weights.grams.anywhere), sounds: vectorOf(sounds, weights.sounds.here), terms: vectorOf(terms, weights.terms.here),
  })
  const views = wordings.map(view)
  const postings = kinds.map((kind) => [kind, postingsOf(views.map((one) => one[kind]))] as const)
  return {
    views, view,
    of(asked) {
      const sums = new Float64Array(wordings.length)
      for (const [kind, list] of postings) list.add(asked[kind], shares[kind], sums)
      return sums
    },
  }
}

function weightsBy(wordings: readonly Features[], holders: readonly number[], kind: keyof Features): Weights {
  const byHolder = new Map<number, Set<string>>()
  wordings.forEach((wording, at) => {
    const features = byHolder.get(holders[at]!) ?? new Set()
    byHolder.set(holders[at]!, features)
    for (const feature of wording[kind].keys()) features.add(feature)
  })
  return weightsOf([...byHolder.values()])
}
