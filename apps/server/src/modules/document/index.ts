import { defineModule } from '../../kernel/module.ts'
import { forget, holds, list, remove } from './actions.ts'

export { keep, open } from './actions.ts'
export { readPaper } from './reading.ts'

export const document = defineModule({
  name: 'document',
  handle: { list, remove },
  holds,
  when: { 'person.forgotten': ({ write }, { subject, area }) => write(area, (ctx) => forget(ctx, subject)) },
  words: { 'document.added': '上传附件材料', 'document.opened': '查看附件材料', 'document.removed': '删除附件材料', 'document.list.looked': '查看附件材料目录' },
})
