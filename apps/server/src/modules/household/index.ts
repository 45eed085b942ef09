import { defineModule } from '../../kernel/module.ts'
import { arrange, change, end, fields, forget, form, get, list, putTags, restore, reveal } from './actions.ts'
import { history } from './history.ts'
import { holds } from './held.ts'

export { reviseOne as reviseHousehold, stands as standsHousehold } from './actions.ts'
export { forget as forgetHousehold, putTags }

export const household = defineModule({
  name: 'household',
  handle: { fields, list, get, form, arrange, change, end, history, restore, reveal },
  holds,
  words: {
    'household.formed': '建户', 'household.arranged': '调整户主和成员', 'household.changed': '修改户信息', 'household.confirmed': '确认户信息无误', 'household.ended': '销户', 'household.forgotten': '按规定删除户的信息', 'household.revealed': '查看户的完整号码',
    'household.list.looked': '查看户列表', 'household.get.looked': '查看一户一档', 'household.history.looked': '查看户信息的变更记录',
  },
})
