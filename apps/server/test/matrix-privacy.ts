import type { Matrix } from './expected.ts'

const readers = ['leader', 'secretary', 'socialWorker', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const
const said = { purpose: '联络', ground: 'duty', basis: '第十三条', keepMonths: 12, keepWhy: '必要', isSensitive: true, viewers: '社区', sharedWith: '不提供', reason: '核定' } as const

/** The part of the matrix that is about what is kept of people. */
export const privacyMatrix: Pick<Matrix, 'processing'> = {
  processing: {
    list: { input: () => ({}), who: readers, neighbour: 'own' },
    history: { input: () => ({ item: 'person.phone' }), who: readers, neighbour: 'own' },
    change: { input: () => ({ item: 'person.phone', version: 99, ...said }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['base.changed'] },
    export: { input: () => ({}), who: readers, neighbour: 'own' },
  },
}
