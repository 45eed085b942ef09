import { defineModule } from '../../kernel/module.ts'
import { behind, figures, setEstimate } from './actions.ts'
import { nightMs, overlapMs, recount } from './tally.ts'

export const board = defineModule({
  name: 'board',
  handle: { figures, behind, setEstimate },
  jobs: {
    'board.count': { title: '更新接待统计数', every: '*/5 * * * *', run: async ({ around, now }) => void await recount({ database: around.database, since: new Date(now.getTime() - overlapMs) }) },
    'board.recount': { title: '补算接待统计数', every: '40 2 * * *', atStart: true, run: async ({ around, now }) => void await recount({ database: around.database, since: new Date(now.getTime() - nightMs) }) },
  },
  words: { 'board.estimate-set': '调整节省工时的系数' },
})
