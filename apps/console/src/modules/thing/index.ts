import { ToolOutlined } from '@ant-design/icons'
import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { PlaceThings } from './place-things.tsx'

export const thing: Section = {
  routes: [page('/thing', () => import('./thing-list-page.tsx'), 'base.view'), page('/thing/:id', () => import('./thing-page.tsx'), 'base.view')],
  menu: [{ to: '/thing', title: '物与部件', icon: ToolOutlined, group: 'base', may: 'base.view' }],
  parts: (['housing', 'building'] as const).map((of): RecordPart => ({ of, key: 'thing', may: 'base.view', place: 'beside', Part: PlaceThings })),
}
