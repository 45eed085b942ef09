import { defineModule } from '../../kernel/module.ts'
import { add, all, list, put, retire } from './actions.ts'

export { tagsIn } from './actions.ts'

export const tag = defineModule({ name: 'tag', handle: { list, all, add, retire, put }, words: { 'tag.added': '新增标签', 'tag.retired': '停用标签', 'tag.resumed': '恢复标签', 'tag.put': '给记录打标签' } })
