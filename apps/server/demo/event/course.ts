import type { EventStatus } from '@linli/contract'
import { afterWorking, present } from './life.ts'
import { take, type Course, type Reported, type Run, type World } from './run.ts'
import * as steps from './step.ts'
import * as turns from './turn.ts'

/** Lives an event from its report until now, or until it is to stand still in a state. */
export function live(world: World, reported: Reported, standstill?: EventStatus): Course {
  const run = begun(world, reported, standstill)
  pass(run)
  return run.course
}

/** Goes with what was reported before: merged into it and closed with it. Undefined where that is over already. */
export function follow(world: World, reported: Reported, { id, course: whole, number }: { id: string, number: string, course: Course }): Course | undefined {
  const { status } = present(whole)
  const run = begun(world, reported)
  const at = afterWorking(world.random, reported.at, 14, 0.6)
  if (status === 'cancelled' || (whole.closedAt !== null && whole.closedAt <= at)) return undefined
  take(run, reported.at, ['report', 'reported'], reported.reporter)
  if (!take(run, at, ['merge', 'merged'], world.random.pick(world.people.acceptors), { into: id, number, note: null })) return run.course
  Object.assign(run.course.marks, { merged_into: id, is_duplicate: true })
  const end = whole.closedAt && new Date(whole.closedAt.getTime() + 2000)
  if (end && take(run, end, ['closeAlong', 'closed'], null, { publicReply: whole.publicReply })) Object.assign(run.course, { publicReply: whole.publicReply, closedAt: end, closeKind: 'merged' })
  return run.course
}

function begun(world: World, reported: Reported, standstill?: EventStatus): Run {
  const course: Course = {
    stays: [], isOverdue: false, isSevere: false, happenings: [], question: null, supplement: null, unit: null, suggested: reported.suggested, fedBackBy: null, publicReply: null, rating: null,
    closedAt: null, closeKind: null, reopened: 0, extendedBy: 0, marks: {}, requests: [], assists: [], supervisions: [],
  }
  const own = reported.source === 'resident' ? reported.reporter : world.random.pick(world.people.acceptors)
  return { ...world, reported, course, standstill, own, isAsked: reported.source === 'resident' || reported.source === 'hotline' }
}

/** Each step says whether the way goes on. */
function pass(run: Run): void {
  const { cancelled, isOnTheSpot, source } = run.reported
  const { standstill } = run
  if (source === 'grid' && (standstill === 'selfHandled' || (isOnTheSpot && standstill === undefined))) return void steps.selfHandled(run)
  if (!take(run, run.reported.at, ['report', 'reported'], run.reported.reporter)) return
  if (cancelled !== null) return steps.cancel(run, cancelled)
  if (run.isAsked && (standstill === 'needInfo' || run.random.chance(0.03)) && !steps.ask(run)) return
  if (!(standstill === 'verifying' || run.random.chance(0.04) ? turns.verify(run) : steps.accept(run)) || !steps.file(run)) return
  if (run.random.chance(0.045) && run.reported.unit.kind !== 'community' && !turns.strayed(run)) return
  while (steps.dispatch(run) && steps.handle(run) && steps.check(run) && (!run.isAsked || steps.revisit(run)) && steps.close(run) && steps.complain(run));
}
