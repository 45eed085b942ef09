import { SafetyCertificateOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const quality: Section = {
  routes: [page('/quality', () => import('./quality-page.tsx'), 'base.view')],
  menu: [{ to: '/quality', title: '数据质量', icon: SafetyCertificateOutlined, group: 'base', may: 'base.view' }],
}
