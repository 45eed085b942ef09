import { BulbOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const learning: Section = {
  routes: [page('/learning', () => import('./learning-page.tsx'), 'knowledge.view'), page('/learning/run/:id', () => import('./rehearsal-page.tsx'), 'knowledge.view'), page('/learning/:id', () => import('./topic-page.tsx'), 'knowledge.view')],
  menu: [{ to: '/learning', title: '问题学习', icon: BulbOutlined, group: 'work', may: 'knowledge.view' }],
}
