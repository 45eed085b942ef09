import { IdcardOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { PersonHouseholds } from './person-households.tsx'
import { UnitHouseholds } from './unit-households.tsx'

/** Households: a list of all, and from where they are and who is in them. */
export const household: Section = {
  routes: [page('/household', () => import('./household-list-page.tsx'), 'base.view'), page('/household/:id', () => import('./household-page.tsx'), 'base.view')],
  menu: [{ to: '/household', title: '家庭户', icon: IdcardOutlined, group: 'base', may: 'base.view' }],
  parts: [
    { of: 'housing', key: 'household', may: 'base.view', place: 'beside', Part: UnitHouseholds },
    { of: 'person', key: 'household', may: 'base.view', place: 'beside', Part: PersonHouseholds },
  ],
}
