import { factsOf } from './facts.ts'
import type { Source } from './prompts.ts'

/** What a model said in answer, and which of the sources it speaks from (0 is the first). */
export interface Phrased { text: string, cited: number[] }

/** Why an answer is not given to anybody. */
export type Doubt = 'no-json' | 'nothing' | 'too-long' | 'uncited' | 'unknown-source' | 'fact' | 'own-words'

const [mostQueries, longestQuery, longestAnswer] = [3, 60, 600]
/** At least this share of what a sentence says, in pairs of characters, has to stand in what it cites or in the question: less is said from elsewhere. */
const leastFromSources = 0.5

/** The questions a model made of a situation; null where it did not answer as it was asked to. They are only looked up with, never shown. */
export function rewrittenIn(said: string): string[] | null {
  const { queries } = jsonIn(said) ?? {}
  if (!Array.isArray(queries)) return null
  return queries.filter((one): one is string => typeof one === 'string' && one.trim() !== '').map((one) => one.trim().slice(0, longestQuery)).slice(0, mostQueries)
}

/** What a model phrased, if every sentence cites what it is from, says nothing else, and every number, phone, day, amount and address in it stands there. */
export function phrasedIn(said: string, question: string, sources: readonly Source[]): Phrased | Doubt {
  const { answer } = jsonIn(said) ?? {}
  if (typeof answer !== 'string') return 'no-json'
  const text = answer.trim()
  if (text === '') return 'nothing'
  if (text.length > longestAnswer) return 'too-long'
  const sentences = sentencesOf(text)
  const cited = [...new Set(sentences.flatMap((one) => one.cited))].toSorted((a, b) => a - b)
  if (cited.some((no) => sources[no] === undefined)) return 'unknown-source'
  for (const sentence of sentences) {
    if (sentence.cited.length === 0) return 'uncited'
    const from = sentence.cited.map((no) => `${sources[no]!.question}。${sources[no]!.answer}`)
    const known = new Set(from.flatMap(factsOf))
    if (factsOf(sentence.text).some((fact) => !known.has(fact))) return 'fact'
    if (shareFrom(sentence.text, [...from, question].join('。')) < leastFromSources) return 'own-words'
  }
  return { text, cited }
}

/** Sentences with what they cite: a mark after the full stop belongs to the sentence before it, and one at the end of several to all since the last mark. */
function sentencesOf(text: string): { text: string, cited: number[] }[] {
  const parts = text.replace(/([。！？!?；;\n]+)\s*((?:\[\d+\]\s*)+)/g, '$2$1').split(/(?<=[。！？!?；;\n])/).filter((part) => /[\p{L}\d]/u.test(part))
  let next: number[] = []
  return parts.toReversed().map((part) => {
    const own = [...part.matchAll(/\[(\d+)\]/g)].map(([, no]) => Number(no) - 1)
    if (own.length > 0) next = own
    return { text: part.replace(/\[\d+\]/g, '').replace(/^\s*(?:\d+[.、)）](?!\d)|第[一二三四五六七八九十\d]+步[，,:：]?)/, ''), cited: next }
  }).toReversed()
}

function shareFrom(sentence: string, sources: string): number {
  const letters = sentence.replace(/[^\p{L}\d]/gu, '')
  const pairs = [...letters].slice(1).map((one, at) => [...letters][at]! + one)
  if (pairs.length === 0) return 1
  const known = sources.replace(/[^\p{L}\d]/gu, '')
  return pairs.filter((pair) => known.includes(pair)).length / pairs.length
}

/** The first object in what was said: some models put words or a fence around it. */
function jsonIn(said: string): Record<string, unknown> | null {
  const [from, to] = [said.indexOf('{'), said.lastIndexOf('}')]
  if (from < 0 || to < from) return null
  try {
    const value: unknown = JSON.parse(said.slice(from, to + 1))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : null
  } catch {
    return null
  }
}
