import { BookOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const dictionary: Section = {
  routes: [page('/dictionary', () => import('./dictionary-page.tsx'), 'dictionary.manage')],
  menu: [{ to: '/dictionary', title: '代码表', icon: BookOutlined, group: 'office', may: 'dictionary.manage' }],
}
