import { defineModule } from '../../kernel/module.ts'
import { address, extend, forward, list, remind, withdraw } from './actions.ts'
import { ask, goOn, passOn } from './follow.ts'
import { open, settle } from './gate.ts'
import { jobs } from './jobs.ts'
import { words } from './words.ts'
import { holds } from './held.ts'

export { keepByLink, mayLookByLink, maySendUp } from './gate.ts'

export const link = defineModule({
  name: 'link',
  handle: { open, settle, list, forward, address, remind, extend, withdraw },
  holds,
  when: {
    'event.info-asked': ask, 'link.answered': passOn,
    'event.answered': goOn, 'event.resumed': goOn, 'event.merged': goOn, 'event.cancelled': goOn, 'event.cancel-approved': goOn, 'event.returned': goOn, 'event.recalled': goOn, 'event.transferred': goOn, 'event.fed-back': goOn,
  },
  jobs,
  words,
})
