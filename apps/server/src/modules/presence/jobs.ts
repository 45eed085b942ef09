import type { JobDefinition } from '../../kernel/module.ts'
import { subjectOf } from './actions.ts'
import * as queries from './queries.ts'

/** What is over or silent is seen by nobody from that minute on; here it goes from the database as well. */
export const sweep: JobDefinition = {
  title: '清除到时的位置共享', every: '*/5 * * * *',
  async run({ write }) {
    await write('/', async (ctx) => {
      for (const row of await queries.sweep(ctx)) {
        if (row.is_over) ctx.record('presence.ended', subjectOf(row), { name: row.name })
        else ctx.tell(subjectOf(row))
      }
    })
  },
}

/** Fictional workers of a demonstration; elsewhere there are none. */
export const walk: JobDefinition = {
  title: '演示：现场人员走动', every: '* * * * *', atStart: true,
  async run({ write }) {
    await write('/', async (ctx) => { for (const row of await queries.walk(ctx)) ctx.tell(subjectOf(row)) })
  },
}
