import type { Card } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { NewTurn, TalkRow } from './queries.ts'
import type { Context, Said } from './rules.ts'
import { piecesOf, shortOf } from './short-rules.ts'

/** What is to be sent, up to which piece: by its place, since words have no place in the queue of jobs. */
export interface Texted extends Said { talk: string, office: string, last: number }

const cardsOf = ({ cards }: NewTurn): Card[] => (cards ?? []) as Card[]

/** Numbers to call are among it. */
export const isUrgent = (turns: readonly NewTurn[]): boolean => turns.some((turn) => cardsOf(turn).some(({ kind }) => kind === 'calls'))

/** What of these turns is sent as a text message; nothing where the machine keeps still. */
export function sentOf(talk: TalkRow, turns: readonly NewTurn[], longest = 35): Context['said'] {
  const told = turns.filter(({ by }) => by === 'machine').map((turn) => ({ by: 'machine', name: null, text: turn.text, cards: cardsOf(turn) }))
  if (told.length === 0) return undefined
  const of = piecesOf(shortOf(told), longest).length
  return { by: 'machine', from: talk.turns, to: talk.turns + turns.length, piece: isUrgent(turns) ? of - 1 : 0, of }
}

/** One piece, or all there are of what nobody should have to ask for. */
export function sendLater(ctx: Ctx, { of, ...said }: NonNullable<Context['said']>, { isWhole, ...where }: Pick<Texted, 'talk' | 'office'> & { isWhole: boolean }): void {
  ctx.later({ queue: 'reception.text', data: { ...said, ...(isWhole && { piece: 0 }), ...where, last: isWhole ? of - 1 : said.piece } satisfies Texted })
}

/** What was sent is known whatever the talk goes on with. */
export const sentIn = ({ told, said, texted }: Context = {}): Context => ({ ...(told !== undefined && { told }), ...(said && { said }), ...(texted && { texted }) })
