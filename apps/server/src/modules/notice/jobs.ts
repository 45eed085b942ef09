import type { Happened, JobDefinition, JobTools } from '../../kernel/module.ts'
import { heard } from './heard.ts'
import * as events from './event-queries.ts'
import { remindNow } from './remind.ts'
import { listened } from './rules.ts'

/** So many are held at once, and so many times in one run: what is left comes a minute later. */
const atOnce = 200
const mostRounds = 10

/** What the clock has brought: one short transaction for each, so that a run that ends early has lost nothing and says nothing twice. */
export const remind: JobDefinition = {
  title: '到时提醒与升级',
  every: '* * * * *',
  async run({ read, write }) {
    for (let round = 0; round < mostRounds; round += 1) {
      const due = await read('/', (ctx) => events.listDue(ctx, atOnce))
      for (const one of due) await write(one.area, (ctx) => remindNow(ctx, one))
      if (due.length < atOnce) return
    }
  },
}

/** What somebody did is said as soon as it is in the journal. */
export const when = Object.fromEntries(listened.map((name) => [name, ({ write }: JobTools, happened: Happened) => write(happened.area, (ctx) => heard(ctx, happened))]))
