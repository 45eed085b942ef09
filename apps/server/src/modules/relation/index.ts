import { defineModule } from '../../kernel/module.ts'
import { end, enter, list } from './actions.ts'

export { enter as relate, list as relationsOf }

export const relation = defineModule({ name: 'relation', handle: { list, enter, end }, words: { 'relation.entered': '登记关系', 'relation.ended': '结束关系', 'relation.list.looked': '查看关系' } })
