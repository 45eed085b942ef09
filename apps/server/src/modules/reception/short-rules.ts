import type { Said } from './rules.ts'
import { spoken, type Told } from './text-rules.ts'
import { inDanger, notListed, rateIt, seeLater, tapIt } from './words-rules.ts'

/** How to read on. */
export const more = '（回复0看下文）'

/** The gateway sends no addresses and no 【】 but its own; what is of the page alone is said otherwise. */
const short = (text: string): string => text
  .replace(/ *(?:https?:\/\/|www\.)[\w.:/?&=%#~-]+/g, '（网址请在居民端查看）').replaceAll('【', '（').replaceAll('】', '）')
  .replace(inDanger, '危险请马上拨打').replaceAll(tapIt, '').replaceAll(notListed, '').replaceAll(rateIt, '').replaceAll(seeLater, '回复会用短信发给您。').replaceAll('点“转人工”', '回复“转人工”')

/** Turns of one side as a text message, which says first who speaks. */
export const shortOf = (turns: readonly (Told & { name: string | null })[]): string => {
  const [first] = turns
  return first ? `${first.by === 'worker' ? `社工${first.name ?? ''}` : '智能客服'}：${turns.map((turn) => short(spoken(turn))).join('\n')}` : ''
}

/** Pieces of no more than so many letters, each but the last with how to read on; cut after a sentence, else at a comma. */
export function piecesOf(text: string, most: number): string[] {
  const pieces: string[] = []
  let rest = text
  while (rest.length > most) {
    const end = endIn(rest.slice(0, most - more.length))
    pieces.push(`${rest.slice(0, end).trimEnd()}${more}`)
    rest = rest.slice(end).trimStart()
  }
  return [...pieces, rest]
}

function endIn(head: string): number {
  const least = head.length / 3
  for (const ends of [/[。！？；\n](?!.*[。！？；\n])/s, /[，、：,](?!.*[，、：,])/s]) {
    const at = head.search(ends) + 1
    if (at > least) return at
  }
  // No half of a letter that is written in two.
  return /[\uD800-\uDBFF]$/.test(head) ? head.length - 1 : head.length
}

/** The next piece, where that is asked for and there is one. */
export const nextOf = (said: (Said & { of: number }) | undefined, text: string): (Said & { of: number }) | undefined =>
  said && /^(?:0|更多|继续|下文)$/.test(text.normalize('NFKC').trim()) && said.piece + 1 < said.of ? { ...said, piece: said.piece + 1 } : undefined
