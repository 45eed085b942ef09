import type { Happened, JobTools } from '../../kernel/module.ts'
import * as queries from './queries.ts'

/** Adds up anew who took it up how often: heard twice it is the same number, and who takes up does not wait for who counts. */
export const when = {
  'reply.used': ({ write }: JobTools, { subject, subdistrict, area }: Happened) => write(area, async (ctx) => {
    const key = { subdistrict, id: subject }
    const used = await queries.sumUsed(ctx, key)
    await queries.update(ctx, key, { used })
    ctx.record('reply.counted', { kind: 'reply', id: subject, subdistrict, area }, { used })
  }),
}
