import { CarryOutOutlined, PlusSquareOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const event: Section = {
  routes: [
    page('/', () => import('./today-page.tsx')),
    page('/event', () => import('./event-list-page.tsx'), 'event.view'),
    page('/event/new', () => import('./report-page.tsx'), 'event.report'),
    page('/event/:id', () => import('./event-page.tsx'), 'event.view'),
    page('/event/:id/edit', () => import('./edit-draft-page.tsx'), 'event.report'),
  ],
  menu: [
    { to: '/', title: '今日待办', icon: CarryOutOutlined, group: 'work', may: 'event.view' },
    { to: '/event', title: '事件', icon: UnorderedListOutlined, group: 'work', may: 'event.view' },
    { to: '/event/new', title: '上报事件', icon: PlusSquareOutlined, group: 'work', may: 'event.report' },
  ],
}
