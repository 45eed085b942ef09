import { defineModule } from '../../kernel/module.ts'
import { areas, changeArea, createArea, findAreas, locate, plan, shapes } from './actions.ts'
import { changeUnit, createUnit, units } from './unit-actions.ts'

export { areaNamed, areaNames, classOf, communitiesIn, communityUnit, homesFor, locateArea, subdistrictsIn } from './actions.ts'
export { addDrawn, addPlan, drawnAt, drawnIn, formerPaths, freshPath, holdPlace, planIn, redraw, redrawPlan, type Drawn, type PlanFeature } from './drawn.ts'
export { contactsIn, unitNamed } from './unit-actions.ts'

export const organisation = defineModule({
  name: 'organisation',
  handle: { areas, findAreas, shapes, locate, createArea, changeArea, units, createUnit, changeUnit, plan },
  words: { 'area.created': '新增辖区', 'area.changed': '修改辖区', 'unit.created': '新增单位', 'unit.changed': '修改单位' },
})
