import { ImportOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const intake: Section = {
  routes: [
    page('/intake', () => import('./intake-list-page.tsx'), 'base.edit'),
    page('/intake/:id', () => import('./intake-page.tsx'), 'base.edit'),
  ],
  menu: [{ to: '/intake', title: '导入登记表', icon: ImportOutlined, group: 'base', may: 'base.edit' }],
}
