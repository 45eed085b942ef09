import { defineModule } from '../../kernel/module.ts'
import { care } from './actions.ts'
import { points, times } from './events.ts'
import { exportInside } from './export.ts'
import { inside, insideBuildings, insideEvents, insidePeople } from './inside.ts'

export const sandtable = defineModule({ name: 'sandtable', handle: { points, times, care, inside, insideBuildings, insideEvents, insidePeople, insideExport: exportInside }, words: {} })
