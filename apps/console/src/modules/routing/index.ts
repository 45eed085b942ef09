import { BranchesOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const routing: Section = {
  routes: [
    page('/routing', () => import('./routing-page.tsx'), 'routing.view'),
    page('/routing/try-out', () => import('./try-out-page.tsx'), 'routing.manage'),
    page('/routing/version/:no', () => import('./version-page.tsx'), 'routing.view'),
  ],
  menu: [{ to: '/routing', title: '派遣规则', icon: BranchesOutlined, group: 'office', may: 'routing.view' }],
}
