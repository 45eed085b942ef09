import type { Features } from './features.ts'
import { listsOf, vectorOf, type Lists, type Vector } from './vectors.ts'
import { weightsOf, type Weights } from './weights.ts'

/** How much each kind says: what is rare among the answers, what is rare in Chinese besides, how it sounds, what it is called by others. */
const shares = { here: 0.3, anywhere: 0.4, sounds: 0.15, terms: 0.15 } as const
type Kind = keyof typeof shares
const kinds = Object.keys(shares) as Kind[]

export type View = Record<Kind, Vector>
export type Viewer = (asked: Features) => View

/** @param holders the number of the answer each wording belongs to; a word that one answer says often is not a common one */
export function viewerOf(wordings: readonly Features[], holders: ArrayLike<number>): Viewer {
  return viewing(weightsBy(wordings, holders, 'grams'), weightsBy(wordings, holders, 'sounds'), weightsBy(wordings, holders, 'terms'))
}

// Apart from what they are made of: a function holds on to all that is named where it was made.
function viewing(inGrams: Weights, inSounds: Weights, inTerms: Weights): Viewer {
  return ({ grams, sounds, terms }) => ({ here: vectorOf(grams, inGrams.here), anywhere: vectorOf(grams, inGrams.anywhere), sounds: vectorOf(sounds, inSounds.here), terms: vectorOf(terms, inTerms.here) })
}

/** How like each of the wordings a question is: the cosine of each kind by its share, 0 to 1. */
export const likesOf = (views: readonly View[]): ((asked: View) => Float64Array) => liking(kinds.map((kind) => [kind, listsOf(views.map((one) => one[kind]))] as const), views.length)

function liking(lists: readonly (readonly [Kind, Lists])[], many: number): (asked: View) => Float64Array {
  return (asked) => {
    const sums = new Float64Array(many)
    for (const [kind, list] of lists) for (const [feature, weight] of asked[kind]) list.add(feature, weight * shares[kind], sums)
    return sums
  }
}

/** Both in one, for who compares wordings with each other. */
export interface Likeness { view: Viewer, of(asked: View): Float64Array }

export function likenessOf(wordings: readonly Features[], holders: ArrayLike<number>): Likeness {
  const view = viewerOf(wordings, holders)
  return { view, of: likesOf(wordings.map(view)) }
}

function weightsBy(wordings: readonly Features[], holders: ArrayLike<number>, kind: 'grams' | 'sounds' | 'terms'): Weights {
  const byHolder = new Map<number, Set<string>>()
  wordings.forEach((wording, at) => {
    const features = byHolder.get(holders[at]!) ?? new Set()
    byHolder.set(holders[at]!, features)
    for (const feature of wording[kind].keys()) features.add(feature)
  })
  return weightsOf([...byHolder.values()])
}
