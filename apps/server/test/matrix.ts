import type { Matrix, World } from './expected.ts'
import { baseMatrix } from './matrix-base.ts'
import { deskMatrix } from './matrix-desk.ts'
import { figureMatrix } from './matrix-figures.ts'
import { mapMatrix } from './matrix-map.ts'
import { presenceMatrix } from './matrix-presence.ts'
import { privacyMatrix } from './matrix-privacy.ts'
import { receptionMatrix } from './matrix-reception.ts'
import { sandMatrix } from './matrix-sandtable.ts'
import { riskMatrix } from './matrix-risk.ts'
import { pointIn } from './office.ts'

export type { Expectation, World } from './expected.ts'

const staff = ['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker', 'steward'] as const
const viewers = [...staff, 'handler'] as const
const replyKeepers = ['shiftLeader', 'secretary', 'systemAdmin'] as const
const knowledgeViewers = ['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker'] as const
const knowledgeWriters = ['acceptor', 'shiftLeader', 'secretary', 'socialWorker'] as const
const knowledgeReviewers = ['leader', 'shiftLeader', 'secretary'] as const
/** A table with one question. */
const knowledgeTable = Buffer.from('标准问题,分类\n社保卡怎么补办,医保\n').toString('base64')
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
  atlas: { base: { input: ({ street }) => ({ area: street.area }), who: 'signed-in', neighbour: 'hidden', open: ['resident'] } },
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
  reply: {
    list: { input: () => ({}), who: replyKeepers, neighbour: 'own' },
    write: { input: ({ street }) => ({ name: '已清运', text: '{地点}的{事项}已清运。', matters: ['06'], steps: ['feedback'], area: street.communities[0]!.area }), who: replyKeepers, neighbour: 'hidden' },
    change: { input: ({ reply }) => ({ id: reply, from: later, name: '已清运', text: '已清运。' }), who: replyKeepers, neighbour: 'hidden', otherwise: ['reply.changed', 'may.not'] },
    retire: { input: ({ reply }) => ({ id: reply, isRetired: true }), who: replyKeepers, neighbour: 'hidden', otherwise: ['may.not'] },
    offer: { input: () => ({}), who: viewers, neighbour: 'own' },
    use: { input: ({ reply }) => ({ id: reply }), who: viewers, neighbour: 'hidden', otherwise: ['not-found'] },
    favour: { input: ({ reply }) => ({ id: reply, isFavourite: true }), who: viewers, neighbour: 'hidden', otherwise: ['not-found'] },
  },
  ...baseMatrix,
  ...mapMatrix,
  ...privacyMatrix,
  ...deskMatrix,
  ...receptionMatrix,
  ...presenceMatrix,
  ...sandMatrix,
  ...riskMatrix,
  routing: {
    rules: { input: () => ({}), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    people: { input: ({ unit }) => ({ unit }), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    versions: { input: () => ({}), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    draft: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    saveDraft: { input: ({ unit }) => ({ rules: [{ matters: ['06'], areas: [], sources: [], severities: [], words: [], unit, raisesTo: null, limit: null }], from: null }), who: ['systemAdmin'], neighbour: 'hidden' },
    dropDraft: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['routing.draft-changed'] },
    tryOut: { input: () => ({}), who: ['systemAdmin'], neighbour: 'own' },
    publish: { input: () => ({ from: later }), who: ['systemAdmin'], neighbour: 'own', otherwise: ['routing.draft-changed'] },
    goBack: { input: () => ({ no: 1 }), who: ['systemAdmin'], neighbour: 'hidden', otherwise: ['not-found'] },
    accuracy: { input: () => ({ from: '2026-01-01', until: '2026-12-31' }), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
    behind: { input: () => ({ from: '2026-01-01', until: '2026-12-31', which: 'sent' }), who: ['dispatcher', 'systemAdmin'], neighbour: 'own' },
  },
  event: {
    report: { input: report, who: staff.filter((role) => !['leader', 'dispatcher'].includes(role)), neighbour: 'hidden' },
    reportMine: { input: report, who: ['resident'], neighbour: 'shared' },
    take: { input: ({ event }) => ({ id: event, take: { step: 'accept' } }), who: viewers, neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    takeMine: { input: ({ event }) => ({ id: event, take: { step: 'answer', text: '3幢', photos: [] } }), who: ['resident'], neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    change: { input: (world) => ({ id: world.event, ...report(world) }), who: staff.filter((role) => !['leader', 'dispatcher'].includes(role)), neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    list: { input: () => ({}), who: viewers, neighbour: 'own' },
    count: { input: () => ({}), who: viewers, neighbour: 'own' },
    get: { input: ({ event }) => ({ id: event }), who: viewers, neighbour: 'hidden' },
    trace: { input: ({ event }) => ({ id: event }), who: viewers, neighbour: 'hidden' },
    similar: { input: ({ street }) => ({ matter: '06036', point: pointIn(street, 0) }), who: viewers, neighbour: 'hidden', otherwise: ['event.place-unknown'] },
    similarMine: { input: ({ street }) => ({ matter: '06036', point: pointIn(street, 0) }), who: ['resident'], neighbour: 'shared' },
    reveal: { input: ({ event }) => ({ id: event, purpose: '核实位置' }), who: viewers, neighbour: 'hidden' },
    mine: { input: () => ({}), who: ['resident'], neighbour: 'own' },
    getMine: { input: ({ event }) => ({ id: event }), who: ['resident'], neighbour: 'hidden' },
  },
  link: {
    open: { input: () => ({ token: 'nobody-has-this-one' }), who: 'anyone', neighbour: 'shared' },
    settle: { input: () => ({ token: 'nobody-has-this-one', text: '已修好' }), who: 'anyone', neighbour: 'shared', otherwise: ['link.not-open'] },
    list: { input: ({ event }) => ({ event }), who: viewers, neighbour: 'hidden' },
    forward: { input: ({ event }) => ({ event, name: '临河物业', request: '请修理', dueAt: new Date(Date.now() + 86_400_000).toISOString() }), who: viewers, neighbour: 'hidden', otherwise: ['event.step-not-open'] },
    address: { input: ({ link }) => ({ id: link }), who: viewers, neighbour: 'hidden', otherwise: ['may.not'] },
    remind: { input: ({ link }) => ({ id: link }), who: viewers, neighbour: 'hidden', otherwise: ['may.not', 'event.no-contact'] },
    extend: { input: ({ link }) => ({ id: link, dueAt: new Date(Date.now() + 86_400_000).toISOString() }), who: viewers, neighbour: 'hidden', otherwise: ['may.not'] },
    withdraw: { input: ({ link }) => ({ id: link, reason: '不再需要' }), who: viewers, neighbour: 'hidden', otherwise: ['may.not', 'link.not-open'] },
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
  ...figureMatrix,
  knowledge: {
    list: { input: () => ({}), who: knowledgeViewers, neighbour: 'own' },
    counts: { input: () => ({}), who: knowledgeViewers, neighbour: 'own' },
    categories: { input: () => ({}), who: knowledgeViewers, neighbour: 'own' },
    owners: { input: ({ street }) => ({ area: street.communities[0]!.area }), who: knowledgeWriters, neighbour: 'hidden' },
    get: { input: ({ knowledge }) => ({ id: knowledge }), who: knowledgeViewers, neighbour: 'hidden' },
    revision: { input: ({ knowledge }) => ({ id: knowledge, no: 1 }), who: knowledgeViewers, neighbour: 'hidden' },
    tryOut: { input: ({ street }) => ({ question: '老年证怎么办', area: street.communities[0]!.area }), who: knowledgeViewers, neighbour: 'hidden' },
    matching: { input: ({ street }) => ({ area: street.communities[0]!.area }), who: knowledgeViewers, neighbour: 'hidden' },
    setMatching: { input: ({ street }) => ({ area: street.communities[0]!.area, terms: ['长者食堂 银龄餐桌'], thresholds: null }), who: knowledgeReviewers, neighbour: 'hidden', otherwise: ['input.invalid', 'may.not'] },
    write: { input: ({ street }) => ({ area: street.communities[0]!.area, content: { question: '居住证怎么办' } }), who: knowledgeWriters, neighbour: 'hidden' },
    change: { input: ({ knowledge }) => ({ id: knowledge, seen: later, content: { question: '老年证怎么办' } }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['knowledge.changed'] },
    restore: { input: ({ knowledge }) => ({ id: knowledge, seen: later, no: 1 }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['knowledge.changed'] },
    submit: { input: ({ knowledge }) => ({ items: [{ id: knowledge, no: 9 }] }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['knowledge.step-not-open'] },
    takeBack: { input: ({ knowledge }) => ({ id: knowledge, no: 9 }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['knowledge.step-not-open'] },
    drop: { input: ({ knowledge }) => ({ id: knowledge, no: 9 }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['knowledge.step-not-open'] },
    setOwner: { input: ({ knowledge }) => ({ id: knowledge, owner: { person: null, role: 'socialWorker' } }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['input.invalid'] },
    export: { input: () => ({}), who: knowledgeViewers, neighbour: 'own' },
    template: { input: () => ({}), who: knowledgeWriters, neighbour: 'shared' },
    look: { input: ({ street }) => ({ area: street.communities[0]!.area, file: knowledgeTable }), who: knowledgeWriters, neighbour: 'hidden' },
    import: { input: ({ street }) => ({ area: street.communities[0]!.area, file: knowledgeTable }), who: knowledgeWriters, neighbour: 'hidden', otherwise: ['input.invalid'] },
    sendBack: { input: ({ knowledge }) => ({ id: knowledge, no: 9, note: '请补充材料' }), who: knowledgeReviewers, neighbour: 'hidden', otherwise: ['knowledge.step-not-open'] },
    withdraw: { input: ({ knowledge }) => ({ id: knowledge, reason: '不再办理' }), who: knowledgeReviewers, neighbour: 'hidden', otherwise: ['knowledge.step-not-open'] },
  },
  governance: {
    found: { input: ({ area }) => ({ matter: '06010', area, reach: 'grid' }), who: ['leader', 'shiftLeader', 'dispatcher', 'secretary'], neighbour: 'hidden', otherwise: ['governance.exists'] },
    take: { input: ({ governance }) => ({ id: governance, take: { step: 'cancel', reason: '重复立项' } }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden', otherwise: ['governance.step-not-open'] },
    list: { input: () => ({}), who: viewers.filter((role) => role !== 'steward'), neighbour: 'own' },
    get: { input: ({ governance }) => ({ id: governance }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden' },
    trace: { input: ({ governance }) => ({ id: governance }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden' },
    events: { input: ({ governance }) => ({ id: governance }), who: viewers.filter((role) => role !== 'steward'), neighbour: 'hidden' },
    clues: { input: () => ({ clue: 'place' }), who: ['leader', 'shiftLeader', 'dispatcher', 'secretary'], neighbour: 'own' },
    export: { input: () => ({}), who: viewers.filter((role) => role !== 'steward'), neighbour: 'own' },
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
