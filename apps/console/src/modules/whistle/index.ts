import { SoundOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

export const whistle: Section = {
  routes: [
    page('/whistle', () => import('./whistle-list-page.tsx'), 'whistle.view'),
    page('/whistle/new', () => import('./blow-page.tsx'), 'whistle.blow'),
    page('/whistle/:id', () => import('./whistle-page.tsx'), 'whistle.view'),
  ],
  menu: [{ to: '/whistle', title: '吹哨', icon: SoundOutlined, group: 'work', may: 'whistle.view' }],
}
