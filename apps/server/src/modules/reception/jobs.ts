import type { Happened, JobDefinition, JobTools } from '../../kernel/module.ts'
import { OutsideFailure } from '../../outside/failure.ts'
import { aiMark, phraseAnswer, rewriteQuestion } from '../../outside/llm/speak.ts'
import { onDutyNow } from '../duty/index.ts'
import { sayOfTalk } from '../notice/index.ts'
import * as queries from './queries.ts'
import { saidIn } from './reword-rules.ts'
import { give, standing, surest, type Left } from './reword.ts'
import { idleMinutes } from './rules.ts'
import { machine, settle } from './step.ts'
import { sendText } from './text.ts'
import { tellOutside } from './unasked.ts'
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

/** Danger is brought to who is on duty at that moment. */
const alert = ({ write }: JobTools, { subject, area }: Happened): Promise<void> => write(area, async (ctx) => {
  const talk = await queries.find(ctx, subject)
  if (talk) await sayOfTalk(ctx, talk, { onDuty: (await onDutyNow(ctx, talk.area)).people.map(({ id }) => id) })
})

export const when = { 'reception.alerted': alert }

export const jobs: Record<string, JobDefinition> = {
  'reception.idle': { title: '结束没有下文的对话', every: '*/5 * * * *', run: endIdle },
  'reception.text': { title: '用短信回复居民', run: sendText },
  'reception.tell': { title: '把回复发到公众号或短信', run: tellOutside },
  'reception.reword': { title: '用大模型换个说法再查一遍', run: reword },
}
