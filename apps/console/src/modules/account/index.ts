import { SafetyOutlined, SwapOutlined, TeamOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const account: Section = {
  routes: [
    page('/account', () => import('./account-list-page.tsx'), 'account.view'),
    page('/account/:id', () => import('./account-page.tsx'), 'account.view'),
    page('/role', () => import('./role-page.tsx'), 'account.view'),
    page('/deputy', () => import('./deputy-page.tsx'), 'account.view'),
  ],
  menu: [
    { to: '/account', title: '人员', icon: TeamOutlined, group: 'people', may: 'account.view' },
    { to: '/role', title: '角色权限', icon: SafetyOutlined, group: 'people', may: 'account.view' },
    { to: '/deputy', title: '代班', icon: SwapOutlined, group: 'people', may: 'account.view' },
  ],
}
