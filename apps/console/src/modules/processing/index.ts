import { ProfileOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const processing: Section = {
  routes: [page('/processing', () => import('./processing-page.tsx'), 'processing.view')],
  menu: [{ to: '/processing', title: '个人信息登记', icon: ProfileOutlined, group: 'watch', may: 'processing.view' }],
}
