import type { Card, HandOverWhy } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { opensAt } from '../duty/index.ts'
import type { NewTurn, TalkRow } from './queries.ts'
import * as queries from './queries.ts'
import type { Context } from './rules.ts'
import { isUnasked } from './unasked-rules.ts'
import { headOf, subjectOf, turnView, type TalkHead, type TurnView } from './view.ts'
import * as words from './words-rules.ts'

/** What a step adds to a talk and changes in it; `asked` is what the journal keeps of a question: never its words. `isOutside`: taken by somebody who has no account here. */
export interface Answer { turns: NewTurn[], context?: Context, change?: Partial<TalkRow>, asked?: Record<string, unknown>, happened?: { name: string, details: Record<string, unknown> }[], isOutside?: boolean }

export const machine = (kind: string, text: string, cards: Card[] = [], of: Partial<NewTurn> = {}): NewTurn => ({ by: 'machine', kind, text, cards, ...of })

export interface Stepped { talk: TalkHead, turns: TurnView[], row: TalkRow }

/** Stores turns and what they changed, records what happened, and shows both. */
export async function settle(ctx: Ctx, talk: TalkRow, { turns, context, change, asked, happened = [], isOutside = false }: Answer): Promise<Stepped> {
  const { row, added } = await queries.goOn(ctx, talk, { turns, change: { ...change, ...(context && { context: context as TalkRow['context'] }) } })
  for (const { name, details } of happened) ctx.record(name, subjectOf(row), details, isOutside ? { id: null, name: '居民' } : undefined)
  // All by one queue, so that nothing is sent by two.
  if (row.channel !== 'app' && added.some(isUnasked)) ctx.later({ queue: 'reception.tell', data: { talk: row.id, area: row.area } })
  if (ctx.installation.hasLlm && isLeft(row, asked)) ctx.later({ queue: 'reception.reword', data: { talk: row.id, area: row.area, no: talk.turns + turns.findIndex(({ by }) => by === 'resident') + 1 } })
  return { talk: headOf(ctx, row), turns: added.map(turnView), row }
}

/** Puts the talk before a person, and says when one will be there. A talk that waits already, or has somebody, stays as it is. */
export async function handedOver(ctx: Ctx, talk: TalkRow, why: HandOverWhy): Promise<Answer> {
  if (talk.state === 'waiting' || talk.state === 'attended') return { turns: [machine('handedOver', words.stillWaiting)] }
  return {
    turns: [machine('handedOver', words.handedOver(why, await opensAt(ctx, talk.area)))],
    change: { state: 'waiting', waiting_since: ctx.now, why, misses: 0 },
    happened: [{ name: 'reception.handed-over', details: { why } }],
  }
}

/** A question the knowledge did not answer by itself, of somebody who looks on: what is found later can be shown there alone. */
const isLeft = ({ channel }: TalkRow, asked: Answer['asked']): boolean => channel === 'app' && (asked?.band === 'offer' || asked?.band === 'hand-over') && asked.isPicked === undefined

/** The second after the first. */
export const together = (first: Answer, second: Answer): Answer => ({
  turns: [...first.turns, ...second.turns], context: second.context ?? first.context, change: { ...first.change, ...second.change }, asked: { ...first.asked, ...second.asked }, happened: [...first.happened ?? [], ...second.happened ?? []],
})
