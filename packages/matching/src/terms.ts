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
