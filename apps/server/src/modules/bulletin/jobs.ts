import type { BulletinRhythm } from '@linli/contract'
import { areaAt, dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition } from '../../kernel/module.ts'
import * as measure from '../measure/index.ts'
import { made, tell } from './issue.ts'
import * as queries from './queries.ts'
import type { BulletinRow } from './queries.ts'
import * as rules from './rules.ts'

/** Of what comes round the period that is over, as soon as the night has proved its figures; after days without a server the last one. Nothing is made twice, nor what somebody dropped. */
export const makeDue: JobDefinition = {
  title: '制作到期的报表', every: '*/10 * * * *', atStart: true,
  async run({ now, read, write }) {
    const today = dayOf(now)
    for (const row of await read('/', (ctx) => queries.listRhythmic(ctx))) {
      const period = rules.lastPeriod(row.rhythm as Exclude<BulletinRhythm, 'once'>, today)
      if (period.until > row.since) await write(areaAt(row.area, 'subdistrict')!, (ctx) => makeOne(ctx, row, period, today))
    }
  },
}

async function makeOne(ctx: Ctx, one: BulletinRow, period: rules.Period, today: string): Promise<void> {
  // Two servers that look at the same moment: the second waits here and finds it made.
  const row = await queries.lock(ctx, one.id)
  if (!row || row.is_ended || !await isProved(ctx, row, today) || await queries.isMade(ctx, row, period)) return
  await tell(ctx, 'bulletinMade', await made(ctx, row, { period }), { person: row.changed_by })
}

/** The figures move on to a day when everything was counted anew. */
async function isProved(ctx: Ctx, { area }: BulletinRow, today: string): Promise<boolean> {
  const [mark] = await measure.marks(ctx, areaAt(area, 'subdistrict')!)
  return (mark?.day ?? '') >= today
}
