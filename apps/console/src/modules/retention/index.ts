import { ClearOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const retention: Section = {
  routes: [page('/retention', () => import('./retention-page.tsx'), 'retention.view')],
  menu: [{ to: '/retention', title: '到期清理', icon: ClearOutlined, group: 'watch', may: 'retention.view' }],
}
