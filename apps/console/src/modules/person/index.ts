import { TeamOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const person: Section = {
  routes: [
    page('/person', () => import('./person-list-page.tsx'), 'base.view'),
    page('/person/new', () => import('./enter-page.tsx'), 'base.edit'),
    page('/person/:id', () => import('./person-page.tsx'), 'base.view'),
    page('/person/:id/edit', () => import('./change-page.tsx'), 'base.edit'),
  ],
  menu: [{ to: '/person', title: '人口', icon: TeamOutlined, group: 'base', may: 'base.view' }],
}
