import { defineModule } from '../../kernel/module.ts'
import { drop, list, save } from './actions.ts'

export const bookmark = defineModule({
  name: 'bookmark',
  handle: { list, save, drop },
  words: { 'bookmark.saved': '保存常用列表', 'bookmark.dropped': '删除常用列表' },
})
