import { defineModule } from '../../kernel/module.ts'
import { decide, list, propose, whom } from './actions.ts'
import { arrive, doors } from './arrival.ts'
import { holds } from './held.ts'

export const claim = defineModule({
  name: 'claim',
  handle: { list, decide, whom, propose, doors, arrive },
  holds,
  words: { 'claim.proposed': '上报信息变动', 'claim.accepted': '采纳', 'claim.refused': '不采纳', 'claim.list.looked': '查看待定值', 'claim.whom.looked': '查看可上报变动的居民' },
})
