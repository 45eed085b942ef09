import { GlobalOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const mapping: Section = {
  routes: [page('/atlas', () => import('./atlas-page.tsx'), 'organisation.manage'), page('/atlas/:id', () => import('./import-page.tsx'), 'organisation.manage')],
  menu: [{ to: '/atlas', title: '底图与网格', icon: GlobalOutlined, group: 'office', may: 'organisation.manage' }],
}
