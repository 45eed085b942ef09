import { ApartmentOutlined, BankOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const organisation: Section = {
  routes: [
    page('/area', () => import('./area-page.tsx'), 'organisation.manage'),
    page('/unit', () => import('./unit-page.tsx'), 'organisation.manage'),
  ],
  menu: [
    { to: '/area', title: '辖区', icon: ApartmentOutlined, group: 'office', may: 'organisation.manage' },
    { to: '/unit', title: '办理单位', icon: BankOutlined, group: 'office', may: 'organisation.manage' },
  ],
}
