import { defineModule } from '../../kernel/module.ts'
import { change, create, setRule, setSpecialLimit, suggest, tree } from './actions.ts'
import { officeRule, setOfficeRule } from './office-rule.ts'
import { setStepLimit, stepLimits } from './rule-actions.ts'

export { suggest as suggestMatters } from './actions.ts'
export { officeRuleFor, type OfficeRule } from './office-rule.ts'
export { isConfidential, matterBook, matterNamed, mattersBelow, ruleFor, stepLimit, type MatterRule } from './rule-actions.ts'

export const matter = defineModule({
  name: 'matter',
  handle: { tree, suggest, create, change, setRule, setSpecialLimit, stepLimits, setStepLimit, officeRule, setOfficeRule },
  words: { 'matter.created': '新增事项', 'matter.changed': '修改事项', 'matter.rule-set': '设置事项时限与办理单位', 'matter.special-limit-set': '设置按区域与级别的时限', 'matter.step-limit-set': '设置环节时限', 'matter.office-rule-set': '设置办理规则' },
})
