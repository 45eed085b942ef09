import type { Asked } from '@linli/contract'
import type { Matrix } from './expected.ts'

const analysts = ['leader', 'shiftLeader', 'dispatcher', 'secretary'] as const
const figureReaders = [...analysts, 'acceptor', 'socialWorker', 'gridWorker', 'systemAdmin'] as const
const indicatorDraft: Asked<'indicator', 'save'>['definition'] = { name: '示例指标', theme: 'own', above: [{ source: 'people', key: 'aged80' }], below: [{ source: 'people', key: 'people' }], scale: 'share', period: 'day' }

const nobodyId = '00000000-0000-7000-8000-000000000000'
const reportOf = (area: string): Asked<'bulletin', 'save'>['definition'] => ({ name: `示例月报 ${Math.random()}`, area, rhythm: 'month', office: '示例街道办事处', heading: '工作月报', parts: [{ kind: 'figures', title: '总体情况', codes: ['people', 'reported30'] }] })
const [bulletinMakers, bulletinReviewers, bulletinSigners] = [['shiftLeader', 'secretary', 'socialWorker'], ['leader', 'shiftLeader', 'secretary'], ['leader', 'secretary']] as const

/** Figures: what is counted of everything, and what happened in a period. */
export const figureMatrix: Pick<Matrix, 'bulletin' | 'indicator' | 'insight'> = {
  bulletin: {
    list: { input: () => ({}), who: figureReaders, neighbour: 'own' },
    get: { input: () => ({ id: nobodyId }), who: figureReaders, neighbour: 'hidden', otherwise: ['not-found'] },
    preview: { input: ({ street }) => ({ definition: reportOf(street.communities[0]!.area) }), who: bulletinMakers, neighbour: 'hidden' },
    save: { input: ({ street }) => ({ definition: reportOf(street.communities[0]!.area) }), who: bulletinMakers, neighbour: 'hidden' },
    end: { input: () => ({ id: nobodyId, isEnded: true }), who: bulletinMakers, neighbour: 'hidden', otherwise: ['not-found'] },
    make: { input: () => ({ id: nobodyId }), who: bulletinMakers, neighbour: 'hidden', otherwise: ['not-found'] },
    issues: { input: () => ({}), who: figureReaders, neighbour: 'own' },
    issue: { input: () => ({ id: nobodyId }), who: figureReaders, neighbour: 'hidden', otherwise: ['not-found'] },
    word: { input: () => ({ id: nobodyId, before: '本月平稳', after: '' }), who: bulletinMakers, neighbour: 'hidden', otherwise: ['not-found'] },
    submit: { input: () => ({ id: nobodyId }), who: bulletinMakers, neighbour: 'hidden', otherwise: ['not-found'] },
    drop: { input: () => ({ id: nobodyId, reason: '重做' }), who: bulletinMakers, neighbour: 'hidden', otherwise: ['not-found'] },
    review: { input: () => ({ id: nobodyId, isAgreed: true }), who: bulletinReviewers, neighbour: 'hidden', otherwise: ['not-found'] },
    sign: { input: () => ({ id: nobodyId, isAgreed: true }), who: bulletinSigners, neighbour: 'hidden', otherwise: ['not-found'] },
    file: { input: () => ({ id: nobodyId, format: 'xlsx' }), who: figureReaders, neighbour: 'hidden', otherwise: ['not-found'] },
    verify: { input: () => ({ digest: '0123456789abcdef' }), who: figureReaders, neighbour: 'own' },
  },
  indicator: {
    catalogue: { input: () => ({}), who: figureReaders, neighbour: 'own' },
    list: { input: () => ({}), who: figureReaders, neighbour: 'own' },
    versions: { input: () => ({ code: 'people' }), who: figureReaders, neighbour: 'own' },
    figures: { input: ({ street }) => ({ area: street.area }), who: figureReaders, neighbour: 'hidden' },
    values: { input: ({ street }) => ({ indicator: 'people', area: street.area, level: 'community' }), who: figureReaders, neighbour: 'hidden' },
    trend: { input: ({ street }) => ({ indicator: 'people', area: street.area, from: '2026-03-01', until: '2026-03-08' }), who: figureReaders, neighbour: 'hidden' },
    structure: { input: ({ street }) => ({ source: 'people', dimension: 'age', area: street.area }), who: figureReaders, neighbour: 'hidden' },
    table: { input: ({ street }) => ({ codes: ['people', 'inTime30'], area: street.area, level: 'community' }), who: figureReaders, neighbour: 'hidden' },
    pivot: { input: ({ street }) => ({ source: 'homes', dimension: 'state', area: street.area, level: 'community' }), who: figureReaders, neighbour: 'hidden' },
    export: { input: ({ street }) => ({ pivot: { source: 'homes', dimension: 'state', area: street.area, level: 'community' } }), who: figureReaders, neighbour: 'hidden' },
    records: { input: ({ street }) => ({ source: 'reports', key: 'reported', area: street.communities[0]!.grids[0]! }), who: figureReaders, neighbour: 'hidden', otherwise: ['may.not'] },
    tryOut: { input: () => ({ definition: indicatorDraft }), who: ['systemAdmin'], neighbour: 'own' },
    save: { input: () => ({ definition: indicatorDraft }), who: ['systemAdmin'], neighbour: 'own' },
    publish: { input: () => ({ code: 'people', version: 1 }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['not-found'] },
    end: { input: () => ({ code: 'people', isEnded: true }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['conflict.exists'] },
    proof: { input: () => ({}), who: figureReaders, neighbour: 'own' },
    months: { input: ({ street }) => ({ area: street.area }), who: figureReaders, neighbour: 'hidden' },
    month: { input: ({ street }) => ({ area: street.area, month: '2026-01-01' }), who: figureReaders, neighbour: 'hidden', otherwise: ['not-found'] },
  },
  insight: {
    figures: { input: () => ({}), who: analysts, neighbour: 'own' },
    structure: { input: () => ({}), who: analysts, neighbour: 'own' },
    compare: { input: () => ({ by: 'area' }), who: analysts, neighbour: 'own' },
    posts: { input: () => ({}), who: analysts, neighbour: 'own' },
    facts: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    setFact: { input: ({ street }) => ({ area: street.communities[0]!.area, people: 6000, km2: 1.2, source: '人口普查', asOf: '2025-12-31' }), who: ['systemAdmin'], neighbour: 'hidden' },
    events: { input: () => ({ part: 'reported' }), who: analysts, neighbour: 'own' },
    recurring: { input: () => ({}), who: analysts, neighbour: 'own' },
    recurringEvents: { input: () => ({ like: '00000000-0000-7000-8000-000000000001' }), who: analysts, neighbour: 'own' },
    months: { input: () => ({}), who: analysts, neighbour: 'own' },
    frozen: { input: ({ street }) => ({ area: street.area, month: '2026-01-01' }), who: analysts, neighbour: 'hidden', otherwise: ['not-found'] },
    frozenEvents: { input: ({ street }) => ({ area: street.area, month: '2026-01-01', part: 'reported' }), who: analysts, neighbour: 'hidden', otherwise: ['not-found'] },
    freeze: { input: () => ({ month: '2026-01-01' }), who: ['shiftLeader'], neighbour: 'own', otherwise: ['conflict.exists', 'input.invalid'] },
    export: { input: () => ({}), who: analysts, neighbour: 'own' },
  },
}
