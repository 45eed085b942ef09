import { characters, pairs } from './background.data.ts'

const rarity = new Map<string, number>()
for (const [table, size] of [[characters, 1], [pairs, 2]] as const) {
  for (const line of table.trim().split('\n')) {
    const [quarters, all] = line.split(' ') as [string, string]
    for (let at = 0; at < all.length; at += size) rarity.set(all.slice(at, at + size), Number(quarters) / 4)
  }
}

/** Of a character that the table does not know; and of letters and digits, which mean something where they are written. */
const [rareCharacter, code] = [13, 9]
/** Of pairs that stand in no word: as rare as chance makes them, seen from the two, and never rarer than the rarest word. */
const rarestPair = 13

/** How little is learned of a text from its holding this character or pair: the negative logarithm of its share in general Chinese. */
export function rarityOf(gram: string): number {
  const known = rarity.get(gram)
  if (known !== undefined) return known
  if (/^[a-z0-9]/.test(gram)) return code
  const [first, second] = [...gram]
  if (second === undefined) return rareCharacter
  return Math.min(rarestPair, rarityOf(first!) + rarityOf(second) - 1)
}
