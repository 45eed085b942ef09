import { FormOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const entry: Section = {
  routes: [page('/entry', () => import('./entry-page.tsx'), 'base.edit')],
  menu: [{ to: '/entry', title: '连续录入', icon: FormOutlined, group: 'base', may: 'base.edit' }],
}
