import { defineModule } from '../../kernel/module.ts'
import { similar, similarMine } from '../duplicate/index.ts'
import { expire, indexNumbers } from './jobs.ts'
import { count, get, getMine, list, mine, reveal, trace } from './read.ts'
import { change, report, reportMine } from './report.ts'
import { take, takeMine } from './take.ts'
import { passOn, settle } from './whole-jobs.ts'
import { words } from './words.ts'

export { answerByLink, eventToForward, mayHandOut, noteByLink } from './linked.ts'
export type { Holder } from './take.ts'
export { eventLink, eventToWhistle, markWhistled } from './whistled.ts'

export { count as countEvents, from, where, type Filters } from './list-queries.ts'
export { columns, find, rowColumns, type EventRow, type ListedRow } from './queries.ts'
export { waitingFor, waitingOf } from './read.ts'
export { rowView } from './view.ts'
export { after, moves } from './rules.ts'
export { knowsReporter, visible, whatOf, who } from './viewer.ts'

export const event = defineModule({
  name: 'event',
  handle: { report, reportMine, change, take, takeMine, list, count, get, trace, similar, similarMine, reveal, mine, getMine },
  when: { 'event.merged': passOn, 'event.closed': settle, 'event.cancelled': settle, 'event.cancel-approved': settle },
  jobs: { 'event.expire': expire, 'event.index-numbers': indexNumbers },
  words,
})
