import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'
import { PersonHouseholds } from './person-households.tsx'
import { UnitHouseholds } from './unit-households.tsx'

/** Households are reached from where they are and from who is in them. */
export const household: Section = {
  routes: [page('/household/:id', () => import('./household-page.tsx'), 'base.view')],
  menu: [],
  parts: [
    { of: 'housing', key: 'household', may: 'base.view', place: 'beside', Part: UnitHouseholds },
    { of: 'person', key: 'household', may: 'base.view', place: 'beside', Part: PersonHouseholds },
  ],
}
