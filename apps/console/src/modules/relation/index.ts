import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { RelationPanel } from './relation-panel.tsx'

const kinds = ['person', 'enterprise', 'housing', 'building'] as const

export const relation: Section = {
  routes: [], menu: [],
  parts: kinds.map((of): RecordPart => ({ of, key: 'relation', may: 'base.view', place: 'beside', Part: RelationPanel })),
}
