import { dayOf, subdistrictOf } from '@linli/standards'
import type { JobDefinition } from '../../kernel/module.ts'
import { freezeOffice } from './freeze.ts'
import { addMonths, monthOf } from './period-rules.ts'
import { refresh } from './tally.ts'
import { listSubdistricts } from './tally-queries.ts'

export const count: JobDefinition = {
  title: '更新统计数', every: '* * * * *', atStart: true,
  run: async ({ around, now }) => { await refresh({ database: around.database, now }) },
}

/** On the first of the month, after what happened until midnight was counted; a month that was kept by hand stays as it is. */
export const freezeLastMonth: JobDefinition = {
  title: '固化上月统计', every: '20 1 1 * *',
  async run({ around, now, read, write }) {
    await refresh({ database: around.database, now })
    const month = addMonths(monthOf(dayOf(now)), -1)
    for (const { path } of await read('/', (ctx) => listSubdistricts(ctx.db))) await write(path, (ctx) => freezeOffice(ctx, { subdistrict: subdistrictOf(path), area: path }, month))
  },
}
