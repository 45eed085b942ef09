import type { CloseKind, EventSource, EventStatus, EventStep } from '@linli/contract'
import type { Limit } from '@linli/standards'
import type { Account, People } from '../people/account.ts'
import type { Unit, Units } from '../people/unit.ts'
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
  /** The same as what was reported before. */
  isTwin: boolean
  /** Why it is cancelled soon, where it is. */
  cancelled: string | null
}

/** One step that was taken. `by` null: the server itself, or whoever `named` says. */
export interface Happening { at: Date, step: EventStep, by: Account | null, named: string, from: EventStatus | 'draft', to: EventStatus, details: Record<string, unknown> }

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
  closeKind: CloseKind | null
  reopened: number
  /** Units of the handling limit that were granted on top of it. */
  extendedBy: number
  /** Columns of the event that say what else happened, where they differ from their defaults. */
  marks: Marks
  requests: Row[]
  assists: Row[]
  supervisions: Row[]
}

/** Columns of a row that is stored beside the event. */
export type Row = Record<string, string | number | boolean | Date | null>

export const unmarked = {
  is_urgent: false, is_pinned: false, is_supervised: false, is_instructed: false, is_duplicate: false, is_dissatisfied: false, is_self_handled: false, pending: null as string | null,
  assists: '{}', assists_open: '{}', extended_by: 0, extensions: 0, returns: 0, late_returns: 0, reworks: 0, urges: 0, urged_at: null as Date | null, return_reason: null as string | null,
  return_note: null as string | null, suspend_reason: null as string | null, review_on: null as string | null, transferred_to: null as string | null, merged_into: null as string | null,
}
export type Marks = Partial<typeof unmarked>

export interface World { random: Random, people: People, units: Units, now: Date }

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

/** Takes a step at a moment, by somebody with an account, whoever is only named, or the server itself; nothing happens that lies ahead of us or leads beyond the standstill. */
export function take(run: Run, at: Date, [step, to]: [step: EventStep, to: EventStatus | 'same'], by: Account | string | null, details: Record<string, unknown> = {}): boolean {
  const { course, reported, now, standstill } = run
  const from = course.stays.length > 0 ? present(course).status : 'draft'
  if (at >= now || (from === standstill && to !== 'same')) return false
  const named = by === null ? '系统' : typeof by === 'string' ? by : by.name
  const reached = to === 'same' ? from as EventStatus : to
  if (to !== 'same') enter(course, reached, at, named, { ...reported.limit, amount: reported.limit.amount + course.extendedBy })
  course.happenings.push({ at, step, by: typeof by === 'string' ? null : by, named, from, to: reached, details: said(details) })
  return true
}

/** The moment of the last step. */
export const momentOf = ({ course }: Run): Date => course.happenings.at(-1)!.at

/** The event module leaves out what was not said, but keeps what was answered with nothing. */
const said = (details: Record<string, unknown>) => Object.fromEntries(Object.entries(details).filter(([key, value]) => value !== null || key === 'isSolved' || key === 'score' || key === 'lastRating'))

/** Counts one more of what happens again and again. */
export function count({ course: { marks } }: Run, column: 'returns' | 'reworks' | 'urges' | 'extensions'): void {
  marks[column] = (marks[column] ?? 0) + 1
}
