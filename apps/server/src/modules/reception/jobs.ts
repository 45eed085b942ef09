import type { JobDefinition, JobTools } from '../../kernel/module.ts'
import * as queries from './queries.ts'
import { idleMinutes } from './rules.ts'
import { machine, settle } from './step.ts'
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

export const jobs: Record<string, JobDefinition> = {
  'reception.idle': { title: '结束没有下文的对话', every: '*/5 * * * *', run: endIdle },
}
