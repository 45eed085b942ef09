import type { EventStatus } from '@linli/contract'
import { addWorking, defaultCalendar as calendar, isOfficeOpen, limitMinutes, runOn, type Limit } from '@linli/standards'
import { begin, end, goingOn, isResting } from '../../src/modules/event/stage.ts'
import { defaultStepLimits } from '../../src/modules/matter/directory/index.ts'
import type { Random } from '../random.ts'

/** One stay in one state, as the event module stores it. */
export interface Stay {
  status: EventStatus
  since: Date
  limit: Limit | null
  dueAt: Date | null
  warnAt: Date | null
  severeAt: Date | null
  until: Date | null
  used: number | null
  paused: number | null
  overdue: number | null
  endedBy: string | null
}

/** The stays of one event so far; measured with the event module's own arithmetic. */
export interface Life { stays: Stay[], isOverdue: boolean, isSevere: boolean }

const stepLimits = new Map<string, Limit>(defaultStepLimits.map(({ status, amount, unit }) => [status, { amount, unit }]))

/** Ends the present stay and begins the next. Facts are computed as modules/event/enter.ts computes them. */
export function enter(life: Life, to: EventStatus, at: Date, by: string, handleLimit: Limit): void {
  const present = life.stays.at(-1)
  if (present) {
    const took = end(calendar, present, at)
    Object.assign(present, { until: at, used: took.used, paused: took.paused, overdue: took.overdue, endedBy: by })
    life.isOverdue ||= took.overdue > 0
    life.isSevere ||= present.severeAt !== null && present.severeAt < at
  }
  const limit = to === 'handling' ? handleLimit : isResting(to) ? null : stepLimits.get(to) ?? null
  const begun = begin(calendar, to, limit, at, goingOn(life.stays, to, at))
  life.stays.push({ status: to, since: at, limit: begun.limit, dueAt: begun.dueAt, warnAt: begun.warnAt, severeAt: begun.severeAt, until: null, used: null, paused: null, overdue: null, endedBy: null })
}

/** The present stay may last longer from now on, as modules/event/enter.ts computes it. */
export function extend(life: Life, at: Date, limit: Limit): void {
  Object.assign(present(life), begin(calendar, 'handling', limit, at, goingOn(life.stays, 'handling', at)))
}

export const present = ({ stays }: Life): Stay => stays.at(-1)!

/** So many minutes of office hours later, most near the middle, few far out. */
export const afterWorking = (random: Random, from: Date, middle: number, spread: number): Date =>
  addWorking(calendar, from, { amount: Math.max(1, Math.exp(Math.log(middle) + random.normal() * spread)), unit: 'workingMinute' })

/** By day at weekends and holidays and in the evening people on duty do most of what comes in; the rest waits until the office opens. */
export function onDuty(random: Random, from: Date, middle: number): Date {
  const isStaffed = hourOf(from) >= 8 && hourOf(from) < 20.5
  return isOfficeOpen(calendar, from) || !isStaffed || random.chance(0.25) ? afterWorking(random, from, middle, 0.6) : afterClock(random, from, middle * 2, 0.5)
}

const hourOf = (moment: Date) => ((moment.getTime() + 8 * 3_600_000) % 86_400_000) / 3_600_000

/** After a share of the limit, on the limit's own clock. */
export const afterShare = (from: Date, limit: Limit, share: number): Date =>
  new Date(runOn(calendar, limit.unit, from.getTime(), limitMinutes(calendar, from, limit) * share * 60_000))

/** Minutes by the clock, but nobody rings at night: what would fall between ten and eight happens in the morning. */
export function afterClock(random: Random, from: Date, middle: number, spread: number): Date {
  const at = from.getTime() + Math.max(2, Math.exp(Math.log(middle) + random.normal() * spread)) * 60_000
  const hour = hourOf(new Date(at))
  const wait = hour >= 22 ? 32 - hour : hour < 8 ? 8 - hour : 0
  return new Date(wait === 0 ? at : at + (wait + random.between(0.1, 1.6)) * 3_600_000)
}
