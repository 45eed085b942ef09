import { areaOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition } from '../../kernel/module.ts'
import { enter } from './enter.ts'
import * as numbers from './number-queries.ts'
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

/** So many that one transaction ends in well under a second. */
const numbersAtOnce = 500

/** Events from before the number of who reported them was found by an index: filled in once, in steps; what was done stays done when the server stops. */
export const indexNumbers: JobDefinition = {
  title: '补建旧事件反映人电话的索引', atStart: true,
  async run({ read, write }) {
    for (let after: numbers.Key | undefined; ;) {
      const from = after
      const rows = await read('/', (ctx) => numbers.listUnindexed(ctx, from, numbersAtOnce))
      for (const [subdistrict, own] of Map.groupBy(rows, (row) => row.subdistrict)) await write(areaOf(subdistrict), (ctx) => indexSome(ctx, subdistrict, own))
      after = rows.at(-1)
      if (rows.length < numbersAtOnce) return
    }
  },
}

async function indexSome(ctx: Ctx, subdistrict: number, rows: readonly numbers.Unindexed[]): Promise<void> {
  const filled = await numbers.putIndexes(ctx, subdistrict, rows.map(({ id, reporter_phone: sealed }) => ({ id, sealed, index: ctx.crypto.index(ctx.crypto.decrypt(sealed, 'event.reporter_phone'), 'person.phone') })))
  const area = areaOf(subdistrict)
  if (filled > 0) ctx.record('event.numbers-indexed', { kind: 'area', id: area, subdistrict, area, may: 'event.view' }, { events: filled })
}
