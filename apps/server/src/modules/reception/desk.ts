import type { Card } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import type { TalkRow } from './queries.ts'
import { settle } from './step.ts'
import { leftToSay } from './unasked-rules.ts'
import { headOf, turnView, type TalkHead, type TurnView } from './view.ts'
import * as words from './words-rules.ts'

/** A talk as the desk knows it: its head as the resident sees it, and why and since when it waits. */
export interface Attended extends TalkHead { subdistrict: number, resident: string | null, sender: string | null, senderIndex: Buffer | null, title: string, why: TalkRow['why'], waitingSince: string | null, attendedAt: string | null, alertedAt: string | null, workerId: string | null }

const attendedOf = (ctx: Ctx, row: TalkRow): Attended => ({
  ...headOf(ctx, row), subdistrict: row.subdistrict, resident: row.resident, sender: row.sender_masked, senderIndex: row.sender_index, title: row.title, why: row.why, workerId: row.worker,
  waitingSince: row.waiting_since?.toISOString() ?? null, attendedAt: row.attended_at?.toISOString() ?? null, alertedAt: row.alerted_at?.toISOString() ?? null,
})

/** A talk that may be seen by who asks. @throws Problem not-found */
export const talkOf = async (ctx: Ctx, id: string): Promise<Attended> => attendedOf(ctx, found(await queries.find(ctx, id)))

/** The newest turns before a number, oldest first. */
export async function turnsOf(ctx: Ctx, id: string, { before, limit = 100 }: { before?: number, limit?: number } = {}): Promise<TurnView[]> {
  return (await queries.listTurns(ctx, found(await queries.find(ctx, id)), { before, limit })).map(turnView)
}

/** What may still be said where a channel limits it: of other channels null. */
export function leftIn(ctx: Ctx, { channel }: Pick<Attended, 'channel'>, turns: readonly TurnView[]): { messages: number, until: string | null } | null {
  if (channel !== 'wechat') return null
  const { messages, until } = leftToSay(turns.map((turn) => ({ ...turn, at: new Date(turn.at) })), ctx.now)
  return { messages, until: until?.toISOString() ?? null }
}

/** A person's words to the resident; of the server itself they are the machine's. @throws Problem reception.over */
export async function sayAs(ctx: Ctx, { talk: id, text, cards = [] }: { talk: string, text: string, cards?: Card[] }): Promise<TurnView> {
  const talk = await standing(ctx, id)
  const isPerson = ctx.actor.id !== null
  const { turns: [turn] } = await settle(ctx, talk, {
    turns: [{ by: isPerson ? 'worker' : 'machine', kind: 'say', text, cards, ...(isPerson && { worker: ctx.actor.id, worker_name: ctx.actor.name }) }],
    happened: [{ name: 'reception.replied', details: { no: talk.turns + 1, entries: cards.flatMap((card) => (card.kind === 'answer' ? [card.entry] : [])) } }],
  })
  return turn!
}

/** Somebody takes the talk; null puts it back into the queue. */
export async function handTo(ctx: Ctx, id: string, worker: { id: string, name: string } | null): Promise<Attended> {
  const talk = await standing(ctx, id)
  const { row } = await settle(ctx, talk, {
    turns: [],
    change: worker ? { state: 'attended', worker: worker.id, worker_name: worker.name, attended_at: talk.attended_at ?? ctx.now } : { state: 'waiting', worker: null, worker_name: null, waiting_since: ctx.now },
    happened: [{ name: worker ? 'reception.taken' : 'reception.put-back', details: { worker: worker?.id ?? null } }],
  })
  return attendedOf(ctx, row)
}

/** The person brings the talk to its end; the resident is asked for a rating. */
export async function endTalk(ctx: Ctx, id: string): Promise<Attended> {
  const { row } = await settle(ctx, await standing(ctx, id), {
    turns: [{ by: 'machine', kind: 'ended', text: words.ended }], change: { state: 'ended', ended_at: ctx.now, ended_by: 'worker' }, happened: [{ name: 'reception.ended', details: { by: 'worker' } }],
  })
  return attendedOf(ctx, row)
}

async function standing(ctx: Ctx, id: string): Promise<TalkRow> {
  const talk = found(await queries.lock(ctx, id))
  if (talk.state === 'ended') throw new Problem('reception.over')
  return talk
}
