import { DiffOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { claimKinds } from './claim-view.ts'
import { RecordClaims } from './record-claims.tsx'

export const claim: Section = {
  routes: [page('/claim', () => import('./claim-page.tsx'), 'base.view')],
  menu: [{ to: '/claim', title: '更正建议', icon: DiffOutlined, group: 'base', may: 'base.view' }],
  parts: claimKinds.map((of): RecordPart => ({ of, key: 'claim', may: 'base.view', place: 'beside', Part: RecordClaims })),
}
