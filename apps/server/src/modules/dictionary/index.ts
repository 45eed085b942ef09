import { defineModule } from '../../kernel/module.ts'
import { addEntry, changeEntry, entries, retireEntry, tables } from './actions.ts'

export const dictionary = defineModule({
  name: 'dictionary',
  handle: { tables, entries, addEntry, changeEntry, retireEntry },
  words: { 'code.added': '新增代码', 'code.renamed': '修改代码名称', 'code.retired': '停用代码', 'code.resumed': '恢复启用代码' },
})
