import type { EventStatus } from '@linli/contract'
import { take, type Course, type Reported, type Run, type World } from './run.ts'
import * as steps from './step.ts'

/** Lives an event from its report until now, or until it is to stand still in a state. */
export function live(world: World, reported: Reported, standstill?: EventStatus): Course {
  const course: Course = {
    stays: [], isOverdue: false, isSevere: false, happenings: [], question: null, supplement: null, unit: null, suggested: reported.suggested, fedBackBy: null, publicReply: null, rating: null,
    closedAt: null, closeKind: null, reopened: 0,
  }
  const own = reported.source === 'resident' ? reported.reporter : world.random.pick(world.people.acceptors)
  pass({ ...world, reported, course, standstill, own, isAsked: reported.source === 'resident' || reported.source === 'hotline' })
  return course
}

/** Each step says whether the way goes on. */
function pass(run: Run): void {
  const { cancelled } = run.reported
  if (!take(run, run.reported.at, ['report', 'reported'], run.reported.reporter)) return
  if (cancelled !== null) return steps.cancel(run, cancelled)
  if (run.isAsked && run.random.chance(0.03) && !steps.ask(run)) return
  if (!steps.accept(run) || !steps.file(run)) return
  while (steps.dispatch(run) && steps.handle(run) && steps.check(run) && (!run.isAsked || steps.revisit(run)) && steps.close(run) && steps.complain(run));
}
