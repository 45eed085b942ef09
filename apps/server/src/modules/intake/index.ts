import { defineModule } from '../../kernel/module.ts'
import { cancel, choose, commit, get, list, read, rows, undo } from './actions.ts'
import { jobs } from './jobs.ts'
import { mend, toMend } from './mend.ts'
import { faults } from './return.ts'
import { holds } from './held.ts'

export { receive } from './receive.ts'

export const intake = defineModule({
  name: 'intake',
  handle: { list, get, rows, faults, toMend, mend, read, choose, commit, cancel, undo },
  holds,
  jobs,
  words: {
    'intake.received': '上传导入文件', 'intake.recognised': '识别导入文件', 'intake.advanced': '读取导入文件', 'intake.read': '读完导入文件', 'intake.refused': '导入文件读不了', 'intake.read-anew': '重新读取导入文件', 'intake.mended': '修改导入的行',
    'intake.chosen': '选择要采纳的改动', 'intake.committed': '确认导入', 'intake.stored': '导入一部分', 'intake.done': '导入完成', 'intake.cancelled': '取消导入', 'intake.undoing': '撤销导入', 'intake.taken-back': '撤销一部分导入', 'intake.undone': '导入已撤销',
  },
})
