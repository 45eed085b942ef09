import { defineModule } from '../../kernel/module.ts'
import { change, exportRegister, history, list } from './actions.ts'

export { registerOf } from './actions.ts'
export { covers } from './rules.ts'
export { shipped } from './shipped-rules.ts'

export const processing = defineModule({
  name: 'processing',
  handle: { list, history, change, export: exportRegister },
  words: { 'processing.changed': '修改个人信息处理登记' },
})
