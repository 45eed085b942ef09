import { LockOutlined, SafetyOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { PersonSpecial } from './person-special.tsx'

/** Restricted groups: nothing of them is drawn for anybody who is not named for it. */
export const special: Section = {
  routes: [page('/special', () => import('./special-list-page.tsx'), 'special.keep'), page('/special-switch', () => import('./switch-page.tsx'))],
  menu: [
    { to: '/special', title: '特殊人群', icon: LockOutlined, group: 'base', may: 'special.keep' },
    { to: '/special-switch', title: '特殊人群启用', icon: SafetyOutlined, group: 'office', may: ['special.manage', 'special.approve'] },
  ],
  parts: [{ of: 'person', key: 'special', may: 'special.keep', place: 'beside', Part: PersonSpecial }],
}
