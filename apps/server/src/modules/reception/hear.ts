import { createHash } from 'node:crypto'
import type { TalkChannel } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNamed } from '../organisation/index.ts'
import { picked } from './question.ts'
import * as queries from './queries.ts'
import { titleOf, type Context } from './rules.ts'
import { machine, settle, type Answer } from './step.ts'
import { nextOf } from './short-rules.ts'
import { chosenBy, senderField, textOf } from './text-rules.ts'
import { isUrgent, sendLater, sentIn, sentOf } from './texted.ts'
import { answerTo } from './turn.ts'
import { isPlaced, turnView } from './view.ts'
import * as words from './words-rules.ts'

/** One message from outside the app. `id` is the same where it is sent again; `longest`: how many letters a text message may have. */
export interface Heard { channel: Exclude<TalkChannel, 'app'>, office: string, sender: string, id: string | null, kind: 'text' | 'hello' | 'other', text: string, longest?: number }

/** So long a talk goes on where nobody ends it. */
const dayMs = 24 * 3_600_000
const mostLetters = 500

/** The same conversation in words alone: gives what is to be said back; to a text message a job says it. Who writes is kept sealed and found by an index. */
export async function hear(ctx: Ctx, heard: Heard): Promise<string> {
  const index = ctx.crypto.index(`${heard.channel} ${heard.sender}`, senderField)
  const standing = await queries.findStandingOf(ctx, index, new Date(ctx.now.getTime() - dayMs))
  const context = standing?.context as Context | undefined
  const mark = heard.id === null ? undefined : createHash('sha256').update(heard.id).digest('base64url').slice(0, 16)
  if (standing && mark !== undefined && context?.heard?.mark === mark) return again(ctx, standing, context.heard.from)
  const isText = heard.channel === 'sms'
  const earlier = isText && mark !== undefined ? await queries.findHeard(ctx, tenantOf(heard.office), mark) : undefined
  if (earlier) return again(ctx, earlier, earlier.turns)
  const talk = standing ?? await begin(ctx, heard, index)
  const further = isText ? nextOf(context?.said, heard.text) : undefined
  const answer: Answer = further ? { turns: [] } : await answerOf(ctx, talk, heard)
  const asked = heard.kind === 'text' ? [{ by: 'resident' as const, kind: 'say', text: heard.text.slice(0, mostLetters), ...(isText && { mark }) }] : []
  const hello = standing ? [] : greeting(talk, answer, isText)
  const all = [...hello, ...asked, ...answer.turns]
  const said = further ?? (isText ? sentOf(talk, all, heard.longest) : undefined)
  const { turns } = await settle(ctx, talk, {
    ...answer, isOutside: true, turns: all, context: { ...sentIn(context), ...(answer.context ?? context), ...(said && { said }), ...(mark !== undefined && { heard: { mark, from: talk.turns } }) },
    change: { ...answer.change, ...(talk.title === '' && asked.length > 0 && { title: titleOf(heard.text) }) },
    happened: [...standing ? [] : [{ name: 'reception.begun', details: { channel: heard.channel } }], { name: 'reception.asked', details: { no: talk.turns + hello.length + 1, ...answer.asked } }, ...answer.happened ?? []],
  })
  if (said) sendLater(ctx, said, { talk: talk.id, office: heard.office, isWhole: isUrgent(answer.turns) })
  return textOf(turns.filter(({ by }) => by === 'machine'))
}

/** In a text message the numbers to call stand first: each letter is paid for, and little fits. */
function greeting({ area, area_name: name }: queries.TalkRow, answer: Answer, isText: boolean): queries.NewTurn[] {
  if (!isText) return [machine('greeting', words.greeting(name, isPlaced(area)))]
  return isUrgent(answer.turns) ? [] : [machine('greeting', words.shortGreeting(name))]
}

/** What was answered to the message that is sent again. */
async function again(ctx: Ctx, talk: queries.TalkRow, from: number): Promise<string> {
  ctx.record('reception.heard-again', { kind: 'talk', id: talk.id, subdistrict: talk.subdistrict, area: talk.area, may: 'talk.view' })
  return textOf((await queries.listTurns(ctx, talk, { limit: 10 })).filter(({ no, by }) => no > from && by === 'machine').map(turnView))
}

async function answerOf(ctx: Ctx, talk: queries.TalkRow, { kind, text }: Heard): Promise<Answer> {
  if (kind === 'hello') return { turns: [] }
  if (kind === 'other') return { turns: [machine('small', words.wordsAlone)] }
  const context = talk.context as Context
  const at = chosenBy(text)
  const chosen = at === undefined ? undefined : context.offered?.[at]
  return chosen ? picked(ctx, context, chosen.entry) : answerTo(ctx, talk, text.slice(0, mostLetters))
}

async function begin(ctx: Ctx, { channel, office, sender }: Heard, index: Buffer): Promise<queries.TalkRow> {
  const area = await queries.findLastAreaOf(ctx, index) ?? office
  const { name } = await areaNamed(ctx, area)
  const masked = channel === 'sms' ? `${sender.slice(0, 3)}****${sender.slice(-4)}` : '微信用户'
  return queries.insert(ctx, { subdistrict: tenantOf(office), id: ctx.newId(), area, area_name: name, channel, sender: ctx.crypto.encrypt(sender, senderField), sender_index: index, sender_masked: masked, begun_at: ctx.now, last_at: ctx.now })
}
