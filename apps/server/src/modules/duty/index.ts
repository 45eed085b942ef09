import { defineModule } from '../../kernel/module.ts'
import { copyWeek, now, put, setHours, week } from './actions.ts'

export { listWorkers as workersAt } from './queries.ts'
export { onDutyNow, opensAt, type OnDutyNow } from './standing.ts'

export const duty = defineModule({
  name: 'duty',
  handle: { week, now, put, copyWeek, setHours },
  words: { 'duty.put': '安排值班', 'duty.taken-off': '取消值班', 'duty.copied': '复制一周值班', 'duty.hours-set': '设置接待时间' },
})
