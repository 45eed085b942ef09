import { CustomerServiceOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { AttendCount } from './attend-count.tsx'

export const attend: Section = {
  routes: [page('/attend', () => import('./attend-page.tsx'), 'attend.answer'), page('/attend/:id', () => import('./talk-page.tsx'), 'attend.answer')],
  menu: [{ to: '/attend', title: '人工接待', icon: CustomerServiceOutlined, group: 'work', may: 'attend.answer', Count: AttendCount }],
}
