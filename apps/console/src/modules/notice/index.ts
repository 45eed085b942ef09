import { BellOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const notice: Section = {
  routes: [page('/notice', () => import('./notice-page.tsx'), 'event.view')],
  menu: [{ to: '/notice', title: '提醒', icon: BellOutlined, group: 'work', may: 'event.view' }],
}
