import { defineModule } from '../../kernel/module.ts'
import { expire } from './jobs.ts'
import { get, getMine, list, mine, reveal, today, trace } from './read.ts'
import { change, report, reportMine } from './report.ts'
import { dropView, saveView, views } from './saved-view.ts'
import { take, takeMine } from './take.ts'
import { words } from './view.ts'

export const event = defineModule({
  name: 'event',
  handle: { report, reportMine, change, take, takeMine, list, get, trace, today, reveal, mine, getMine, views, saveView, dropView },
  jobs: { 'event.expire': expire },
  words,
})
