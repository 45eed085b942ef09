import { IdcardOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { RightsCount } from './rights-count.tsx'

export const rights: Section = {
  routes: [page('/rights', () => import('./rights-list-page.tsx'), 'rights.handle'), page('/rights/:id', () => import('./rights-page.tsx'), 'rights.handle')],
  menu: [{ to: '/rights', title: '个人信息请求', icon: IdcardOutlined, group: 'work', may: 'rights.handle', Count: RightsCount }],
}
