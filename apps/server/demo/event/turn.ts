import { addDays, addWorking, dayOf, defaultCalendar as calendar, type Limit } from '@linli/standards'
import { holderName } from '../../src/modules/link/rules.ts'
import { afterClock, afterShare, afterWorking, extend, onDuty, present } from './life.ts'
import { count, momentOf, take, type Run } from './run.ts'
import * as words from './words.ts'

// What comes in between on the way of an event. Shares are those of a real year (domain §7.5: returned 4 %, extended 1.4 %, suspended 0.6 %,
// done again 1.5 %); each says whether the way goes on.

/** The grid worker is sent to look first. */
export function verify(run: Run): boolean {
  const { random, people, reported: { place } } = run
  if (!take(run, onDuty(random, momentOf(run), 6), ['sendVerify', 'verifying'], random.pick(people.acceptors), { note: '请到现场核实' })) return false
  return take(run, onDuty(random, momentOf(run), 18), ['confirm', 'accepted'], people.gridWorkers.get(place.grid.path)!, { note: '现场核实，情况属实' })
}

/** Sent to the wrong unit first, which sends it back. */
export function strayed(run: Run): boolean {
  const { random, people, units, course, reported: { unit } } = run
  const wrong = random.pick(units.handlers.filter(({ id }) => id !== unit.id))
  if (!take(run, onDuty(random, momentOf(run), 12), ['dispatch', 'dispatched'], random.pick(people.dispatchers), { unit: wrong.id, unitName: wrong.name, note: null, isSuggested: wrong.id === course.suggested.id })) return false
  course.unit = wrong
  const note = random.pick(words.returnNotes)
  const at = afterWorking(random, momentOf(run), random.chance(0.15) ? 220 : 40, 0.5)
  const { dueAt } = present(course)
  const isLate = dueAt !== null && dueAt < at
  if (!take(run, at, ['return', 'filed'], random.pick(people.handlers.get(wrong.id)!), { returnReason: 'duty', note, isLate, unit: wrong.id, unitName: wrong.name })) return false
  count(run, 'returns')
  Object.assign(course.marks, { return_reason: 'duty', return_note: note, ...(isLate && { late_returns: 1 }) })
  return true
}

/** Whoever handles needs to know more; what is not answered in time goes on without. */
export function ask(run: Run): boolean {
  const { random, people, course, reported: { place } } = run
  const handler = course.unit?.kind === 'community' ? people.gridWorkers.get(place.grid.path)! : random.pick(people.handlers.get(course.unit!.id)!)
  const question = random.pick(words.handlingQuestions)
  if (!take(run, afterWorking(random, momentOf(run), 25, 0.5), ['askInfo', 'needDetail'], handler, { question })) return false
  course.question = question
  const [at, end] = [afterClock(random, momentOf(run), 180, 0.9), new Date(present(course).dueAt!.getTime() + 300_000)]
  return at < end ? answer(run, at, 'handling') : take(run, end, ['resume', 'handling'], null, { note: '上报人没有在期限内补充，继续办理' })
}

/** Residents answer in the app; callers are sent a link, or the acceptor writes down what they say. */
export function answer(run: Run, at: Date, to: 'reported' | 'handling'): boolean {
  const { random, course, own, reported: { source } } = run
  const said = random.pick(words.answers)
  const isByLink = source === 'hotline' && random.chance(0.7)
  if (!take(run, at, ['answer', to], isByLink ? holderName('ask', { unit: '', person: '' }) : own, { answer: said })) return false
  course.supplement = course.supplement === null ? said : `${course.supplement}\n补充：${said}`
  return true
}

/** More time is asked for before the limit ends, and granted. */
export function extendOnce(run: Run): boolean {
  const { random, people, course, reported: { limit } } = run
  if (course.extendedBy > 0 || course.unit?.kind === 'community') return true
  const handler = random.pick(people.handlers.get(course.unit!.id)!)
  const [reason, amount] = [random.pick(words.extensionReasons), Math.max(1, Math.floor(limit.amount / 2))]
  if (!take(run, afterShare(momentOf(run), limit, run.standstill ? 0.15 : 0.5), ['askExtension', 'same'], handler, { reason, amount, unit: limit.unit })) return false
  const request = asked(run, 'extension', { by: handler, reason, amount })
  if (run.standstill && random.chance(0.6)) return false
  const dispatcher = random.pick(people.dispatchers)
  if (!take(run, afterShare(momentOf(run), limit, 0.1), ['approveExtension', 'same'], dispatcher, { amount, unit: limit.unit })) return false
  Object.assign(request, { decided_by: dispatcher.id, decided_name: dispatcher.name, decided_at: momentOf(run), is_approved: true })
  course.extendedBy = amount
  Object.assign(course.marks, { pending: null, extended_by: amount, extensions: 1 })
  extend(course, momentOf(run), { ...limit, amount: limit.amount + amount } as Limit)
  return true
}

/** Something stands in the way; some still do. */
export function suspend(run: Run): boolean {
  const { random, people, course } = run
  if (course.unit?.kind === 'community') return true
  const handler = random.pick(people.handlers.get(course.unit!.id)!)
  const [why, reason] = random.pick(words.suspensions)
  const until = addDays(dayOf(momentOf(run)), random.whole(20, 90))
  if (!take(run, afterWorking(random, momentOf(run), run.standstill ? 20 : 60, 0.4), ['askSuspension', 'same'], handler, { reason, why, until })) return false
  const request = asked(run, 'suspension', { by: handler, reason, why, until })
  const dispatcher = random.pick(people.dispatchers)
  if (!take(run, afterWorking(random, momentOf(run), 50, 0.4), ['approveSuspension', 'suspended'], dispatcher, { why, until })) return false
  Object.assign(request, { decided_by: dispatcher.id, decided_name: dispatcher.name, decided_at: momentOf(run), is_approved: true })
  Object.assign(course.marks, { pending: null, suspend_reason: why, review_on: until })
  if (!take(run, afterWorking(random, momentOf(run), random.whole(8, 60) * 450, 0.2), ['resume', 'handling'], handler, { note: '条件已具备' })) return false
  Object.assign(course.marks, { suspend_reason: null, review_on: null })
  return true
}

function asked({ course }: Run, kind: string, { by, ...what }: { by: { id: string, name: string }, reason: string, amount?: number, why?: string, until?: string }) {
  const row = { kind, asked_by: by.id, asked_name: by.name, asked_at: course.happenings.at(-1)!.at, amount: null, why: null, until: null, decided_by: null, decided_name: null, decided_at: null, is_approved: null, note: null, ...what }
  course.requests.push(row)
  course.marks.pending = kind
  return row
}

/** Another unit is asked to help. */
export function assist(run: Run): boolean {
  const { random, people, units, course } = run
  const helper = random.pick(units.handlers.filter(({ id }) => id !== course.unit?.id))
  const note = random.pick(words.assistNotes)
  if (!take(run, afterWorking(random, momentOf(run), 20, 0.4), ['assist', 'same'], random.pick(people.dispatchers), { unit: helper.id, unitName: helper.name, note })) return false
  const row = { unit: helper.id, unit_name: helper.name, asked_at: momentOf(run), due_at: addWorking(calendar, momentOf(run), { amount: 2, unit: 'workingDay' }), note, done_at: null as Date | null, result: null as string | null }
  course.assists.push(row)
  Object.assign(course.marks, { assists: `{${helper.id}}`, assists_open: `{${helper.id}}` })
  const result = random.pick(words.assistResults)
  if (!take(run, afterWorking(random, momentOf(run), 90, 0.5), ['assistDone', 'same'], random.pick(people.handlers.get(helper.id)!), { note: result })) return false
  Object.assign(row, { done_at: momentOf(run), result })
  course.marks.assists_open = '{}'
  return true
}

/** Somebody in the street's office reminds, a leader writes on it, or it is put under supervision. */
export function watch(run: Run): boolean {
  const { random, people, course } = run
  const { leader } = people
  if (random.chance(run.standstill ? 0.3 : 0.6)) {
    const [at, { dueAt }] = [afterWorking(random, momentOf(run), 70, 0.5), present(course)]
    if (!take(run, at, ['urge', 'same'], random.pick(people.dispatchers), { note: random.pick(words.urgeNotes), isLate: dueAt !== null && dueAt < at })) return false
    count(run, 'urges')
    course.marks.urged_at = momentOf(run)
    return true
  }
  if (random.chance(run.standstill ? 0.25 : 0.5)) {
    if (!take(run, afterWorking(random, momentOf(run), 60, 0.5), ['instruct', 'same'], leader, { text: random.pick(words.instructions) })) return false
    course.marks.is_instructed = true
    return true
  }
  const [text, reply] = random.pick(words.supervisions)
  const dueAt = addWorking(calendar, momentOf(run), { amount: 2, unit: 'workingDay' })
  if (!take(run, afterWorking(random, momentOf(run), run.standstill ? 25 : 60, 0.5), ['supervise', 'same'], leader, { text, dueAt: dueAt.toISOString() })) return false
  const row = { asked_by: leader.id, asked_name: leader.name, asked_at: momentOf(run), text, due_at: dueAt, reply: null as string | null, replied_name: null as string | null, replied_at: null as Date | null, is_satisfied: null as boolean | null, ended_at: null as Date | null }
  course.supervisions.push(row)
  Object.assign(course.marks, { is_supervised: true, is_urgent: random.chance(0.5) })
  if (run.standstill && random.chance(0.6)) return false
  const handler = course.unit?.kind === 'community' ? people.secretaries.get(run.reported.place.community.path)! : random.pick(people.handlers.get(course.unit!.id)!)
  if (!take(run, afterWorking(random, momentOf(run), 200, 0.4), ['replySupervision', 'same'], handler, { text: reply })) return false
  Object.assign(row, { reply, replied_name: handler.name, replied_at: momentOf(run) })
  if (!take(run, afterWorking(random, momentOf(run), 100, 0.4), ['endSupervision', 'same'], leader, { isSatisfied: true })) return false
  Object.assign(row, { is_satisfied: true, ended_at: momentOf(run) })
  course.marks.is_supervised = false
  return true
}

/** What does not pass the check goes back to the same unit. */
export function rework(run: Run): boolean {
  const { random, people, course, reported: { place } } = run
  const checkers = [people.gridWorkers.get(place.grid.path)!, ...people.socialWorkers.get(place.community.path)!].filter(({ id }) => id !== course.fedBackBy)
  if (!take(run, afterWorking(random, momentOf(run), 90, 0.6), ['rework', 'dispatched'], random.pick(checkers), { reason: random.pick(words.reworkReasons) })) return false
  count(run, 'reworks')
  course.extendedBy = 0
  course.marks.extended_by = 0
  return true
}
