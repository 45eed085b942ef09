import { areaOf } from '@linli/standards'
import type { JobTools } from '../../kernel/module.ts'
import { newId } from '../../kernel/id.ts'
import * as queries from './queries.ts'
import type { TalkRow, TurnRow } from './queries.ts'
import type { Context, Said } from './rules.ts'
import { more, piecesOf, shortOf } from './short-rules.ts'
import { senderField } from './text-rules.ts'
import type { Texted } from './texted.ts'
import { subjectOf, turnView } from './view.ts'

/** Sends what was said to who asks by text message, a piece or all; each once, also where it is tried again. */
export async function sendText(tools: JobTools, { last, ...first }: Texted): Promise<void> {
  for (let { piece } = first; piece <= last; piece += 1) await sendPiece(tools, { ...first, piece, last })
}

async function sendPiece({ outside: { sms }, around, read, write, now }: JobTools, { talk: id, office, last, isUnasked, ...said }: Texted & { isUnasked?: boolean }): Promise<void> {
  const waiting = await read(office, async (ctx) => {
    const talk = await queries.find(ctx, id)
    return talk?.sender && !isSent(talk, said) ? { sender: talk.sender, turns: await queries.listBetween(ctx, talk, said) } : undefined
  })
  if (!waiting || !sms?.has('reply')) return
  const pieces = piecesIn(waiting.turns, sms.replyLongest)
  const text = said.piece < last ? pieces[said.piece]?.replace(more, '') : pieces[said.piece]
  if (!text) return
  await sms.send({ id: newId(now), phone: around.crypto.decrypt(waiting.sender, senderField), template: 'reply', values: { text } })
  await write(office, async (ctx) => {
    const talk = await queries.lock(ctx, id)
    if (!talk) return
    const row = await queries.update(ctx, talk, { context: JSON.stringify({ ...talk.context as Context, texted: said, ...(isUnasked && { told: said.to, said: { ...said, of: pieces.length } }) }) })
    ctx.record('reception.told', subjectOf(row), { turns: waiting.turns.length, piece: said.piece + 1 })
  })
}

const isSent = ({ context }: TalkRow, { by, from, piece }: Said): boolean => {
  const { texted } = context as Context
  return texted !== undefined && texted.by === by && texted.from === from && texted.piece >= piece
}

const piecesIn = (turns: readonly TurnRow[], longest: number): string[] => piecesOf(shortOf(turns.map(turnView)), longest)

/** What was said without being asked for, as one message; what is longer goes on where it is asked for. */
export const sendMessage = (tools: JobTools, { id, subdistrict }: TalkRow, message: Pick<Said, 'by' | 'from' | 'to'>): Promise<void> =>
  sendPiece(tools, { talk: id, office: areaOf(subdistrict), ...message, piece: 0, last: 0, isUnasked: true })
