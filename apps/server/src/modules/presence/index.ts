import { defineModule } from '../../kernel/module.ts'
import { list, mine, news, place, start, stop } from './actions.ts'
import { sweep, walk } from './jobs.ts'

export const presence = defineModule({
  name: 'presence',
  handle: { mine, start, place, stop, news, list },
  jobs: { 'presence.sweep': sweep, 'presence.walk': walk },
  words: { 'presence.started': '开始共享位置', 'presence.ended': '停止共享位置' },
})
