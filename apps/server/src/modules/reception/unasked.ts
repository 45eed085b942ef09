import { machineLabel } from '@linli/contract'
import type { JobTools } from '../../kernel/module.ts'
import * as queries from './queries.ts'
import type { Context } from './rules.ts'
import { sendMessage } from './text.ts'
import { senderField, spoken } from './text-rules.ts'
import { isUnasked, leftToSay, messagesOf } from './unasked-rules.ts'
import { subjectOf, turnView } from './view.ts'
import { rateIt } from './words-rules.ts'

/** Turns looked at for what was not sent yet. */
const looked = 50

/** What comes without being asked for is sent to who talks from the official account or by text message; each once, also where it is tried again. */
export async function tellOutside(tools: JobTools, { talk: id, area }: { talk: string, area: string }): Promise<void> {
  const waiting = await tools.read(area, async (ctx) => {
    const talk = await queries.find(ctx, id)
    return talk?.sender ? { talk, turns: await queries.listTurns(ctx, talk, { limit: looked }) } : undefined
  })
  if (!waiting) return
  const { talk, turns } = waiting
  const messages = messagesOf(turns, (talk.context as Context).told ?? 0)
  if (talk.channel === 'sms') {
    for (const message of messages) await sendMessage(tools, talk, message)
    return
  }
  if (messages.length > 0) await tellAccount(tools, { talk, turns, upTo: messages.at(-1)!.to })
}

async function tellAccount({ outside: { account }, around, write, now, log }: JobTools, { talk, turns, upTo }: { talk: queries.TalkRow, turns: queries.TurnRow[], upTo: number }): Promise<void> {
  if (!account) return
  const told = (talk.context as Context).told ?? 0
  const { messages } = leftToSay(turns, now, told)
  const to = around.crypto.decrypt(talk.sender!, senderField)
  const fresh = turns.filter((turn) => turn.no > told && isUnasked(turn))
  // What may not be said any more is not tried: WeChat would refuse it again and again.
  if (messages < fresh.length) log.info({ talk: talk.id, unsent: fresh.length - messages }, 'the official account may not write to them before they write again')
  for (const turn of fresh.slice(0, messages)) await account.sendText(to, `【${turn.by === 'worker' ? `社工 ${turn.worker_name ?? ''}` : machineLabel}】${spoken(turnView(turn)).replace(rateIt, '')}`)
  await write(talk.area, async (ctx) => {
    const still = await queries.lock(ctx, talk.id)
    if (!still) return
    const row = await queries.update(ctx, still, { context: JSON.stringify({ ...still.context as Context, told: upTo }) })
    ctx.record('reception.told', subjectOf(row), { turns: Math.min(fresh.length, messages) })
  })
}
