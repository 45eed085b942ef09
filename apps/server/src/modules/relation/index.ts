import { defineModule } from '../../kernel/module.ts'
import { end, enter, list } from './actions.ts'
import { linkLegalPerson, linkTheirEnterprises } from './legal-person.ts'
import { holds } from './held.ts'

export { enter as relate, list as relationsOf }

export const relation = defineModule({
  name: 'relation',
  handle: { list, enter, end },
  when: { 'enterprise.entered': linkLegalPerson, 'enterprise.changed': linkLegalPerson, 'enterprise.confirmed': linkLegalPerson, 'person.entered': linkTheirEnterprises },
  holds,
  words: { 'relation.entered': '登记关系', 'relation.ended': '结束关系', 'relation.list.looked': '查看关系' },
})
