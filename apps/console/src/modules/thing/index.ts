import { ToolOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const thing: Section = {
  routes: [page('/thing', () => import('./thing-list-page.tsx'), 'base.view'), page('/thing/:id', () => import('./thing-page.tsx'), 'base.view')],
  menu: [{ to: '/thing', title: '物与部件', icon: ToolOutlined, group: 'base', may: 'base.view' }],
}
