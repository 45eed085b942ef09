import type { EventStep } from '@linli/contract'
import type { Account } from '../people/account.ts'
import { momentOf, take, type Run } from './run.ts'
import { afterClock, afterShare, afterWorking, onDuty, present } from './life.ts'
import { fitting } from './story/index.ts'
import * as turns from './turn.ts'
import * as words from './words.ts'

// How long each step takes, in minutes: the middle and how far it scatters. A few in a hundred take longer than they may, so that six in a hundred
// events are late in all (domain §7.5: on time 94 %).

/** The acceptor asks; false where no answer came in time or none has come yet. */
export function ask(run: Run): boolean {
  const { random, people, course } = run
  const question = random.pick(words.questions)
  if (!take(run, afterWorking(random, momentOf(run), 8, 0.5), ['askInfo', 'needInfo'], random.pick(people.acceptors), { question })) return false
  course.question = question
  if (random.chance(0.12)) return expire(run)
  return turns.answer(run, afterClock(random, momentOf(run), 150, 1), 'reported')
}

function expire(run: Run): false {
  const end = new Date(present(run.course).dueAt!.getTime() + 300_000)
  if (take(run, end, ['cancel', 'cancelled'], null, { reason: '逾期未补充情况，已作废，您可以重新上报' })) run.course.closedAt = end
  return false
}

export function cancel(run: Run, reason: string): void {
  const at = afterWorking(run.random, momentOf(run), 14, 0.6)
  if (take(run, at, ['cancel', 'cancelled'], run.random.pick(run.people.shiftLeaders), { reason })) run.course.closedAt = at
}

/** A short step of the office: on duty as a rule, sometimes much later. */
const soon = (run: Run, middle: number, late: [chance: number, middle: number]): Date =>
  (run.random.chance(late[0]) ? afterWorking(run.random, momentOf(run), late[1], 0.35) : onDuty(run.random, momentOf(run), middle))

export const accept = (run: Run): boolean =>
  take(run, soon(run, 7, [0.008, 60]), ['accept', 'accepted'], run.random.pick(run.people.acceptors), { note: run.random.pick(words.acceptNotes) })

export const file = (run: Run): boolean =>
  take(run, soon(run, 5, [0.005, 55]), ['file', 'filed'], run.random.pick(run.people.shiftLeaders), { note: run.random.pick(words.fileNotes) })

export function dispatch(run: Run): boolean {
  const { random, people, course, reported: { unit } } = run
  const details = { unit: unit.id, unitName: unit.name, note: random.pick(words.dispatchNotes), isSuggested: unit.id === course.suggested.id }
  if (!take(run, soon(run, 10, [0.006, 95]), ['dispatch', 'dispatched'], random.pick(people.dispatchers), details)) return false
  course.unit = unit
  Object.assign(course.marks, { return_reason: null, return_note: null })
  return true
}

/** Found and put right on the spot: what was done is reported with it, and looked over. */
export function selfHandled(run: Run): boolean {
  const { random, people, course, reported: { story, which, at, reporter } } = run
  const publicReply = fitting(story.replies, story, which, random.pick) as string
  if (!take(run, at, ['reportHandled', 'selfHandled'], reporter, { publicReply })) return false
  Object.assign(course, { fedBackBy: reporter.id, publicReply })
  course.marks.is_self_handled = true
  const end = afterWorking(random, momentOf(run), 120, 0.8)
  if (!take(run, end, ['passSelf', 'closed'], random.pick(people.shiftLeaders))) return false
  Object.assign(course, { closedAt: end, closeKind: 'selfHandled' })
  return true
}

/** Signing, sometimes something that comes in between, and the result. */
export function handle(run: Run): boolean {
  const { random, course, reported: { story, which, isOnTheSpot, limit } } = run
  const worker = handlerOf(run)
  const isQuick = isOnTheSpot && course.reopened === 0
  const signed = isQuick ? onDuty(random, momentOf(run), 6) : random.chance(0.012) ? afterWorking(random, momentOf(run), 210, 0.3) : afterWorking(random, momentOf(run), 26, 0.6)
  if (!take(run, signed, ['sign', 'handling'], worker)) return false
  if (!isQuick && !between(run)) return false
  const share = random.chance(0.03) ? random.between(1.05, 2) : Math.min(0.93, Math.max(0.03, Math.exp(Math.log(0.3) + random.normal() * 0.6)))
  const begun = momentOf(run)
  const done = isQuick ? earlier(onDuty(random, signed, 32), afterShare(signed, limit, 0.9)) : afterShare(begun, limit, begun === signed ? share : Math.min(share, 0.45))
  if (!isQuick && random.chance(0.45) && !note(run, worker, done)) return false
  const [inside, publicReply] = [story.notes, story.replies].map((list) => fitting(list, story, which, random.pick)) as [string, string]
  if (!take(run, done, ['feedback', 'feedback'], worker, { publicReply, note: inside })) return false
  Object.assign(course, { fedBackBy: worker.id, publicReply })
  return !random.chance(0.015) || (turns.rework(run) && handle(run))
}

/** Of a hundred: of one something is asked, one or two are given more time, less than one is suspended, a few are helped with or watched over. */
function between(run: Run): boolean {
  const { random } = run
  // Of those that stand still for everybody to see, many.
  const shares = run.standstill === 'handling' ? [[null, 24], ['ask', 0], ['extend', 26], ['suspend', 18], ['assist', 8], ['watch', 24]] as const : [[null, 91.9], ['ask', 0.7], ['extend', 1.9], ['suspend', 0.9], ['assist', 1.6], ['watch', 3]] as const
  const what = run.standstill === 'suspended' ? 'suspend' : run.standstill === 'needDetail' ? 'ask' : random.weighted(shares)
  if (what === 'ask') return !run.isAsked || turns.ask(run)
  if (what === 'extend') return turns.extendOnce(run)
  if (what === 'suspend') return turns.suspend(run)
  if (what === 'assist') return turns.assist(run)
  return what === 'watch' ? turns.watch(run) : true
}

function note(run: Run, worker: Account, done: Date): boolean {
  const signed = momentOf(run).getTime()
  return take(run, new Date(signed + (done.getTime() - signed) * run.random.between(0.2, 0.7)), ['handle', 'same'], worker, { note: run.random.pick(words.handleNotes) })
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)

function handlerOf({ random, people, reported: { unit, place, isOnTheSpot } }: Run): Account {
  if (unit.kind !== 'community') return random.pick(people.handlers.get(unit.id)!)
  return isOnTheSpot || random.chance(0.5) ? people.gridWorkers.get(place.grid.path)! : random.pick(people.socialWorkers.get(place.community.path)!)
}

/** Nobody checks what they handled themselves. */
export function check(run: Run): boolean {
  const { random, people, course, reported: { place } } = run
  const gridWorker = people.gridWorkers.get(place.grid.path)!
  const others = people.socialWorkers.get(place.community.path)!.filter(({ id }) => id !== course.fedBackBy)
  const checker = gridWorker.id === course.fedBackBy || random.chance(0.25) ? random.pick(others) : gridWorker
  const at = random.chance(0.008) ? afterClock(random, momentOf(run), 2000, 0.2) : afterClock(random, momentOf(run), 140, 0.7)
  return take(run, at, ['check', 'checked'], checker, { note: random.pick(words.checkNotes) })
}

/** The resident rates by themselves, or the office calls: 92–95 in a hundred are content (score 3 and more). */
export function revisit(run: Run): boolean {
  const { random, people, own, reported } = run
  const score = random.weighted([[5, 55], [4, 27], [3, 9.6], [2, 6.2], [1, 2.2]] as const)
  const isSolved = score > 2 || random.chance(0.4)
  const text = random.pick(score > 2 ? words.goodTexts : words.badTexts) || null
  if (reported.source === 'resident' && random.chance(0.42)) return answered(run, 'rate', own, afterClock(random, momentOf(run), 260, 0.9), { score, isSolved, text })
  const at = random.chance(0.01) ? afterWorking(random, momentOf(run), 1700, 0.1) : afterWorking(random, momentOf(run), 300, 0.6)
  const caller = random.pick(people.acceptors)
  if (random.chance(0.78)) return answered(run, 'revisit', caller, at, { score, isSolved, isReached: true, note: random.pick(words.revisitNotes) })
  return take(run, at, ['revisit', 'revisited'], caller, { isReached: false, isSolved: null, score: null, note: random.pick(words.revisitNotes) })
}

function answered(run: Run, step: EventStep, by: Account, at: Date, details: { score: number, isSolved: boolean, text?: string | null, isReached?: boolean, note?: string | null }): boolean {
  if (!take(run, at, [step, 'revisited'], by, details)) return false
  run.course.rating = { score: details.score, isSolved: details.isSolved, text: details.text ?? null, at }
  run.course.marks.is_dissatisfied = details.score < 3 || !details.isSolved
  return true
}

export function close(run: Run): boolean {
  const { random, people, course, isAsked } = run
  const at = random.chance(0.005) ? afterWorking(random, momentOf(run), 1500, 0.2) : afterWorking(random, momentOf(run), isAsked ? 55 : 90, 0.7)
  const { dueAt } = present(course)
  const isLate = course.isOverdue || (dueAt !== null && dueAt < at)
  if (!take(run, at, ['close', 'closed'], random.pick(people.shiftLeaders))) return false
  Object.assign(course, { closedAt: at, closeKind: isLate ? 'overdue' : 'normal' })
  return true
}

/** Who is not content asks once more within the seven days. False: it rests. */
export function complain(run: Run): boolean {
  const { random, course, own, reported } = run
  if (reported.source !== 'resident' || course.reopened > 0 || !random.chance((course.rating?.score ?? 4) <= 2 ? 0.45 : 0.012)) return false
  const lastRating = course.rating?.score ?? null
  if (!take(run, afterClock(random, momentOf(run), 2600, 0.4), ['reopen', 'filed'], own, { reason: random.pick(words.reopenReasons), lastRating })) return false
  Object.assign(course, { reopened: 1, rating: null, closedAt: null, closeKind: null, suggested: course.unit!, unit: null })
  return true
}
