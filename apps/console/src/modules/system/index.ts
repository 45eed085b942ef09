import { DashboardOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const system: Section = {
  routes: [page('/system', () => import('./system-page.tsx'), 'system.manage')],
  menu: [{ to: '/system', title: '运行与任务', icon: DashboardOutlined, group: 'watch', may: 'system.manage' }],
}
