import { FileDoneOutlined, TableOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const ledger: Section = {
  routes: [
    page('/ledger', () => import('./ledger-list-page.tsx'), 'base.view'),
    page('/ledger/make', () => import('./make-page.tsx'), 'base.view'),
    page('/ledger/:id', () => import('./ledger-page.tsx'), 'base.view'),
    page('/ledger/month/:id', () => import('./month-page.tsx'), 'base.view'),
    page('/ledger-export', () => import('./export-page.tsx')),
  ],
  menu: [
    { to: '/ledger', title: '名单与台账', icon: TableOutlined, group: 'base', may: 'base.view' },
    { to: '/ledger-export', title: '台账导出', icon: FileDoneOutlined, group: 'base', may: ['ledger.export', 'ledger.approve'] },
  ],
}
