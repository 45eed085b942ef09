import type { Happened, JobDefinition, JobTools } from '../../kernel/module.ts'
import { OutsideFailure } from '../../outside/failure.ts'
import { aiMark, phraseAnswer, rewriteQuestion } from '../../outside/llm/speak.ts'
import { onDutyNow } from '../duty/index.ts'
import { sayOfTalk } from '../notice/index.ts'
import * as queries from './queries.ts'
import { saidIn } from './reword-rules.ts'
import { give, standing, surest, type Left } from './reword.ts'
import { idleMinutes, type Context } from './rules.ts'
import { machine, settle } from './step.ts'
import { senderField, spoken } from './text-rules.ts'
import { sendText, tellByText } from './text.ts'
import { subjectOf, turnView } from './view.ts'
import * as words from './words-rules.ts'

const atOnce = 200

/** Talks in which nothing was said for half an hour come to an end, and their residents are asked for a rating. */
async function endIdle({ read, write, now }: JobTools): Promise<void> {
  const since = new Date(now.getTime() - idleMinutes * 60_000)
  for (const { id, area } of await read('/', (ctx) => queries.listIdle(ctx, { since, limit: atOnce }))) {
    await write(area, async (ctx) => {
      const talk = await queries.lock(ctx, id)
      if (!talk || talk.state !== 'open' || talk.last_at >= since) return
      await settle(ctx, talk, { turns: [machine('ended', words.ended)], change: { state: 'ended', ended_at: ctx.now, ended_by: 'time' }, happened: [{ name: 'reception.ended', details: { by: 'time' } }] })
    })
  }
}

/** What was not answered is put in other words by the language model and looked up again. It is tried once: nobody waits for a second time, and what was said stands. */
async function reword({ outside: { llm }, read, write, log }: JobTools, left: Left): Promise<void> {
  const asked = await read(left.area, (ctx) => standing(ctx, left))
  if (llm === null || !asked) return
  const ways = await tried(log, rewriteQuestion(llm, asked.text))
  const found = typeof ways === 'string' ? undefined : await read(left.area, (ctx) => surest(ctx, asked.talk, ways))
  if (typeof ways === 'string' || !found) return
  const sources = found.hits.map(({ card }) => ({ question: card.question, answer: saidIn(card) }))
  const phrased = await tried(log, phraseAnswer(llm, { question: asked.text, sources }))
  await write(left.area, (ctx) => give(ctx, left, { ways, found, said: { phrased, model: llm.model, mark: aiMark } }))
}

/** What the model answered, or that it failed. */
const tried = <T>(log: JobTools['log'], work: Promise<T>): Promise<T | 'failed'> => work.catch((error: unknown) => {
  if (!(error instanceof OutsideFailure)) throw error
  log.info({ reason: error.message }, 'the language model gave no answer')
  return 'failed'
})

/** What a person said is sent to who asks from the official account or by text message; the same words once, also where it is tried again. */
async function tellOutside(tools: JobTools, { subject, area }: Happened): Promise<void> {
  const { outside, around, read, write } = tools
  const waiting = await read(area, async (ctx) => {
    const talk = await queries.find(ctx, subject)
    if (!talk?.sender) return undefined
    const told = (talk.context as Context).told ?? 0
    const turns = (await queries.listTurns(ctx, talk, { limit: atOnce })).filter(({ no, by }) => no > told && by === 'worker')
    return { talk, turns }
  })
  if (!waiting || waiting.turns.length === 0) return
  const { talk, turns } = waiting
  if (talk.channel === 'sms') return tellByText(tools, talk, { from: (talk.context as Context).told ?? 0, to: turns.at(-1)!.no })
  if (!outside.account) return
  for (const turn of turns) await outside.account.sendText(around.crypto.decrypt(talk.sender!, senderField), `【社工 ${turn.worker_name ?? ''}】${spoken(turnView(turn))}`)
  await write(area, async (ctx) => {
    const now = await queries.lock(ctx, subject)
    if (!now) return
    const row = await queries.update(ctx, now, { context: JSON.stringify({ ...now.context as Context, told: turns.at(-1)!.no }) })
    ctx.record('reception.told', subjectOf(row), { turns: turns.length })
  })
}

/** Danger is brought to who is on duty at that moment. */
const alert = ({ write }: JobTools, { subject, area }: Happened): Promise<void> => write(area, async (ctx) => {
  const talk = await queries.find(ctx, subject)
  if (talk) await sayOfTalk(ctx, talk, { onDuty: (await onDutyNow(ctx, talk.area)).people.map(({ id }) => id) })
})

export const when = { 'reception.replied': tellOutside, 'reception.alerted': alert }

export const jobs: Record<string, JobDefinition> = {
  'reception.idle': { title: '结束没有下文的对话', every: '*/5 * * * *', run: endIdle },
  'reception.text': { title: '用短信回复居民', run: sendText },
  'reception.reword': { title: '用大模型换个说法再查一遍', run: reword },
}
