import { defineModule } from '../../kernel/module.ts'
import { add, change, own, rank, ranks, retire } from './actions.ts'

export { faultsOf, isSealed, type Fault } from './rules.ts'

export const field = defineModule({
  name: 'field',
  handle: { own, add, change, retire, ranks, rank },
  words: { 'field.added': '自加登记项目', 'field.changed': '修改自加项目', 'field.retired': '停用自加项目', 'field.resumed': '恢复自加项目', 'field.ranked': '修改来源规则' },
})
