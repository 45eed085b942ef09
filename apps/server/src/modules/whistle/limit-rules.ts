import type { Output, WhistleUrgency } from '@linli/contract'
import { addWorking, warnAt, type Limit, type WorkCalendar } from '@linli/standards'

export type WhistleRule = Output<'whistle', 'rule'>

/** When a unit has to have answered and be there, and when the lamp turns yellow. Facts from the calling on. */
export interface Due { answerBy: Date, arriveBy: Date, warnAt: Date }

const minutes = (amount: number): Limit => ({ amount: amount / 60, unit: 'clockHour' })

/** Emergencies and what is urgent run by the clock, day and night; the rest on the office's calendar (domain §3.4). */
export function limitsOf(rule: WhistleRule, urgency: WhistleUrgency): { answer: Limit, arrive: Limit } {
  if (urgency === 'emergency') return { answer: minutes(rule.emergencyAnswer), arrive: minutes(rule.emergencyArrive) }
  if (urgency === 'urgent') return { answer: minutes(rule.urgentAnswer), arrive: minutes(rule.urgentArrive) }
  return { answer: { amount: rule.ordinaryAnswer, unit: 'workingHour' }, arrive: { amount: rule.ordinaryArrive, unit: 'workingDay' } }
}

/** By the office's rule, or to be there at a moment that was named; nobody has to answer later than arrive. */
export function dueOf(calendar: WorkCalendar, { answer, arrive }: { answer: Limit, arrive: Limit }, now: Date, named?: Date): Due {
  const arriveBy = named ?? addWorking(calendar, now, arrive)
  const answerBy = addWorking(calendar, now, answer)
  const warn = named ? new Date(now.getTime() + (named.getTime() - now.getTime()) * 0.8) : warnAt(calendar, now, arrive)
  return { answerBy: answerBy < arriveBy ? answerBy : arriveBy, arriveBy, warnAt: warn }
}

const dayMs = 24 * 3600 * 1000
/** Somebody can get there, and it is no plan for next year. */
export const mayNameMoment = (now: Date, arriveBy: Date): boolean => arriveBy > now && arriveBy.getTime() - now.getTime() <= 60 * dayMs

/** What of a part that was not kept to is said now, and what need not be said any more. */
export const latest = (now: Date, { arriveBy }: Pick<Due, 'answerBy' | 'arriveBy'>): { kind: 'answerLate' | 'arrivalLate', told: string[] } =>
  (arriveBy < now ? { kind: 'arrivalLate', told: ['answer', 'arrive'] } : { kind: 'answerLate', told: ['answer'] })

/** Whole minutes; a started one counts. */
export const lateMinutes = (now: Date, arriveBy: Date): number => Math.max(0, Math.ceil((now.getTime() - arriveBy.getTime()) / 60_000))
