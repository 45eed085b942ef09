import { MessageOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const reply: Section = {
  routes: [page('/reply', () => import('./reply-page.tsx'), 'reply.manage')],
  menu: [{ to: '/reply', title: '常用回复', icon: MessageOutlined, group: 'office', may: 'reply.manage' }],
}
