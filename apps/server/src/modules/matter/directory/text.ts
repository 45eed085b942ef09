/** A matter as it stands in a directory before any office has said how it handles it. */
export interface DirectoryMatter {
  code: string
  name: string
  parent: string | null
  standard: string
  mapped: { standard: string, code: string }[]
  words: string[]
  isLeaf: boolean
  isConfidential: boolean
}

/** Codes with their names, as directories are written: `001私搭乱建 002店面无证装修`. */
export function codesOf(text: string): { code: string, name: string }[] {
  return text.trim().split(/\s+/).map((entry) => {
    const match = /^([0-9]+|[A-Z][0-9]*)(.+)$/.exec(entry)
    if (!match) throw new Error(`not a code with a name: ${entry}`)
    return { code: match[1]!, name: match[2]! }
  })
}

/** Words by code, one line each: `06010 垃圾没人收、垃圾 没人`; words within one entry that are parted by a space must all occur. */
export function wordsOf(text: string): Map<string, string[]> {
  return new Map(text.trim().split('\n').map((line) => {
    const [code = '', ...rest] = line.trim().split(' ')
    return [code, rest.join(' ').split('、').map((word) => word.trim()).filter(Boolean)]
  }))
}
