import { SwapOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { PersonTransfers } from './person-transfers.tsx'
import { TransferCount } from './transfer-count.tsx'

export const transfer: Section = {
  routes: [page('/transfer', () => import('./transfer-page.tsx'), 'base.view')],
  menu: [{ to: '/transfer', title: '迁移申请', icon: SwapOutlined, group: 'base', may: 'base.view', Count: TransferCount }],
  parts: [{ of: 'person', key: 'transfer', may: 'base.view', place: 'beside', Part: PersonTransfers }],
}
