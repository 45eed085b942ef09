import { page } from '../../kernel/page.ts'
import type { Section } from '../../kernel/section.ts'

/** Things are found by the find box and on the map; lists of them are ledgers. */
export const thing: Section = { routes: [page('/thing/:id', () => import('./thing-page.tsx'), 'base.view')], menu: [] }
