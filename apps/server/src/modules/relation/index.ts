import { defineModule } from '../../kernel/module.ts'
import { end, enter, list } from './actions.ts'
import { holds } from './held.ts'

export const relation = defineModule({ name: 'relation', handle: { list, enter, end }, holds, words: { 'relation.entered': '登记关系', 'relation.ended': '结束关系', 'relation.list.looked': '查看关系' } })
