import type { Matrix } from './expected.ts'

const deskViewers = ['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'secretary', 'socialWorker', 'gridWorker'] as const
const attendants = ['acceptor', 'shiftLeader', 'secretary', 'socialWorker'] as const
const analysts = ['leader', 'shiftLeader', 'dispatcher', 'secretary'] as const
const nobodyId = '00000000-0000-7000-8000-000000000000'

/** The human desk: who is there, who is answered, what is learned of it and what comes of it. */
export const deskMatrix: Pick<Matrix, 'duty' | 'attend' | 'learning' | 'board'> = {
  duty: {
    week: { input: ({ street }) => ({ area: street.communities[0]!.area, day: '2026-03-02' }), who: deskViewers, neighbour: 'hidden' },
    now: { input: ({ street }) => ({ area: street.communities[0]!.area }), who: deskViewers, neighbour: 'hidden' },
    put: { input: ({ street, account }) => ({ area: street.communities[0]!.area, person: account, cells: [{ day: '2099-01-01', shift: 'office-1' }], isOn: true }), who: ['shiftLeader', 'secretary'], neighbour: 'hidden', otherwise: ['input.invalid'] },
    copyWeek: { input: ({ street }) => ({ area: street.communities[0]!.area, from: '2099-01-05', to: '2099-01-12' }), who: ['shiftLeader', 'secretary'], neighbour: 'hidden', otherwise: ['conflict.rule'] },
    setHours: { input: ({ street }) => ({ area: street.communities[0]!.area, shifts: [{ name: '上午', on: 'work', from: '08:30', until: '12:00' }] }), who: ['shiftLeader', 'secretary'], neighbour: 'hidden' },
  },
  attend: {
    queue: { input: () => ({ whose: 'all' }), who: attendants, neighbour: 'own' },
    count: { input: () => ({}), who: attendants, neighbour: 'own' },
    get: { input: ({ talk }) => ({ id: talk }), who: attendants, neighbour: 'hidden' },
    suggest: { input: ({ talk }) => ({ id: talk, question: '居住证怎么办' }), who: attendants, neighbour: 'hidden' },
    colleagues: { input: ({ talk }) => ({ id: talk }), who: attendants, neighbour: 'hidden' },
    today: { input: () => ({}), who: attendants, neighbour: 'own' },
    claim: { input: ({ talk }) => ({ id: talk }), who: attendants, neighbour: 'hidden', otherwise: ['attend.not-now'] },
    reply: { input: ({ talk }) => ({ id: talk, text: '您好，请带身份证来社区。' }), who: attendants, neighbour: 'hidden', otherwise: ['attend.not-now'] },
    pass: { input: ({ talk, account }) => ({ id: talk, person: account, note: '请同事答复' }), who: attendants, neighbour: 'hidden', otherwise: ['attend.not-now'] },
    report: { input: ({ talk, area }) => ({ id: talk, description: '楼道堆物', matter: '06036', area }), who: attendants, neighbour: 'hidden', otherwise: ['attend.not-now'] },
    close: { input: ({ talk }) => ({ id: talk }), who: attendants, neighbour: 'hidden', otherwise: ['attend.not-now'] },
  },
  learning: {
    topics: { input: () => ({}), who: deskViewers, neighbour: 'own' },
    topic: { input: () => ({ id: nobodyId }), who: deskViewers, neighbour: 'hidden', otherwise: ['not-found'] },
    gather: { input: () => ({}), who: attendants, neighbour: 'own', otherwise: ['input.invalid'] },
    draft: { input: () => ({ id: nobodyId, question: '快递柜放哪', answerShort: '放在北门。' }), who: attendants, neighbour: 'hidden', otherwise: ['not-found'] },
    propose: { input: ({ knowledge }) => ({ id: nobodyId, entry: knowledge, questions: [{ talk: nobodyId, no: 1 }] }), who: attendants, neighbour: 'hidden', otherwise: ['not-found'] },
    dismiss: { input: () => ({ id: nobodyId, isDismissed: true }), who: attendants, neighbour: 'hidden', otherwise: ['not-found'] },
    pending: { input: () => ({}), who: deskViewers, neighbour: 'own' },
    rehearse: { input: ({ knowledge }) => ({ items: [{ entry: knowledge, no: 1 }] }), who: deskViewers, neighbour: 'hidden', otherwise: ['not-found'] },
    rehearsal: { input: () => ({ id: nobodyId }), who: deskViewers, neighbour: 'hidden', otherwise: ['not-found'] },
    publish: { input: () => ({ rehearsal: nobodyId }), who: ['leader', 'shiftLeader', 'secretary'], neighbour: 'hidden', otherwise: ['not-found'] },
  },
  board: {
    figures: { input: ({ street }) => ({ area: street.communities[0]!.area, from: '2026-01-01', until: '2026-12-31' }), who: analysts, neighbour: 'hidden' },
    behind: { input: ({ street }) => ({ area: street.communities[0]!.area, from: '2026-01-01', until: '2026-12-31', which: 'talks' }), who: analysts, neighbour: 'hidden' },
    setEstimate: { input: () => ({ machine: 4, suggested: 2, attended: 1 }), who: ['shiftLeader'], neighbour: 'own', otherwise: ['input.invalid'] },
  },
}
