import type { Output } from '@linli/contract'
import { handOverWhy } from '@linli/contract/words/index'
import type { AttendStep } from '@linli/contract/words/index'

export type AttendRow = Output<'attend', 'queue'>['rows'][number]
export type AttendView = Output<'attend', 'get'>
export type Turn = AttendView['turns'][number]
export type Card = Turn['cards'][number]
export type Hit = Output<'attend', 'suggest'>['hits'][number]

/** One key each, shown on the buttons. */
export const stepKeys: Record<AttendStep, string> = { claim: 'c', takeOver: 'o', reply: 'r', pass: 't', report: 'e', close: 'x' }

export const whyWords = ({ why }: Pick<AttendRow, 'why'>): string => (why ? handOverWhy[why] : '')

/** Minutes somebody has waited by now. */
export const waited = (since: string, now: number): number => Math.max(0, Math.floor((now - Date.parse(since)) / 60_000))
/** From so many minutes on a wait is told in colour. */
export const longWait = 10

/** Which talk is shown after one has left the list: the one below it, at the end the one above. */
export function nextOf(ids: readonly string[], gone: string): string | undefined {
  const at = ids.indexOf(gone)
  return ids[at + 1] ?? ids[at - 1]
}

/** A short answer with what belongs to it, as words of one's own to go on from. */
export const wordsOf = ({ card }: Hit): string => [card.answerShort || card.answerLong, card.materials.length > 0 ? `要带：${card.materials.join('、')}` : '', card.phone ? `咨询电话：${card.phone}` : ''].filter(Boolean).join('\n')

export const lastNo = ({ turns }: AttendView): number => turns[turns.length - 1]?.no ?? 0

/** What the machine drafted of a report, the last time it did. */
export const draftedIn = ({ turns }: AttendView) => turns.flatMap(({ cards }) => cards).reduce<Extract<Card, { kind: 'report' }> | undefined>((last, card) => (card.kind === 'report' ? card : last), undefined)
