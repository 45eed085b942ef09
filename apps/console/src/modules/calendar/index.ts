import { CalendarOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const calendar: Section = {
  routes: [page('/calendar', () => import('./calendar-page.tsx'), 'calendar.manage')],
  menu: [{ to: '/calendar', title: '工作日历', icon: CalendarOutlined, group: 'office', may: 'calendar.manage' }],
}
