import type { Ctx } from '../../kernel/ctx.ts'
import type { JobDefinition } from '../../kernel/module.ts'
import { sayOfWhistle } from '../notice/index.ts'
import * as late from './late-queries.ts'
import { latest } from './limit-rules.ts'

/** What is left comes a minute later. */
const atOnce = 200

/** Who has not answered or not arrived in time is told so with the office, each once: one short transaction for each. */
export const remind: JobDefinition = {
  title: '逾期未接哨、未到场提醒',
  every: '* * * * *',
  async run({ read, write }) {
    for (const key of await read('/', (ctx) => late.listLate(ctx, atOnce))) await write(key.area, (ctx) => tell(ctx, key))
  },
}

/** Who is too late to arrive need not read as well that they did not answer. */
async function tell(ctx: Ctx, key: late.LateKey): Promise<void> {
  const part = await late.lockLate(ctx, key)
  if (!part) return
  const { kind, told } = latest(ctx.now, { answerBy: part.answer_by, arriveBy: part.arrive_by })
  await late.markTold(ctx, key, told)
  await sayOfWhistle(ctx, kind, part, { unit: part.unit, unitName: part.unit_name, isCommunity: part.unit_kind === 'community', dueAt: kind === 'answerLate' ? part.answer_by : part.arrive_by })
}
