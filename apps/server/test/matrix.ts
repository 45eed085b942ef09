import type { Asked, EndpointName, ModuleName, Role } from '@linli/contract'
import type { Subdistrict } from './city-people.ts'
import { pointIn } from './office.ts'

/** What the questions are about: things of one sub-district, asked for by its own people, the neighbour's and the level above. */
export interface World {
  street: Subdistrict
  /** An open event of the first community, and one the resident reported. */
  event: string
  whistle: string
  building: string
  housing: string
  person: string
  account: string
  unit: string
  area: string
}

/** Who may, and what people with the same post next door are told. */
export interface Expectation<M extends ModuleName, E extends EndpointName<M>> {
  input: (world: World) => Asked<M, E>
  /** Roles that are let in; everybody else who is signed in gets `may.not`. */
  who: readonly Role[] | 'anyone' | 'signed-in'
  /**
   * The neighbour's people with such a role: `hidden` — what is asked for is not there; `own` — they are answered from their own area, and nothing of ours is
   * in the answer; `shared` — the same for everybody in the installation.
   */
  neighbour: 'hidden' | 'own' | 'shared'
  /** Roles to whom the neighbour's area is as open as their own: residents may report wherever they are. */
  open?: readonly Role[]
  /** Problems that are a right answer to somebody who was let in, because the example is not in that state. */
  otherwise?: readonly string[]
}

export type Matrix = { [M in ModuleName]: { [E in EndpointName<M>]: Expectation<M, E> } }

const staff = ['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker', 'steward'] as const
const viewers = [...staff, 'handler'] as const
const analysts = ['leader', 'shiftLeader', 'dispatcher', 'secretary'] as const
const fieldWorkers = ['secretary', 'socialWorker', 'gridWorker'] as const
const nobodyId = '00000000-0000-7000-8000-000000000000'
const later = '2099-01-01T00:00:00+08:00'
const report = ({ area }: World) => ({ description: '楼道堆物', matter: '06036', area })

/** Declared once for every endpoint: the compiler asks for a line when the contract gets one. */
export const matrix: Matrix = {
  identity: {
    signIn: { input: () => ({ name: 'nobody-here', password: 'wrong' }), who: 'anyone', neighbour: 'shared', otherwise: ['sign-in.wrong'] },
    sendCode: { input: () => ({ phone: '13900009999' }), who: 'anyone', neighbour: 'shared', otherwise: ['request.too-many'] },
    signInByCode: { input: () => ({ phone: '13900009998', code: '000000' }), who: 'anyone', neighbour: 'shared', otherwise: ['sign-in.code-wrong'] },
    signInByWeChat: { input: () => ({ code: 'not-a-code' }), who: 'anyone', neighbour: 'shared', otherwise: ['sign-in.outside', 'sign-in.code-wrong', 'sign-in.phone-needed'] },
    signInWays: { input: () => ({}), who: 'anyone', neighbour: 'shared' },
    me: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    signOut: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    sessions: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    endSession: { input: () => ({ id: nobodyId }), who: 'signed-in', neighbour: 'own', otherwise: ['not-found'] },
    changePassword: { input: () => ({ old: 'wrong', new: 'Better-words-2026' }), who: 'signed-in', neighbour: 'own', otherwise: ['password.wrong', 'password.weak'] },
    beginTotp: { input: () => ({}), who: 'signed-in', neighbour: 'own', otherwise: ['conflict.rule'] },
    confirmTotp: { input: () => ({ code: '000000' }), who: 'signed-in', neighbour: 'own', otherwise: ['totp.wrong'] },
    removeTotp: { input: () => ({ password: 'wrong' }), who: 'signed-in', neighbour: 'own', otherwise: ['password.wrong'] },
  },
  account: {
    list: { input: ({ street }) => ({ area: street.area }), who: ['secretary', 'systemAdmin', 'securityAdmin'], neighbour: 'own' },
    get: { input: ({ account }) => ({ id: account }), who: ['secretary', 'systemAdmin', 'securityAdmin'], neighbour: 'hidden' },
    create: { input: ({ street }) => ({ name: '新示例', phone: null, area: street.area, unit: null, signInName: `new-${Math.random().toString(36).slice(2, 10)}`, side: 'staff' }), who: ['systemAdmin'], neighbour: 'hidden' },
    change: { input: ({ account, street }) => ({ id: account, name: '改示例', phone: null, area: street.area, unit: null }), who: ['systemAdmin'], neighbour: 'hidden' },
    enable: { input: ({ account }) => ({ id: account, isEnabled: true }), who: ['systemAdmin'], neighbour: 'hidden' },
    resetPassword: { input: ({ account }) => ({ id: account }), who: ['systemAdmin'], neighbour: 'hidden' },
    unlock: { input: ({ account }) => ({ id: account }), who: ['securityAdmin'], neighbour: 'hidden' },
    removeTotp: { input: ({ account }) => ({ id: account }), who: ['securityAdmin'], neighbour: 'hidden', otherwise: ['not-found', 'conflict.rule'] },
    linkOidc: { input: ({ account }) => ({ id: account, subject: null }), who: ['securityAdmin'], neighbour: 'hidden' },
    endSessions: { input: ({ account }) => ({ id: account }), who: ['securityAdmin'], neighbour: 'hidden' },
    grant: { input: ({ account, street }) => ({ account, role: 'acceptor', area: street.area, until: later }), who: ['securityAdmin'], neighbour: 'hidden' },
    revoke: { input: ({ account }) => ({ account, post: nobodyId }), who: ['securityAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
    roles: { input: () => ({}), who: ['secretary', 'systemAdmin', 'securityAdmin'], neighbour: 'shared' },
    changeRole: { input: () => ({ code: 'leader', permissions: ['event.view'] }), who: ['securityAdmin'], neighbour: 'shared', otherwise: ['may.not'] },
    deputies: { input: () => ({}), who: ['secretary', 'systemAdmin', 'securityAdmin'], neighbour: 'own' },
    appointDeputy: { input: ({ account }) => ({ absent: account, deputy: nobodyId, from: '2026-01-01T00:00:00+08:00', until: later }), who: ['securityAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
    findResident: { input: () => ({ phone: '13900009997', purpose: '居民来电挂失' }), who: ['systemAdmin'], neighbour: 'own' },
    enableResident: { input: () => ({ id: nobodyId, isEnabled: false, reason: '居民来电挂失' }), who: ['systemAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
    endDeputy: { input: () => ({ id: nobodyId }), who: ['securityAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
  },
  organisation: {
    areas: { input: ({ street }) => ({ parent: street.area }), who: 'signed-in', neighbour: 'own', open: ['resident'] },
    findAreas: { input: () => ({ text: '东苑' }), who: 'signed-in', neighbour: 'own', open: ['resident'] },
    shapes: { input: ({ street }) => ({ area: street.area, kind: 'community' }), who: 'signed-in', neighbour: 'own', open: ['resident'] },
    locate: { input: ({ street }) => ({ lng: 120.0015 + (street.code % 1000) / 100, lat: 30.0007 }), who: 'signed-in', neighbour: 'hidden', open: ['resident'], otherwise: ['event.place-unknown'] },
    createArea: { input: ({ street }) => ({ parent: street.area, code: String(100 + Math.floor(Math.random() * 800)), name: '新社区', centre: null }), who: ['systemAdmin'], neighbour: 'hidden', otherwise: ['conflict.exists'] },
    changeArea: { input: ({ area }) => ({ path: area, name: '第1网格', centre: null, until: null }), who: ['systemAdmin'], neighbour: 'hidden' },
    units: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    createUnit: { input: ({ street }) => ({ name: `单位${Math.random()}`, kind: 'department', area: street.area, parent: null, phone: null }), who: ['systemAdmin'], neighbour: 'hidden' },
    changeUnit: { input: ({ unit, street }) => ({ id: unit, name: '环卫所', kind: 'department', area: street.area, parent: null, phone: null, isActive: true }), who: ['systemAdmin'], neighbour: 'hidden' },
    plan: { input: () => ({}), who: 'signed-in', neighbour: 'own', open: ['resident'] },
  },
  matter: {
    tree: { input: () => ({}), who: 'signed-in', neighbour: 'shared' },
    suggest: { input: () => ({ text: '路灯不亮' }), who: 'signed-in', neighbour: 'shared' },
    create: { input: () => ({ parent: 'B', code: `Z${Math.floor(Math.random() * 1e8)}`, name: '示例事项', words: [] }), who: ['systemAdmin'], neighbour: 'own' },
    change: { input: () => ({ code: '06036', name: '乱堆杂物', isConfidential: false, until: null }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['may.not', 'not-found'] },
    setRule: { input: ({ unit }) => ({ code: '06036', handleLimit: { amount: 1, unit: 'workingDay' }, unit, byCommunity: false }), who: ['systemAdmin'], neighbour: 'hidden' },
    setSpecialLimit: { input: () => ({ code: '06036', areaClass: 'A', severity: null, limit: { amount: 4, unit: 'workingHour' } }), who: ['systemAdmin'], neighbour: 'own' },
    stepLimits: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    officeRule: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    setOfficeRule: { input: () => ({ reopenDays: 7, mostReopened: 2, mostExtensions: 1, alikeMetres: 50, alikeHours: 72 }), who: ['systemAdmin'], neighbour: 'own' },
    setStepLimit: { input: () => ({ status: 'reported', limit: { amount: 30, unit: 'workingMinute' } }), who: ['systemAdmin'], neighbour: 'own' },
  },
  calendar: {
    year: { input: () => ({ year: 2026 }), who: 'signed-in', neighbour: 'own' },
    setDay: { input: () => ({ day: '2026-08-08', kind: 'rest', note: '' }), who: ['systemAdmin'], neighbour: 'own' },
    clearDay: { input: () => ({ day: '2026-08-08' }), who: ['systemAdmin'], neighbour: 'own' },
    setHours: { input: () => ({ hours: [['08:30', '12:00'], ['13:30', '17:30']] }), who: ['systemAdmin'], neighbour: 'own' },
  },
  dictionary: {
    tables: { input: () => ({}), who: 'signed-in', neighbour: 'shared' },
    entries: { input: () => ({ table: 'sex' }), who: 'signed-in', neighbour: 'own' },
    addEntry: { input: () => ({ table: 'sex', code: `x${Math.floor(Math.random() * 1e8)}`, label: '示例', parent: null }), who: ['systemAdmin'], neighbour: 'own' },
    changeEntry: { input: () => ({ table: 'sex', code: 'none', label: '示例' }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['not-found'] },
    retireEntry: { input: () => ({ table: 'sex', code: 'none', until: '2099-01-01' }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['not-found'] },
  },
  bookmark: {
    list: { input: () => ({ list: 'event' }), who: 'signed-in', neighbour: 'own' },
    save: { input: () => ({ list: 'event', name: '我的待办', query: 'status=reported' }), who: 'signed-in', neighbour: 'own' },
    drop: { input: () => ({ id: nobodyId }), who: 'signed-in', neighbour: 'own', otherwise: ['not-found'] },
  },
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
    enter: { input: ({ area }) => ({ values: { name: '王示一' }, at: { area }, role: '03' }), who: fieldWorkers, neighbour: 'hidden' },
    change: { input: ({ person }) => ({ id: person, revision: 1, values: {} }), who: fieldWorkers, neighbour: 'hidden' },
    history: { input: ({ person }) => ({ id: person }), who: fieldWorkers, neighbour: 'hidden' },
    restore: { input: ({ person }) => ({ id: person, no: 9, fields: ['phone'] }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    reveal: { input: ({ person }) => ({ id: person, field: 'phone', purpose: '电话走访' }), who: fieldWorkers, neighbour: 'hidden' },
    moveIn: { input: ({ person, building }) => ({ id: person, at: { area: building }, role: '03' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['conflict.exists'] },
    moveOut: { input: ({ person }) => ({ id: person, residency: nobodyId, on: '2026-01-01', reason: '02' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
  },
  transfer: {
    list: { input: () => ({}), who: fieldWorkers, neighbour: 'own' },
    ask: { input: ({ area }) => ({ number: '339901199001010014', at: { area }, role: '01', reason: '搬家' }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    decide: { input: () => ({ id: nobodyId, isAgreed: true }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
    withdraw: { input: () => ({ id: nobodyId }), who: fieldWorkers, neighbour: 'hidden', otherwise: ['not-found'] },
  },
  find: {
    all: { input: () => ({ text: '王示' }), who: fieldWorkers, neighbour: 'own' },
  },
  routing: {
    rules: { input: () => ({}), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    versions: { input: () => ({}), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    draft: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    saveDraft: { input: ({ unit }) => ({ rules: [{ matters: ['06'], areas: [], sources: [], severities: [], words: [], unit, raisesTo: null, limit: null }], from: null }), who: ['systemAdmin'], neighbour: 'hidden' },
    dropDraft: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['routing.draft-changed'] },
    tryOut: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    publish: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['routing.draft-changed'] },
    goBack: { input: () => ({ no: 1 }), who: ['systemAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
    accuracy: { input: () => ({ from: '2026-01-01', until: '2026-12-31' }), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
  },
  event: {
    report: { input: report, who: staff.filter((role) => !['leader', 'dispatcher'].includes(role)), neighbour: 'hidden' },
    reportMine: { input: report, who: ['resident'], neighbour: 'shared' },
    take: { input: ({ event }) => ({ id: event, take: { step: 'accept' } }), who: viewers, neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    takeMine: { input: ({ event }) => ({ id: event, take: { step: 'answer', text: '3幢', photos: [] } }), who: ['resident'], neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    change: { input: (world) => ({ id: world.event, ...report(world) }), who: staff.filter((role) => !['leader', 'dispatcher'].includes(role)), neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    list: { input: () => ({}), who: viewers, neighbour: 'own' },
    get: { input: ({ event }) => ({ id: event }), who: viewers, neighbour: 'hidden' },
    trace: { input: ({ event }) => ({ id: event }), who: viewers, neighbour: 'hidden' },
    similar: { input: ({ street }) => ({ matter: '06036', point: pointIn(street, 0) }), who: viewers, neighbour: 'hidden', otherwise: ['event.place-unknown'] },
    similarMine: { input: ({ street }) => ({ matter: '06036', point: pointIn(street, 0) }), who: ['resident'], neighbour: 'shared' },
    reveal: { input: ({ event }) => ({ id: event, purpose: '核实位置' }), who: viewers, neighbour: 'hidden' },
    mine: { input: () => ({}), who: ['resident'], neighbour: 'own' },
    getMine: { input: ({ event }) => ({ id: event }), who: ['resident'], neighbour: 'hidden' },
  },
  whistle: {
    blow: { input: ({ event, unit }) => ({ event, kind: 'enforcement', urgency: 'urgent', title: '联合整治', requirement: '带齐装备', units: [unit], lead: unit }), who: ['leader', 'shiftLeader', 'dispatcher'], neighbour: 'hidden' },
    take: { input: ({ whistle }) => ({ id: whistle, take: { step: 'end', outcome: 'solved', text: '已整治' } }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden', otherwise: ['whistle.step-not-open'] },
    list: { input: () => ({}), who: viewers.filter((role) => role !== 'steward'), neighbour: 'own' },
    get: { input: ({ whistle }) => ({ id: whistle }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden' },
    trace: { input: ({ whistle }) => ({ id: whistle }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden' },
    figures: { input: () => ({ from: '2020-01-01', until: '2020-12-31' }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'own' },
    rule: { input: () => ({}), who: 'signed-in', neighbour: 'own' },
    setRule: { input: () => ({ emergencyAnswer: 10, emergencyArrive: 30, urgentAnswer: 30, urgentArrive: 120, ordinaryAnswer: 2, ordinaryArrive: 3, nearMetres: 500 }), who: ['systemAdmin'], neighbour: 'own' },
  },
  notice: {
    list: { input: () => ({}), who: viewers, neighbour: 'own' },
    count: { input: () => ({}), who: viewers, neighbour: 'own' },
    read: { input: () => ({ id: nobodyId }), who: viewers, neighbour: 'hidden', otherwise: ['not-found'] },
    readAll: { input: () => ({}), who: viewers, neighbour: 'own' },
  },
  insight: {
    figures: { input: () => ({}), who: analysts, neighbour: 'own' },
    structure: { input: () => ({}), who: analysts, neighbour: 'own' },
    compare: { input: () => ({ by: 'area' }), who: analysts, neighbour: 'own' },
    events: { input: () => ({ part: 'reported' }), who: analysts, neighbour: 'own' },
    recurring: { input: () => ({}), who: analysts, neighbour: 'own' },
    months: { input: () => ({}), who: analysts, neighbour: 'own' },
    frozen: { input: ({ street }) => ({ area: street.area, month: '2026-01-01' }), who: analysts, neighbour: 'hidden', otherwise: ['not-found'] },
    freeze: { input: () => ({ month: '2026-01-01' }), who: ['shiftLeader'], neighbour: 'own', otherwise: ['conflict.exists', 'input.invalid'] },
    export: { input: () => ({}), who: analysts, neighbour: 'own' },
  },
  desk: {
    today: { input: () => ({}), who: viewers, neighbour: 'own' },
    counts: { input: () => ({}), who: viewers, neighbour: 'own' },
    clusters: { input: () => ({ box: { west: 119, south: 29, east: 131, north: 31 }, zoom: 12 }), who: viewers, neighbour: 'own' },
    open: { input: ({ event }) => ({ ids: [event] }), who: viewers, neighbour: 'own' },
    foresee: { input: ({ event }) => ({ ids: [event], step: 'mark' }), who: viewers, neighbour: 'own' },
  },
  audit: {
    list: { input: () => ({}), who: ['auditAdmin'], neighbour: 'own' },
    export: { input: () => ({}), who: ['auditAdmin'], neighbour: 'own' },
    names: { input: () => ({}), who: ['auditAdmin'], neighbour: 'shared' },
    seals: { input: () => ({}), who: ['auditAdmin'], neighbour: 'own' },
    mine: { input: () => ({}), who: 'signed-in', neighbour: 'own', open: ['resident'] },
  },
  system: {
    state: { input: () => ({}), who: ['systemAdmin'], neighbour: 'shared' },
    deadJobs: { input: () => ({}), who: ['systemAdmin'], neighbour: 'shared' },
    redrive: { input: () => ({ queue: 'dead', ids: [nobodyId] }), who: ['systemAdmin'], neighbour: 'shared', otherwise: ['not-found'] },
    discard: { input: () => ({ queue: 'dead', ids: [nobodyId] }), who: ['systemAdmin'], neighbour: 'shared', otherwise: ['not-found'] },
  },
}
