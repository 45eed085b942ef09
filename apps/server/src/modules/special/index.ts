import { defineModule } from '../../kernel/module.ts'
import { change, end, enter, fields, list, look, of } from './actions.ts'
import { holds } from './held.ts'
import { askSwitch, decideSwitch, switches, switchOff } from './switch.ts'

export const special = defineModule({
  name: 'special',
  handle: { switches, askSwitch, decideSwitch, switchOff, fields, list, of, look, enter, change, end },
  holds,
  words: {
    'special.switch-asked': '申请启用特殊人群', 'special.switched-on': '启用特殊人群', 'special.switch-refused': '不同意启用特殊人群', 'special.switched-off': '停用特殊人群',
    'special.entered': '登记特殊人群', 'special.changed': '修改特殊人群档案', 'special.ended': '解除特殊人群登记', 'special.opened': '查看特殊人群档案',
    'special.list.looked': '查看特殊人群列表', 'special.of.looked': '查看某人的特殊人群登记',
  },
})
