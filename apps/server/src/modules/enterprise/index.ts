import { defineModule } from '../../kernel/module.ts'
import { change, enter, fields, get, history, list, move, putTags, restore, reveal } from './actions.ts'

export { organisationMeasures } from './measures.ts'
export { findEnterprises } from './find.ts'
export { find as enterpriseNamed } from './queries.ts'
export { enterprisesNaming, legalPersonOf } from './legal-person.ts'

export { forget as forgetEnterprise, revise as reviseEnterprise, stands as standsEnterprise } from './actions.ts'
export { enterpriseStore } from './many.ts'
export { rowOf } from './row.ts'
export { putTags }

export const enterprise = defineModule({
  name: 'enterprise',
  handle: { fields, list, get, enter, change, move, history, restore, reveal },
  words: {
    'enterprise.entered': '登记企业与组织', 'enterprise.changed': '修改企业与组织信息', 'enterprise.confirmed': '确认企业与组织信息无误', 'enterprise.moved': '变更企业与组织地址', 'enterprise.forgotten': '按规定删除企业与组织信息', 'enterprise.revealed': '查看企业与组织的完整号码',
    'enterprise.list.looked': '查看企业与组织列表', 'enterprise.get.looked': '查看一企一档', 'enterprise.history.looked': '查看企业与组织信息的变更记录',
  },
})
