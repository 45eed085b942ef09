import { defineModule } from '../../kernel/module.ts'
import { add, change, chart, fields, get, history, putTags, restore, reveal } from './actions.ts'

export { housingMeasures } from './measures.ts'
export { findHousing, listDoorsOf } from './find.ts'
export { isSameSpot, readPoint, settlePlace, type Found, type Looked, type UnitOf } from './place-rules.ts'
export { find as housingUnit, type HousingRow } from './queries.ts'

export { housingStore } from './many.ts'
export { addOne as addUnit, forget as forgetHousing, confirmUnit, revise as reviseHousing, stands as standsHousing } from './actions.ts'
export { putTags }

export const housing = defineModule({
  name: 'housing',
  handle: { fields, chart, get, add, change, history, restore, reveal },
  words: { 'housing.added': '登记房屋', 'housing.changed': '修改房屋信息', 'housing.confirmed': '确认房屋信息无误', 'housing.forgotten': '按规定删除房屋信息', 'housing.revealed': '查看房屋的完整号码' },
})
