import { evidenceOf } from './band.ts'
import type { Entry, Index } from './entry.ts'

/** So many entries, evenly spread, are enough to tell how dense all are. */
const looked = 400
/** What is needed where entries have little in common; and how it grows with what they have. */
const [least, times, power] = [0.95, 1.7, 1.5]

/**
 * The evidence that is needed to be sure among these entries: of most of them, how sure the index would be of their own question if they were not there. Where entries are
 * nearly the same questions, one that has no answer is nearly the same as some of them.
 */
export function neededOf(index: Index, entries: readonly Entry[]): number {
  const some = Array.from({ length: Math.min(entries.length, looked) }, (_, at) => Math.floor(at * Math.max(1, entries.length / looked)))
  const mean = some.reduce((sum, of) => sum + evidenceOf(index.find(entries[of]!.question, { most: 2, without: of })), 0) / Math.max(1, some.length)
  return Math.max(least, times * mean ** power)
}
