import type { Matrix } from './expected.ts'

const fieldWorkers = ['secretary', 'socialWorker', 'gridWorker'] as const
const nobodyId = '00000000-0000-7000-8000-000000000000'

const draft = { base: 'person' as const, conditions: [], columns: [{ field: 'name', label: '姓名' }] }

/** The part of the matrix that is about the base of people and houses. */
export const baseMatrix: Pick<Matrix, 'housing' | 'person' | 'twin' | 'transfer' | 'find' | 'quality' | 'ledger' | 'intake'> = {
  housing: {
    fields: { input: ({ street }) => ({ area: street.area }), who: fieldWorkers, neighbour: 'shared' },
    chart: { input: ({ building }) => ({ building }), who: fieldWorkers, neighbour: 'own' },
    get: { input: ({ housing }) => ({ id: housing }), who: fieldWorkers, neighbour: 'hidden' },
    add: { input: ({ building }) => ({ building, doors: [{ entrance: '1', room: '101' }] }), who: fieldWorkers, neighbour: 'hidden' },
    change: { input: ({ housing }) => ({ id: housing, revision: 1, values: {} }), who: fieldWorkers, neighbour: 'hidden' },
    history: { input: ({ housing }) => ({ id: housing }), who: fieldWorkers, neighbour: 'hidden' },
  },
  person: {
    fields: { input: ({ street }) => ({ area: street.area }), who: fieldWorkers, neighbour: 'shared' },
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    get: { input: ({ person }) => ({ id: person }), who: fieldWorkers, neighbour: 'hidden' },
    alike: { input: ({ housing }) => ({ name: '王示一', at: { housing } }), who: fieldWorkers, neighbour: 'hidden' },
    enter: { input: ({ area }) => ({ values: { name: '王示一' }, at: { area }, role: '03' }), who: fieldWorkers, neighbour: 'hidden' },
    change: { input: ({ person }) => ({ id: person, revision: 1, values: {} }), who: fieldWorkers, neighbour: 'hidden' },
    history: { input: ({ person }) => ({ id: person }), who: fieldWorkers, neighbour: 'hidden' },
    restore: { input: ({ person }) => ({ id: person, no: 9, fields: ['phone'] }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    reveal: { input: ({ person }) => ({ id: person, field: 'phone', purpose: '电话走访' }), who: fieldWorkers, neighbour: 'hidden' },
    moveIn: { input: ({ person, building }) => ({ id: person, at: { area: building }, role: '03' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['conflict.exists'] },
    moveOut: { input: ({ person }) => ({ id: person, residency: nobodyId, on: '2026-01-01', reason: '02' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    compare: { input: ({ person, likeness }) => ({ one: person, other: likeness }), who: fieldWorkers, neighbour: 'hidden' },
    merge: { input: ({ person, likeness }) => ({ keep: person, drop: likeness, keepRevision: 9, dropRevision: 9 }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed', 'base.merged'] },
    unmerge: { input: ({ merge }) => ({ merge }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
  },
  twin: {
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    tellApart: { input: ({ twin }) => ({ id: twin }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
    lookAgain: { input: ({ twin }) => ({ id: twin }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
  },
  transfer: {
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    ask: { input: ({ street }) => ({ number: '339901199001010018', at: { area: street.communities[1]!.area }, role: '01', reason: '搬家' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['conflict.exists'] },
    decide: { input: ({ transfer }) => ({ id: transfer, isAgreed: true }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
    withdraw: { input: ({ transfer }) => ({ id: transfer }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
  },
  ledger: {
    items: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    get: { input: ({ ledger }) => ({ id: ledger }), who: fieldWorkers, neighbour: 'hidden' },
    rows: { input: () => ({ draft }), who: fieldWorkers, neighbour: 'own' },
    count: { input: ({ ledger }) => ({ id: ledger }), who: fieldWorkers, neighbour: 'hidden' },
    save: { input: () => ({ kind: 'list', name: '我的名单', ...draft }), who: fieldWorkers, neighbour: 'own' },
    askExport: { input: ({ ledger }) => ({ id: ledger, purpose: '报送街道' }), who: ['secretary', 'socialWorker'], neighbour: 'hidden' },
    exports: { input: () => ({}), who: ['secretary', 'socialWorker'], neighbour: 'own' },
    exportsToDecide: { input: () => ({}), who: ['secretary', 'leader'], neighbour: 'own' },
    decideExport: { input: ({ exported }) => ({ id: exported, isAgreed: true }), who: ['secretary', 'leader'], neighbour: 'hidden', otherwise: ['base.changed'] },
    freeze: { input: ({ ledger }) => ({ id: ledger, month: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) }), who: ['secretary', 'socialWorker'], neighbour: 'hidden', otherwise: ['conflict.exists', 'input.invalid'] },
    months: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    monthLines: { input: ({ month }) => ({ id: month }), who: fieldWorkers, neighbour: 'hidden' },
    compareMonths: { input: ({ month }) => ({ before: month, now: month }), who: fieldWorkers, neighbour: 'hidden' },
    end: { input: ({ ledger }) => ({ id: ledger }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['may.not', 'not-found'] },
  },
  quality: {
    board: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    list: { input: () => ({ kind: 'noNumber' }), who: fieldWorkers, neighbour: 'own' },
    mend: { input: ({ person }) => ({ people: [person], way: 'confirm' }), who: fieldWorkers, neighbour: 'hidden' },
    undo: { input: ({ mend }) => ({ mend }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['base.changed'] },
  },
  find: {
    all: { input: () => ({ text: '王示' }), who: fieldWorkers, neighbour: 'own' },
  },
  intake: {
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    get: { input: ({ batch }) => ({ id: batch }), who: fieldWorkers, neighbour: 'hidden' },
    rows: { input: ({ batch }) => ({ id: batch }), who: fieldWorkers, neighbour: 'hidden' },
    faults: { input: ({ batch }) => ({ id: batch }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    read: { input: ({ batch }) => ({ id: batch, sheet: 0 }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['intake.not-now'] },
    commit: { input: ({ batch }) => ({ id: batch, which: 'all' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['intake.not-now'] },
    cancel: { input: ({ batch }) => ({ id: batch }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['intake.not-now'] },
    undo: { input: ({ batch }) => ({ id: batch }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['intake.not-now'] },
  },
}
