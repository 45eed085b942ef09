import { BlockOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const sandtable: Section = {
  routes: [page('/sandtable', () => import('./sandtable-page.tsx'), 'sandtable.view')],
  menu: [{ to: '/sandtable', title: '数字沙盘', icon: BlockOutlined, group: 'work', may: 'sandtable.view' }],
}
