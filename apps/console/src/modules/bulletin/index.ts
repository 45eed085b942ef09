import { FileDoneOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const bulletin: Section = {
  routes: [
    page('/bulletin', () => import('./bulletin-list-page.tsx'), 'indicator.view'),
    page('/bulletin/make', () => import('./make-page.tsx'), 'bulletin.make'),
    page('/bulletin/verify', () => import('./verify-page.tsx'), 'indicator.view'),
    page('/bulletin/:id', () => import('./issue-page.tsx'), 'indicator.view'),
  ],
  menu: [{ to: '/bulletin', title: '报表', icon: FileDoneOutlined, group: 'work', may: 'indicator.view' }],
}
