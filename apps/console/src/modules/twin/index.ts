import { UsergroupAddOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const twin: Section = {
  routes: [page('/twin', () => import('./twin-page.tsx'), 'base.view')],
  menu: [{ to: '/twin', title: '疑似重复', icon: UsergroupAddOutlined, group: 'base', may: 'base.view' }],
}
