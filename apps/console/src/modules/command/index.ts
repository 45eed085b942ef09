import { DesktopOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const command: Section = {
  routes: [page('/command', () => import('./command-page.tsx'), 'sandtable.view')],
  menu: [{ to: '/command', title: '指挥大屏', icon: DesktopOutlined, group: 'work', may: ['event.dispatch', 'event.supervise', 'event.file'] }],
}
