import { defineModule } from '../../kernel/module.ts'
import { hold, holds, release, runs } from './actions.ts'
import { sweep } from './jobs.ts'

export { heldItems } from './queries.ts'

export const retention = defineModule({
  name: 'retention',
  handle: { runs, holds, hold, release },
  jobs: { 'retention.sweep': sweep },
  words: { 'retention.held': '设置留存', 'retention.released': '解除留存', 'retention.swept': '到期清理' },
})
