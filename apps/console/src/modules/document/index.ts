import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { RecordDocuments } from './record-documents.tsx'

const kinds = ['person', 'household', 'housing', 'enterprise', 'thing', 'building'] as const

/** Papers on the pages of the records they are kept with. */
export const document: Section = {
  routes: [],
  menu: [],
  parts: kinds.map((of): RecordPart => ({ of, key: 'document', may: 'base.view', place: 'beside', Part: RecordDocuments })),
}
