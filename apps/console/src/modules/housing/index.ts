import { TableOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const housing: Section = {
  routes: [
    page('/housing', () => import('./building-page.tsx'), 'base.view'),
    page('/housing/:id', () => import('./unit-page.tsx'), 'base.view'),
  ],
  menu: [{ to: '/housing', title: '楼栋户室图', icon: TableOutlined, group: 'base', may: 'base.view' }],
}
