import type { JobDefinition } from '../../kernel/module.ts'
import { enter } from './enter.ts'
import * as queries from './queries.ts'

const atOnce = 200

/** What the reporter did not answer in time is closed with the reason, and they may report again; what was asked while it was handled goes on without. */
export const expire: JobDefinition = {
  title: '逾期未补充的事件作废或继续办理',
  every: '*/10 * * * *',
  async run({ read, write, now }) {
    for (const { id, area } of await read('/', (ctx) => queries.listExpired(ctx, atOnce))) {
      await write(area, async (ctx) => {
        const event = await queries.lock(ctx, id)
        if (!event?.due_at || event.due_at >= now) return
        if (event.status === 'needDetail') await enter(ctx, event, 'resume', 'handling', { details: { note: '上报人没有在期限内补充，继续办理' } })
        if (event.status === 'needInfo') await enter(ctx, event, 'cancel', 'cancelled', { change: { closed_at: ctx.now }, details: { reason: '逾期未补充情况，已作废，您可以重新上报' } })
      })
    }
  },
}
