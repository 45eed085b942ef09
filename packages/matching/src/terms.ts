import { cleaned } from './clean.ts'

/** What is called by several names: each line of `groups` holds names of one thing. */
export interface Terms {
  /** The groups a cleaned text speaks of, each as often as it does; of names within names only the longest counts. */
  in(clean: string): string[]
}

/** @param lines names of one thing, separated by spaces; a name may stand in several lines */
export function termsOf(lines: readonly string[]): Terms {
  const groupsOf = new Map<string, string[]>()
  lines.forEach((line, at) => {
    for (const name of new Set(line.trim().split(/\s+/).map((one) => cleaned(one)))) if (name !== '') groupsOf.set(name, [...groupsOf.get(name) ?? [], `#${at}`])
  })
  const longest = Math.max(0, ...[...groupsOf.keys()].map((name) => name.length))
  return {
    in(clean) {
      const found: string[] = []
      for (let at = 0; at < clean.length;) {
        const length = lengthOfName(groupsOf, clean.slice(at, at + longest))
        if (length > 0) found.push(...groupsOf.get(clean.slice(at, at + length))!)
        at += Math.max(length, 1)
      }
      return found
    },
  }
}

/** Of the longest name a text begins with. */
function lengthOfName(names: ReadonlyMap<string, unknown>, text: string): number {
  for (let length = text.length; length > 0; length -= 1) if (names.has(text.slice(0, length))) return length
  return 0
}

/** A question is put in so many other ways at most. */
const mostWays = 4

/**
 * The same question with what is called by one of the names called by the others. Said by the place itself, that is worth as much as if it had been asked so; of the names that
 * are shipped it is not true often enough.
 */
export function otherWays(lines: readonly string[]): (question: string) => string[] {
  const groups = lines.map((line) => line.trim().split(/\s+/).map((name) => cleaned(name)).filter((name) => name !== '').toSorted((a, b) => b.length - a.length))
  return (question) => {
    if (groups.length === 0) return []
    const clean = cleaned(question)
    const ways = groups.flatMap((names) => {
      const said = names.find((name) => clean.includes(name))
      return said === undefined ? [] : names.filter((name) => name !== said && !clean.includes(name)).map((name) => clean.replaceAll(said, name))
    })
    return [...new Set(ways)].slice(0, mostWays)
  }
}
