import { ScheduleOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const duty: Section = {
  routes: [page('/duty', () => import('./duty-page.tsx'), 'duty.view')],
  menu: [{ to: '/duty', title: '值班表', icon: ScheduleOutlined, group: 'work', may: 'duty.view' }],
}
