import { AuditOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const audit: Section = {
  routes: [page('/audit', () => import('./audit-page.tsx'), 'audit.view')],
  menu: [{ to: '/audit', title: '审计记录', icon: AuditOutlined, group: 'watch', may: 'audit.view' }],
}
