import { compact } from '@linli/standards'

/** A leaf of the directory as the suggestion reads it. */
export interface Leaf { code: string, name: string, path: string, words: readonly string[], office: string }

export interface Suggested { code: string, name: string, path: string, score: number }

/** A term that was read into its parts: all of them must occur. */
interface Term { parts: string[], weight: number }
interface Entry { leaf: Leaf, terms: Term[], bigrams: Set<string> }

export interface SuggestionIndex { entries: Entry[], rarity: Map<string, number> }

/** Below this nothing of what was written points to the matter. */
const enough = 1.5

/** Reads the leaves once; the cost of a suggestion is then a walk over the terms. */
export function indexOf(leaves: readonly Leaf[]): SuggestionIndex {
  const entries = leaves.map((leaf) => {
    const texts = [bare(leaf.name), ...leaf.words]
    return { leaf, terms: texts.map(termOf).filter(({ parts }) => parts.length > 0), bigrams: new Set(texts.flatMap((text) => bigramsOf(plain(text)))) }
  })
  const seen = new Map<string, number>()
  for (const { bigrams } of entries) for (const bigram of bigrams) seen.set(bigram, (seen.get(bigram) ?? 0) + 1)
  return { entries, rarity: new Map([...seen].map(([bigram, count]) => [bigram, Math.log(1 + entries.length / count) / Math.log(1 + entries.length)])) }
}

/**
 * The matters a description speaks of, best first, at most five. A matter scores by the longest of its words that the description holds,
 * a quarter of the others, and the pairs of characters they share, rare pairs more than common ones; equal scores stand in the order of their codes.
 */
export function suggest({ entries, rarity }: SuggestionIndex, text: string, offices: readonly string[]): Suggested[] {
  const said = plain(text)
  const pairs = [...new Set(bigramsOf(said))]
  return entries.filter(({ leaf }) => offices.includes(leaf.office))
    .map(({ leaf, terms, bigrams }) => {
      const shared = pairs.reduce((sum, pair) => sum + (bigrams.has(pair) ? rarity.get(pair) ?? 0 : 0), 0)
      return { code: leaf.code, name: leaf.name, path: leaf.path, score: round(spoken(terms, said) + shared * 0.5) }
    })
    .filter(({ score }) => score >= enough)
    .toSorted((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1)).slice(0, 5)
}

function spoken(terms: readonly Term[], said: string): number {
  let best = 0
  let all = 0
  for (const { parts, weight } of terms) {
    if (!parts.every((part) => said.includes(part))) continue
    best = Math.max(best, weight)
    all += weight
  }
  return best + (all - best) * 0.25
}

/** Longer words say more; words that stand apart in the description a little less than the same words together. */
function termOf(text: string): Term {
  const parts = text.split(/\s+/).map(plain).filter(Boolean)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return { parts, weight: length * (parts.length > 1 ? 0.9 : 1) }
}

/** 「路灯异常」 is spoken of as 路灯; what stands in brackets is not said. */
const bare = (name: string) => name.replace(/[(（].*?[)）]/g, '').replace(/异常$/, '')

const plain = (text: string) => compact(text).toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function bigramsOf(text: string): string[] {
  const pairs = []
  for (let at = 0; at + 1 < text.length; at += 1) pairs.push(text.slice(at, at + 2))
  return pairs
}

const round = (score: number) => Math.round(score * 100) / 100
