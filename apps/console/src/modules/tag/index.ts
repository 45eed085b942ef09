import { TagsOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const tag: Section = {
  routes: [page('/tag', () => import('./tag-page.tsx'), 'base.manage')],
  menu: [{ to: '/tag', title: '标签', icon: TagsOutlined, group: 'office', may: 'base.manage' }],
}
