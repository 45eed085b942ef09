import type { EventSource, EventStatus, EventStep } from '@linli/contract'
import type { Limit } from '@linli/standards'
import type { Account, People } from '../people/account.ts'
import type { Unit } from '../people/unit.ts'
import type { Random } from '../random.ts'
import { afterClock, afterShare, afterWorking, enter, onDuty, present, type Life } from './life.ts'
import { fitting, type Story } from './story/index.ts'
import type { Place } from './where.ts'
import * as words from './words.ts'

/** What is known when it is reported. */
export interface Reported {
  at: Date
  source: EventSource
  story: Story
  /** Which of the story's texts is told. */
  which: number
  place: Place
  reporter: Account
  limit: Limit
  unit: Unit
  suggested: Unit
  /** Found and put right on the spot by who found it (自处置). */
  isOnTheSpot: boolean
  /** Why it is cancelled soon, where it is. */
  cancelled: string | null
}

/** One step that was taken. `by` null: the server itself. */
export interface Happening { at: Date, step: EventStep, by: Account | null, from: EventStatus | 'draft', to: EventStatus, details: Record<string, unknown> }

/** What became of an event until now. */
export interface Course extends Life {
  happenings: Happening[]
  question: string | null
  supplement: string | null
  unit: Unit | null
  suggested: Unit
  fedBackBy: string | null
  publicReply: string | null
  rating: { score: number, isSolved: boolean, text: string | null, at: Date } | null
  closedAt: Date | null
  closeKind: 'normal' | 'overdue' | null
  reopened: number
}

export interface World { random: Random, people: People, now: Date }

/** Lives an event from its report until now, or until it is to stand still in a state. */
export function live({ random, people, now }: World, reported: Reported, standstill?: EventStatus): Course {
  const { story, which, place, source, reporter, limit } = reported
  const course: Course = {
    stays: [], isOverdue: false, happenings: [], question: null, supplement: null, unit: null, suggested: reported.suggested, fedBackBy: null, publicReply: null, rating: null,
    closedAt: null, closeKind: null, reopened: 0,
  }
  const isAsked = source === 'resident' || source === 'hotline'
  const own = source === 'resident' ? reporter : random.pick(people.acceptors)
  let moment = reported.at

  /** Takes a step at a moment; nothing happens that lies ahead of us or beyond the standstill. */
  function step(at: Date, taken: EventStep, to: EventStatus | 'same', by: Account | null, details: Record<string, unknown> = {}): boolean {
    if (at >= now || (course.stays.length > 0 && present(course).status === standstill)) return false
    const from = course.stays.length > 0 ? present(course).status : 'draft'
    const reached = to === 'same' ? from as EventStatus : to
    if (to !== 'same') enter(course, reached, at, by?.name ?? '系统', limit)
    course.happenings.push({ at, step: taken, by, from, to: reached, details: withoutNull(details) })
    moment = at
    return true
  }

  if (!step(moment, 'report', 'reported', reporter, {})) return course
  if (isAsked && reported.cancelled === null && random.chance(0.03) && !ask()) return course
  if (reported.cancelled !== null) return cancel(reported.cancelled)
  if (!accept() || !file()) return course
  for (;;) {
    if (!dispatch() || !handle() || !check()) return course
    if (isAsked ? !revisit() : false) return course
    if (!close() || !complain()) return course
  }

  function ask(): boolean {
    const question = random.pick(words.questions)
    if (!step(afterWorking(random, moment, 8, 0.5), 'askInfo', 'needInfo', random.pick(people.acceptors), { question })) return false
    course.question = question
    if (random.chance(0.12)) {
      const end = present(course).dueAt!
      if (step(new Date(end.getTime() + 300_000), 'cancel', 'cancelled', null, { reason: '逾期未补充情况，已作废，您可以重新上报' })) course.closedAt = moment
      return false
    }
    const answer = random.pick(words.answers)
    if (!step(afterClock(random, moment, 150, 1), 'answer', 'reported', own, { answer })) return false
    course.supplement = answer
    return true
  }

  function cancel(reason: string): Course {
    if (step(afterWorking(random, moment, 14, 0.6), 'cancel', 'cancelled', random.pick(people.shiftLeaders), { reason })) course.closedAt = moment
    return course
  }

  function accept(): boolean {
    const at = random.chance(0.008) ? afterWorking(random, moment, 60, 0.4) : onDuty(random, moment, 7)
    return step(at, 'accept', 'accepted', random.pick(people.acceptors), { note: random.pick(words.acceptNotes) })
  }

  function file(): boolean {
    const at = random.chance(0.005) ? afterWorking(random, moment, 55, 0.3) : onDuty(random, moment, 5)
    return step(at, 'file', 'filed', random.pick(people.shiftLeaders), { note: random.pick(words.fileNotes) })
  }

  function dispatch(): boolean {
    const at = random.chance(0.006) ? afterWorking(random, moment, 95, 0.3) : onDuty(random, moment, 10)
    const { unit } = reported
    if (!step(at, 'dispatch', 'dispatched', random.pick(people.dispatchers), { unit: unit.id, unitName: unit.name, note: random.pick(words.dispatchNotes), isSuggested: unit.id === course.suggested.id })) return false
    course.unit = unit
    return true
  }

  function handle(): boolean {
    const worker = handlerOf()
    const isQuick = reported.isOnTheSpot && course.reopened === 0
    const signed = isQuick ? onDuty(random, moment, 6) : random.chance(0.012) ? afterWorking(random, moment, 210, 0.3) : afterWorking(random, moment, 26, 0.6)
    if (!step(signed, 'sign', 'handling', worker)) return false
    // Three to four in a hundred take longer than they may (domain §7.5: overtime 1.3–5 %).
    const share = random.chance(0.03) ? random.between(1.05, 2) : Math.min(0.93, Math.max(0.03, Math.exp(Math.log(0.3) + random.normal() * 0.6)))
    const done = isQuick ? earlier(onDuty(random, moment, 32), afterShare(moment, limit, 0.9)) : afterShare(moment, limit, share)
    if (!isQuick && random.chance(0.45) && !step(new Date(moment.getTime() + (done.getTime() - moment.getTime()) * random.between(0.2, 0.7)), 'handle', 'same', worker, { note: random.pick(words.handleNotes) })) return false
    const [note, publicReply] = [story.notes, story.replies].map((list) => fitting(list, story, which, random.pick)) as [string, string]
    if (!step(done, 'feedback', 'feedback', worker, { publicReply, note })) return false
    Object.assign(course, { fedBackBy: worker.id, publicReply })
    return true
  }

  function handlerOf(): Account {
    const { unit } = reported
    if (unit.kind !== 'community') return random.pick(people.handlers.get(unit.id)!)
    return reported.isOnTheSpot || random.chance(0.5) ? people.gridWorkers.get(place.grid.path)! : random.pick(people.socialWorkers.get(place.community.path)!)
  }

  /** Nobody checks what they handled themselves. */
  function check(): boolean {
    const gridWorker = people.gridWorkers.get(place.grid.path)!
    const checker = gridWorker.id === course.fedBackBy || random.chance(0.25) ? random.pick(people.socialWorkers.get(place.community.path)!.filter(({ id }) => id !== course.fedBackBy)) : gridWorker
    const at = random.chance(0.008) ? afterClock(random, moment, 2000, 0.2) : afterClock(random, moment, 140, 0.7)
    return step(at, 'check', 'checked', checker, { note: random.pick(words.checkNotes) })
  }

  function revisit(): boolean {
    const score = random.weighted([[5, 55], [4, 27], [3, 9.6], [2, 6.2], [1, 2.2]] as const)
    const isSolved = score > 2 || random.chance(0.4)
    const text = random.pick(score > 2 ? words.goodTexts : words.badTexts)
    if (source === 'resident' && random.chance(0.42)) {
      if (!step(afterClock(random, moment, 260, 0.9), 'rate', 'revisited', own, { score, isSolved, text: text === '' ? null : text })) return false
      course.rating = { score, isSolved, text: text === '' ? null : text, at: moment }
      return true
    }
    const isReached = random.chance(0.78)
    const at = random.chance(0.01) ? afterWorking(random, moment, 1700, 0.1) : afterWorking(random, moment, 300, 0.6)
    if (!step(at, 'revisit', 'revisited', random.pick(people.acceptors), { isReached, isSolved: isReached ? isSolved : null, score: isReached ? score : null, note: random.pick(words.revisitNotes) })) return false
    if (isReached) course.rating = { score, isSolved, text: null, at: moment }
    return true
  }

  function close(): boolean {
    const at = random.chance(0.005) ? afterWorking(random, moment, 1500, 0.2) : afterWorking(random, moment, isAsked ? 55 : 90, 0.7)
    const isLate = course.isOverdue || (present(course).dueAt !== null && present(course).dueAt! < at)
    if (!step(at, 'close', 'closed', random.pick(people.shiftLeaders), {})) return false
    Object.assign(course, { closedAt: moment, closeKind: isLate ? 'overdue' : 'normal' })
    return true
  }

  /** Who is not content asks once more within the seven days. False: it rests. */
  function complain(): boolean {
    if (source !== 'resident' || course.reopened > 0 || !random.chance((course.rating?.score ?? 4) <= 2 ? 0.45 : 0.012)) return false
    const lastRating = course.rating?.score ?? null
    if (!step(afterClock(random, moment, 2600, 0.4), 'reopen', 'filed', own, { reason: random.pick(words.reopenReasons), lastRating })) return false
    Object.assign(course, { reopened: 1, rating: null, closedAt: null, closeKind: null, suggested: course.unit!, unit: null })
    return true
  }
}

const earlier = (a: Date, b: Date) => (a < b ? a : b)

/** The event module leaves out what was not said, but keeps what was answered with nothing. */
const withoutNull = (details: Record<string, unknown>) => Object.fromEntries(Object.entries(details).filter(([key, value]) => value !== null || ['isSolved', 'score', 'lastRating'].includes(key)))
