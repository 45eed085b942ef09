import type { EventStatus, EventStep } from '@linli/contract'
import {
  anyHolder, assistant, both, checker, either, handler, holder, mayExtend, mayReopen, mayUrge, needsRevisit, nothingPending, pending, reporter, residentReporter, theServer,
  type Condition, type What, type Who,
} from './who-rules.ts'

/** Where it leads may depend on where it starts; a state that is not named there is stayed in. */
interface Move { from: readonly EventStatus[], to: EventStatus | 'same' | Partial<Record<EventStatus, EventStatus>>, by: Condition }

/** Before anybody handles it. */
const early: readonly EventStatus[] = ['reported', 'needInfo', 'verifying', 'accepted', 'filed']
const withUnit: readonly EventStatus[] = ['dispatched', 'handling', 'needDetail', 'suspended']
/** While somebody is still to do something about it. */
export const open: readonly EventStatus[] = [...early, ...withUnit, 'split', 'transferred', 'feedback', 'checked', 'revisited']
const isIn = (...statuses: EventStatus[]): Condition => (_, what) => statuses.includes(what.status)
/** A part knows nothing of who reported. */
const isWhole: Condition = (_, what) => what.partOf === null
/** Answered by the level above: what does not pass the check goes back there. */
const hasNoUnit: Condition = (_, what) => what.unit === null
const isOf = (supervised: boolean): Condition => (_, what) => what.isSupervised === supervised
const acceptor = holder('event.accept')
const dispatcher = holder('event.dispatch')

/** The whole life of an event: every step, where it starts, where it leads, who takes it. The README's diagram is tested against it. */
export const moves: Record<EventStep, Move> = {
  report: { from: ['draft'], to: 'reported', by: reporter },
  reportHandled: { from: ['draft'], to: 'selfHandled', by: both(reporter, holder('event.handle')) },
  passSelf: { from: ['selfHandled'], to: 'closed', by: holder('event.close') },
  failSelf: { from: ['selfHandled'], to: 'reported', by: holder('event.close') },
  askInfo: { from: ['reported', 'needInfo', 'handling', 'needDetail'], to: { reported: 'needInfo', handling: 'needDetail' }, by: either(both(isIn('reported', 'needInfo'), acceptor), both(isIn('handling', 'needDetail'), nothingPending, isWhole, either(handler, acceptor, dispatcher))) },
  answer: { from: ['needInfo', 'needDetail'], to: { needInfo: 'reported', needDetail: 'handling' }, by: either(reporter, acceptor, theServer) },
  sendVerify: { from: ['reported'], to: 'verifying', by: acceptor },
  confirm: { from: ['verifying'], to: 'accepted', by: holder('event.check') },
  refute: { from: ['verifying'], to: 'reported', by: holder('event.check') },
  accept: { from: ['reported'], to: 'accepted', by: acceptor },
  relocate: { from: early, to: 'same', by: either(acceptor, dispatcher) },
  merge: { from: early, to: 'merged', by: acceptor },
  join: { from: ['draft'], to: 'merged', by: residentReporter },
  unmerge: { from: ['merged'], to: 'reported', by: either(acceptor, theServer) },
  closeAlong: { from: ['merged'], to: 'closed', by: theServer },
  file: { from: ['accepted'], to: 'filed', by: holder('event.file') },
  dispatch: { from: ['filed'], to: 'dispatched', by: dispatcher },
  // Sent by mistake: as long as nobody has signed for it.
  recall: { from: ['dispatched'], to: 'filed', by: dispatcher },
  split: { from: ['filed'], to: 'split', by: both(dispatcher, isWhole) },
  beginPart: { from: ['draft'], to: 'filed', by: both(dispatcher, (_, what) => what.partOf !== null) },
  joinParts: { from: ['split'], to: 'checked', by: theServer },
  unsplit: { from: ['split'], to: 'filed', by: theServer },
  return: { from: ['dispatched', 'handling'], to: 'filed', by: both(handler, nothingPending) },
  sign: { from: ['dispatched'], to: 'handling', by: handler },
  handle: { from: ['handling'], to: 'same', by: handler },
  assist: { from: withUnit, to: 'same', by: dispatcher },
  assistDone: { from: withUnit, to: 'same', by: assistant },
  askExtension: { from: ['handling'], to: 'same', by: both(handler, nothingPending, mayExtend) },
  approveExtension: { from: ['handling'], to: 'same', by: both(dispatcher, pending('extension')) },
  askSuspension: { from: ['handling'], to: 'same', by: both(handler, nothingPending) },
  approveSuspension: { from: ['handling'], to: 'suspended', by: both(dispatcher, pending('suspension')) },
  resume: { from: ['suspended', 'needDetail'], to: 'handling', by: either(handler, dispatcher) },
  askCancel: { from: early, to: 'same', by: both(anyHolder('event.accept', 'event.file', 'event.dispatch'), nothingPending, (who) => !who.may('event.cancel')) },
  approveCancel: { from: early, to: 'cancelled', by: both(holder('event.cancel'), pending('cancel')) },
  refuse: { from: [...early, 'handling'], to: 'same', by: either(both(dispatcher, either(pending('extension'), pending('suspension'))), both(holder('event.cancel'), pending('cancel'))) },
  transfer: { from: ['filed', 'dispatched', 'handling', 'feedback'], to: 'transferred', by: both(dispatcher, nothingPending, either(isIn('filed', 'dispatched', 'handling'), hasNoUnit)) },
  takeBack: { from: ['transferred'], to: 'feedback', by: dispatcher },
  feedback: { from: ['handling'], to: 'feedback', by: handler },
  check: { from: ['feedback'], to: 'checked', by: checker },
  rework: { from: ['feedback'], to: 'dispatched', by: both(checker, (_, what) => what.unit !== null) },
  revisit: { from: ['checked'], to: 'revisited', by: both(holder('event.revisit'), (_, what) => needsRevisit(what)) },
  rate: { from: ['checked', 'revisited', 'closed'], to: { checked: 'revisited' }, by: both(residentReporter, (_, what) => what.rating === null) },
  rehandle: { from: ['revisited'], to: 'filed', by: both(anyHolder('event.revisit', 'event.close'), (_, what) => what.isDissatisfied && what.reopened < what.office.mostReopened) },
  close: { from: ['checked', 'revisited'], to: 'closed', by: both(holder('event.close'), (_, what) => what.status === 'revisited' || !needsRevisit(what)) },
  reopen: { from: ['closed'], to: 'filed', by: both(residentReporter, mayReopen) },
  cancel: { from: early, to: 'cancelled', by: both(holder('event.cancel'), nothingPending) },
  urge: { from: open, to: 'same', by: either(holder('event.urge'), both(residentReporter, mayUrge)) },
  supervise: { from: open, to: 'same', by: both(holder('event.supervise'), isOf(false)) },
  replySupervision: { from: open, to: 'same', by: both(handler, isOf(true)) },
  endSupervision: { from: [...open, 'closed'], to: 'same', by: both(holder('event.supervise'), isOf(true)) },
  instruct: { from: open, to: 'same', by: holder('event.instruct') },
  mark: { from: open, to: 'same', by: anyHolder('event.accept', 'event.dispatch', 'event.supervise') },
}

/** Where a step leads from a state. A rating of a checked event is its revisit. */
export const leadsTo = ({ to }: Move, from: EventStatus): EventStatus => (to === 'same' ? from : typeof to === 'string' ? to : to[from] ?? from)

/** Where the step leads, or undefined where this person may not take it now. */
export function after(step: EventStep, who: Who, what: What, now: Date): EventStatus | undefined {
  const move = moves[step]
  if (!move.from.includes(what.status) || !move.by(who, what, now)) return undefined
  return leadsTo(move, what.status)
}

/** What this person may do now, in the order of the table. */
export const stepsFor = (who: Who, what: What, now: Date): EventStep[] =>
  (Object.keys(moves) as EventStep[]).filter((step) => after(step, who, what, now) !== undefined)
