import * as z from 'zod'
import { Day, Nothing, choice, reads, writes } from './kit.ts'

export const DayKind = choice({ work: '上班', rest: '休息' })
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '时间写成 08:30 的样子')

export const CalendarView = z.object({
  hours: z.array(z.tuple([Clock, Clock])),
  days: z.array(z.object({ day: Day, kind: DayKind, note: z.string(), source: z.enum(['national', 'office']) })),
})

export const calendar = {
  year: reads({ title: '一年的工作日历', may: 'signed-in', input: z.object({ year: z.number().int().min(2020).max(2100) }), output: CalendarView }),
  setDay: writes({ title: '设置上班或休息', may: 'calendar.manage', input: z.object({ day: Day, kind: DayKind, note: z.string().max(60) }), output: Nothing }),
  clearDay: writes({ title: '恢复国家安排', may: 'calendar.manage', input: z.object({ day: Day }), output: Nothing }),
  setHours: writes({ title: '设置上班时间', may: 'calendar.manage', input: z.object({ hours: z.array(z.tuple([Clock, Clock])).min(1).max(4) }), output: Nothing }),
}
