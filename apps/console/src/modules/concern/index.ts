import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { RecordEvents } from './record-events.tsx'

const kinds = ['person', 'household', 'housing', 'enterprise', 'building'] as const

/** Events on the pages of the records they concern. */
export const concern: Section = {
  routes: [],
  menu: [],
  parts: kinds.map((of): RecordPart => ({ of, key: 'concern', may: 'event.view', place: of === 'building' ? 'below' : 'beside', Part: RecordEvents })),
}
