import { FileDoneOutlined, TableOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { ExportHomes, ExportPeople, SavePeople } from './selection-acts.tsx'

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
  acts: [
    { of: 'building', key: 'save', may: 'base.view', Act: SavePeople },
    { of: 'building', key: 'people', may: 'ledger.export', Act: ExportPeople },
    { of: 'building', key: 'homes', may: 'ledger.export', Act: ExportHomes },
  ],
}
