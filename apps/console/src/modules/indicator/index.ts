import { FundProjectionScreenOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const indicator: Section = {
  routes: [
    page('/indicators', () => import('./board-page.tsx'), 'indicator.view'),
    page('/indicators/analysis', () => import('./analysis-page.tsx'), 'indicator.view'),
    page('/indicators/one', () => import('./one-page.tsx'), 'indicator.view'),
    page('/indicators/records', () => import('./records-page.tsx'), 'indicator.view'),
    page('/indicators/define', () => import('./define-page.tsx'), 'indicator.view'),
  ],
  menu: [{ to: '/indicators', title: '指标看板', icon: FundProjectionScreenOutlined, group: 'work', may: 'indicator.view' }],
}
