import { AimOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const governance: Section = {
  routes: [
    page('/governance', () => import('./governance-list-page.tsx'), 'governance.view'),
    page('/governance/:id', () => import('./governance-page.tsx'), 'governance.view'),
  ],
  menu: [{ to: '/governance', title: '治理事项', icon: AimOutlined, group: 'work', may: 'governance.view' }],
}
