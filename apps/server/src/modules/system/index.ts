import { defineModule } from '../../kernel/module.ts'
import { deadJobs, discard, redrive, state } from './actions.ts'
import { jobs } from './jobs.ts'

export const system = defineModule({
  name: 'system',
  handle: { state, deadJobs, redrive, discard },
  jobs,
  words: { 'job.redriven': '重做失败的后台任务', 'job.discarded': '放弃失败的后台任务', 'photo.forgotten': '清理没有用上的照片' },
})
