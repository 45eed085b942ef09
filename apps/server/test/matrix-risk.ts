import type { Matrix } from './expected.ts'

const viewers = ['leader', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker'] as const
const carers = ['secretary', 'socialWorker'] as const
const handlers = ['shiftLeader', 'secretary', 'socialWorker', 'gridWorker'] as const
const readers = [...viewers, 'systemAdmin'] as const
const nobodyId = '00000000-0000-7000-8000-000000000000'
const later = '2099-01-01T00:00:00+08:00'

/** Places by the staff of the area; people by who cares for them in their community, and by no post above it. */
export const riskMatrix: Pick<Matrix, 'risk'> = {
  risk: {
    board: { input: ({ street }) => ({ area: street.communities[0]!.area }), who: viewers, neighbour: 'hidden' },
    list: { input: () => ({ kind: 'building' }), who: viewers, neighbour: 'own' },
    care: { input: () => ({ kind: 'person' }), who: carers, neighbour: 'own' },
    subject: { input: ({ building }) => ({ kind: 'building', id: building }), who: viewers, neighbour: 'hidden' },
    // Whoever lives there is not cared for: nobody has a score to explain.
    careSubject: { input: ({ person }) => ({ kind: 'person', id: person }), who: carers, neighbour: 'hidden', otherwise: ['not-found'] },
    warnings: { input: () => ({}), who: viewers, neighbour: 'own' },
    careWarnings: { input: () => ({}), who: carers, neighbour: 'own' },
    warning: { input: () => ({ id: nobodyId }), who: viewers, neighbour: 'hidden', otherwise: ['not-found'] },
    careWarning: { input: () => ({ id: nobodyId }), who: carers, neighbour: 'hidden', otherwise: ['not-found'] },
    dispose: { input: () => ({ id: nobodyId, found: '楼道停着电动车', done: '已劝离' }), who: handlers, neighbour: 'hidden', otherwise: ['not-found'] },
    mistake: { input: () => ({ id: nobodyId, reason: 'data' }), who: handlers, neighbour: 'hidden', otherwise: ['not-found'] },
    export: { input: () => ({ kind: 'building' }), who: viewers, neighbour: 'own' },
    factors: { input: () => ({}), who: readers, neighbour: 'shared' },
    rules: { input: () => ({}), who: readers, neighbour: 'own' },
    versions: { input: () => ({}), who: readers, neighbour: 'own' },
    outcomes: { input: () => ({}), who: readers, neighbour: 'own' },
    draft: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    saveDraft: { input: () => ({ rules: [], kinds: [], from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['risk.draft-changed'] },
    dropDraft: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['risk.draft-changed'] },
    tryOut: { input: () => ({ kind: 'building' }), who: ['systemAdmin'], neighbour: 'own' },
    publish: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['risk.draft-changed'] },
    goBack: { input: () => ({ no: 9999 }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['not-found'] },
  },
}
