import { FormOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const field: Section = {
  routes: [page('/field', () => import('./field-page.tsx'), 'base.manage')],
  menu: [{ to: '/field', title: '自定义字段', icon: FormOutlined, group: 'office', may: 'base.manage' }],
}
