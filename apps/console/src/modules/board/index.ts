import { DashboardOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const board: Section = {
  routes: [page('/reception-board', () => import('./board-page.tsx'), 'insight.view'), page('/reception-board/talks', () => import('./behind-page.tsx'), 'insight.view')],
  menu: [{ to: '/reception-board', title: '接待看板', icon: DashboardOutlined, group: 'work', may: 'insight.view' }],
}
