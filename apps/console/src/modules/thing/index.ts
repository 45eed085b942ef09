import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { PlaceThings } from './place-things.tsx'

/** Things are found by the find box and on the map; lists of them are ledgers. */
export const thing: Section = {
  routes: [page('/thing/:id', () => import('./thing-page.tsx'), 'base.view')],
  menu: [],
  parts: (['housing', 'building'] as const).map((of): RecordPart => ({ of, key: 'thing', may: 'base.view', place: 'beside', Part: PlaceThings })),
}
