import { BookOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const knowledge: Section = {
  routes: [
    page('/knowledge', () => import('./knowledge-list-page.tsx'), 'knowledge.view'),
    page('/knowledge/new', () => import('./knowledge-edit-page.tsx'), 'knowledge.edit'),
    page('/knowledge/import', () => import('./knowledge-import-page.tsx'), 'knowledge.edit'),
    page('/knowledge/try', () => import('./knowledge-try-page.tsx'), 'knowledge.view'),
    page('/knowledge/matching', () => import('./knowledge-matching-page.tsx'), 'knowledge.view'),
    page('/knowledge/:id', () => import('./knowledge-page.tsx'), 'knowledge.view'),
    page('/knowledge/:id/edit', () => import('./knowledge-edit-page.tsx'), 'knowledge.edit'),
  ],
  menu: [{ to: '/knowledge', title: '知识库', icon: BookOutlined, group: 'work', may: 'knowledge.view' }],
}
