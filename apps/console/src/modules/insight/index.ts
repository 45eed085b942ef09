import { BarChartOutlined, PieChartOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const insight: Section = {
  routes: [
    page('/insight', () => import('./insight-page.tsx'), 'insight.view'),
    page('/insight/event', () => import('./behind-page.tsx'), 'insight.view'),
    page('/insight/recurring', () => import('./recurring-behind-page.tsx'), 'insight.view'),
    page('/insight/frozen', () => import('./frozen-behind-page.tsx'), 'insight.view'),
    page('/area-fact', () => import('./fact-page.tsx'), 'organisation.manage'),
  ],
  menu: [
    { to: '/insight', title: '统计分析', icon: BarChartOutlined, group: 'work', may: 'insight.view' },
    { to: '/area-fact', title: '人口与面积', icon: PieChartOutlined, group: 'office', may: 'organisation.manage' },
  ],
}
