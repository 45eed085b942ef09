import { defineModule } from '../../kernel/module.ts'
import { change, fields, get, history, restore, reveal } from './actions.ts'

export { buildingMeasures } from './measures.ts'

export const building = defineModule({
  name: 'building',
  handle: { fields, get, change, history, restore, reveal },
  words: { 'building.changed': '修改楼幢信息', 'building.confirmed': '确认楼幢信息无误', 'building.revealed': '查看楼幢的完整号码' },
})
