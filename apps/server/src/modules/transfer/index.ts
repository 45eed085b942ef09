import { areaAt } from '@linli/standards'
import { defineModule } from '../../kernel/module.ts'
import { moveTo } from '../person/index.ts'
import { ask, decide, list, subjectOf, withdraw } from './actions.ts'
import { holds } from './held.ts'
import * as queries from './queries.ts'

export const transfer = defineModule({
  name: 'transfer',
  handle: { list, ask, decide, withdraw },
  holds,
  when: {
    // Over both communities, as the server: neither may write into the other.
    'transfer.agreed': async ({ write }, { subject, area }) => void await write(areaAt(area, 'subdistrict')!, async (ctx) => {
      const row = await queries.lock(ctx, subject)
      if (row?.status !== 'agreed') return
      await moveTo(ctx, row.person, { at: row.housing ? { housing: row.housing } : { area: row.to_area }, role: row.role, since: row.since })
      ctx.record('transfer.done', subjectOf(await queries.update(ctx, row, { status: 'done' })))
    }),
  },
  words: { 'transfer.asked': '申请迁入', 'transfer.agreed': '同意迁移', 'transfer.refused': '不同意迁移', 'transfer.withdrawn': '撤回迁移申请', 'transfer.done': '完成迁移' },
})
