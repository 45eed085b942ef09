import { defineModule } from '../../kernel/module.ts'
import { cancel, commit, featuresOf, get, list, plan, read, stock, undo } from './actions.ts'
import { jobs } from './jobs.ts'

export { receive } from './actions.ts'

export const mapping = defineModule({
  name: 'mapping',
  handle: { list, get, features: featuresOf, stock, plan, read, commit, undo, cancel },
  jobs,
  words: {
    'mapping.received': '上传底图数据', 'mapping.asked-again': '重新读取底图数据', 'mapping.begun': '开始读取底图数据', 'mapping.recognised': '识别底图数据', 'mapping.staged': '核对底图数据', 'mapping.read': '底图数据读取完成', 'mapping.refused': '底图数据不能读取',
    'mapping.confirmed': '确认导入底图数据', 'mapping.stored': '导入底图数据', 'mapping.done': '底图数据导入完成', 'mapping.undo-asked': '要求撤销底图数据导入', 'mapping.taken-back': '撤销底图数据', 'mapping.undone': '底图数据导入已撤销', 'mapping.undo-refused': '底图数据导入没有撤销', 'mapping.cancelled': '取消底图数据导入',
  },
})
