import type { EventSource, EventStatus, EventStep } from '@linli/contract'
import type { Limit } from '@linli/standards'
import type { Account, People } from '../people/account.ts'
import type { Unit } from '../people/unit.ts'
import type { Random } from '../random.ts'
import { enter, present, type Life } from './life.ts'
import type { Story } from './story/index.ts'
import type { Place } from './where.ts'

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

/** An event as it is being lived. */
export interface Run extends World {
  reported: Reported
  course: Course
  /** The state it is to stand still in. */
  standstill: EventStatus | undefined
  /** Residents and callers are asked whether it was solved. */
  isAsked: boolean
  /** Who answers for the reporter: the resident, or the acceptor who took the call. */
  own: Account
}

/** Takes a step at a moment; nothing happens that lies ahead of us or beyond the standstill. */
export function take(run: Run, at: Date, [step, to]: [step: EventStep, to: EventStatus | 'same'], by: Account | null, details: Record<string, unknown> = {}): boolean {
  const { course, reported, now, standstill } = run
  const from = course.stays.length > 0 ? present(course).status : 'draft'
  if (at >= now || from === standstill) return false
  const reached = to === 'same' ? from as EventStatus : to
  if (to !== 'same') enter(course, reached, at, by?.name ?? '系统', reported.limit)
  course.happenings.push({ at, step, by, from, to: reached, details: said(details) })
  return true
}

/** The moment of the last step. */
export const momentOf = ({ course }: Run): Date => course.happenings.at(-1)!.at

/** The event module leaves out what was not said, but keeps what was answered with nothing. */
const said = (details: Record<string, unknown>) => Object.fromEntries(Object.entries(details).filter(([key, value]) => value !== null || key === 'isSolved' || key === 'score' || key === 'lastRating'))
