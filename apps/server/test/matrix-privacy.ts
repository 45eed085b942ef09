import type { Matrix } from './expected.ts'

const readers = ['leader', 'secretary', 'socialWorker', 'systemAdmin', 'securityAdmin', 'auditAdmin'] as const
const admins = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const
const handlers = ['secretary', 'socialWorker'] as const
const said = { purpose: '联络', ground: 'duty', basis: '第十三条', keepMonths: 12, keepWhy: '必要', isSensitive: true, viewers: '社区', sharedWith: '不提供', reason: '核定' } as const

/** The part of the matrix that is about what is kept of people. */
export const privacyMatrix: Pick<Matrix, 'processing' | 'rights' | 'retention'> = {
  processing: {
    list: { input: () => ({}), who: readers, neighbour: 'own' },
    history: { input: () => ({ item: 'person.phone' }), who: readers, neighbour: 'own' },
    change: { input: () => ({ item: 'person.phone', version: 99, ...said }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['base.changed'] },
    export: { input: () => ({}), who: readers, neighbour: 'own' },
  },
  retention: {
    runs: { input: () => ({}), who: admins, neighbour: 'own' },
    holds: { input: () => ({}), who: admins, neighbour: 'own' },
    hold: { input: () => ({ item: 'person.phone', reason: '检查', until: '2099-01-01' }), who: ['securityAdmin'], neighbour: 'own' },
    release: { input: () => ({ id: '00000000-0000-7000-8000-000000000000', reason: '结束' }), who: ['securityAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
  },
  rights: {
    ask: { input: ({ street }) => ({ kind: 'see', area: street.communities[0]!.area, name: '王示一', wish: '查看登记了什么' }), who: ['resident'], neighbour: 'shared', otherwise: ['conflict.rule'] },
    mine: { input: () => ({}), who: ['resident'], neighbour: 'own' },
    withdraw: { input: ({ rights }) => ({ id: rights }), who: ['resident'], neighbour: 'hidden', otherwise: ['not-found'] },
    closeAccount: { input: () => ({ phone: '13900009996' }), who: ['resident'], neighbour: 'shared', otherwise: ['input.invalid'] },
    take: { input: ({ street }) => ({ kind: 'explain', area: street.communities[0]!.area, name: '王示一', phone: null, wish: '为什么登记' }), who: handlers, neighbour: 'hidden' },
    list: { input: () => ({}), who: handlers, neighbour: 'own' },
    waiting: { input: () => ({}), who: handlers, neighbour: 'own' },
    get: { input: ({ rights }) => ({ id: rights }), who: handlers, neighbour: 'hidden' },
    check: { input: ({ rights, person }) => ({ id: rights, proof: 'card', person }), who: handlers, neighbour: 'hidden', otherwise: ['base.changed'] },
    held: { input: ({ rights }) => ({ id: rights }), who: handlers, neighbour: 'hidden' },
    copy: { input: ({ rights }) => ({ id: rights }), who: handlers, neighbour: 'hidden' },
    correct: { input: ({ rights }) => ({ id: rights, values: { workplace: '示例公司' } }), who: handlers, neighbour: 'hidden' },
    delete: { input: ({ rights }) => ({ id: rights, fields: ['phone'] }), who: handlers, neighbour: 'hidden' },
    answer: { input: ({ rights }) => ({ id: rights, isRefused: false, answer: '已提供副本' }), who: handlers, neighbour: 'hidden', otherwise: ['base.changed'] },
  },
}
