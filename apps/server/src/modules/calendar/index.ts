import { defineModule } from '../../kernel/module.ts'
import { clearDay, setDay, setHours, year } from './actions.ts'

export { calendarFor } from './actions.ts'

export const calendar = defineModule({
  name: 'calendar',
  handle: { year, setDay, clearDay, setHours },
  words: { 'calendar.day-set': '设置上班或休息', 'calendar.day-cleared': '恢复国家安排', 'calendar.hours-set': '设置上班时间' },
})
