import { defineModule } from '../../kernel/module.ts'
import { exportRows, list, mine, names, seals } from './actions.ts'
import { holds } from './held.ts'
import { months, seal } from './jobs.ts'

export { checkJournal, type Checked, type Finding } from './check.ts'

export const audit = defineModule({
  name: 'audit',
  handle: { list, mine, export: exportRows, names, seals },
  jobs: { 'audit.seal': seal, 'audit.months': months },
  holds,
  words: {},
})
