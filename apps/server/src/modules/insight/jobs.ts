import { addMonths, dayOf, monthOf, subdistrictOf } from '@linli/standards'
import type { JobDefinition } from '../../kernel/module.ts'
import { freezeOffice, isKept } from './freeze.ts'
import { refresh } from './tally.ts'
import { listSubdistricts } from './tally-queries.ts'

/** A month is kept so long after its end: what happened until midnight is counted by then. */
const restMs = 80 * 60_000

/** Counts what changed, then keeps the last month where that is still to be done: a server that was off on the first does it when it is back. A month that was kept by hand stays as it is. */
export const count: JobDefinition = {
  title: '更新统计数，固化上月', every: '* * * * *', atStart: true,
  async run({ around, now, read, write }) {
    await refresh({ database: around.database, now })
    const month = addMonths(monthOf(dayOf(new Date(now.getTime() - restMs))), -1)
    for (const { path } of await read('/', (ctx) => listSubdistricts(ctx.db))) {
      if (!await read(path, (ctx) => isKept(ctx, path, month))) await write(path, (ctx) => freezeOffice(ctx, { subdistrict: subdistrictOf(path), area: path }, month))
    }
  },
}
