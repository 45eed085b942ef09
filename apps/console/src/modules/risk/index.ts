import { AlertOutlined, ExperimentOutlined } from '@ant-design/icons'
import { careKinds, placeKinds } from '@linli/contract/words/index'
import type { RecordKind } from '@linli/contract/words/index'
import { page } from '../../kernel/page.ts'
import type { RecordPart } from '../../kernel/record-part.tsx'
import type { Section } from '../../kernel/section.ts'
import { CareRisk, PlaceRisk } from './record-risk.tsx'

const ofPlaces = placeKinds.filter((kind): kind is Exclude<typeof kind, 'grid'> => kind !== 'grid')

/** What needs somebody to look first, why, and what came of it. */
export const risk: Section = {
  routes: [
    page('/risk', () => import('./risk-page.tsx'), 'risk.view'),
    page('/risk/subject', () => import('./subject-page.tsx'), 'risk.view'),
    page('/risk/warning/:id', () => import('./warning-page.tsx'), 'risk.view'),
    page('/risk/care-warning/:id', () => import('./care-warning-page.tsx'), 'risk.person'),
    page('/risk-rule', () => import('./rule-page.tsx'), 'risk.rule'),
    page('/risk-rule/try-out', () => import('./try-out-page.tsx'), 'risk.manage'),
    page('/risk-rule/version/:no', () => import('./version-page.tsx'), 'risk.rule'),
  ],
  menu: [
    { to: '/risk', title: '风险看板', icon: AlertOutlined, group: 'work', may: 'risk.view' },
    { to: '/risk-rule', title: '风险规则', icon: ExperimentOutlined, group: 'office', may: 'risk.rule' },
  ],
  parts: [
    ...ofPlaces.map((of: RecordKind): RecordPart => ({ of, key: 'risk', may: 'risk.view', place: 'beside', Part: PlaceRisk })),
    ...careKinds.map((of): RecordPart => ({ of, key: 'risk', may: 'risk.person', place: 'beside', Part: CareRisk })),
  ],
}
