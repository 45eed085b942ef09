import { ShopOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { UnitEnterprises } from './unit-enterprises.tsx'

export const enterprise: Section = {
  routes: [
    page('/enterprise', () => import('./enterprise-list-page.tsx'), 'base.view'),
    page('/enterprise/new', () => import('./enter-page.tsx'), 'base.edit'),
    page('/enterprise/:id', () => import('./enterprise-page.tsx'), 'base.view'),
    page('/enterprise/:id/edit', () => import('./change-page.tsx'), 'base.edit'),
  ],
  menu: [{ to: '/enterprise', title: '企业组织', icon: ShopOutlined, group: 'base', may: 'base.view' }],
  parts: (['housing', 'building'] as const).map((of): RecordPart => ({ of, key: 'enterprise', may: 'base.view', place: 'beside', Part: UnitEnterprises })),
}
