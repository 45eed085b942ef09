import { defineModule } from '../../kernel/module.ts'
import { borders, changes, past, preview, save, undo } from './actions.ts'

export { hindranceOf, isInUse, takeBack, zoningOf } from './actions.ts'
export { applyBorders } from './apply.ts'
export { sharedMetres } from './cover-rules.ts'

export const zoning = defineModule({
  name: 'zoning',
  handle: { borders, preview, save, changes, undo, past },
  words: { 'zoning.saved': '调整网格', 'zoning.undone': '撤销网格调整', 'zoning.building-moved': '网格调整，楼幢划入别的网格', 'zoning.event-moved': '网格调整，事件随之划入别的网格' },
})
