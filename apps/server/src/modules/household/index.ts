import { defineModule } from '../../kernel/module.ts'
import { arrange, change, end, fields, forget, form, get, list, putTags, restore, reveal } from './actions.ts'
import { history } from './history.ts'
import { holds } from './held.ts'
import { move } from './move.ts'
import { merge, split } from './rearrange.ts'

export { householdMeasures } from './measures.ts'
export { join as joinHousehold } from './join.ts'
export { lookedUp as householdsFound } from './look.ts'
export { householdStore } from './many.ts'
export { reviseOne as reviseHousehold, stands as standsHousehold } from './actions.ts'
export { forget as forgetHousehold, putTags }

export const household = defineModule({
  name: 'household',
  handle: { fields, list, get, form, arrange, split, merge, move, change, end, history, restore, reveal },
  holds,
  words: {
    'household.formed': '建户', 'household.arranged': '调整户主和成员', 'household.split': '分户', 'household.merged': '并户', 'household.moved': '整户搬迁', 'household.changed': '修改户信息', 'household.confirmed': '确认户信息无误', 'household.ended': '销户', 'household.forgotten': '按规定删除户的信息', 'household.revealed': '查看户的完整号码',
    'household.list.looked': '查看户列表', 'household.get.looked': '查看一户一档', 'household.history.looked': '查看户信息的变更记录',
  },
})
