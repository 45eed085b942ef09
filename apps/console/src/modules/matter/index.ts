import { FileTextOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const matter: Section = {
  routes: [page('/matter', () => import('./matter-page.tsx'), 'matter.manage')],
  menu: [{ to: '/matter', title: '事项与时限', icon: FileTextOutlined, group: 'office', may: 'matter.manage' }],
}
