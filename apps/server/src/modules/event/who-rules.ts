import type { EventSource, EventStatus, Permission, ReporterPrivacy, RequestKind } from '@linli/contract'

/** Who is asking, as far as the life of an event cares. `may` is about the area the event lies in. */
export interface Who {
  id: string | null
  side: 'staff' | 'unit' | 'resident' | 'gate'
  unit: string | null
  may: (permission: Permission) => boolean
}

/** How the office handles: how often and how long after the closing residents may ask for re-handling, how often a limit may be extended. */
export interface OfficeRule { reopenDays: number, mostReopened: number, mostExtensions: number }

/** The event, as far as its life cares. */
export interface What {
  status: EventStatus
  source: EventSource
  privacy: ReporterPrivacy
  reportedBy: string | null
  unit: string | null
  unitKind: string | null
  /** Units that assist and have not finished. */
  assistsOpen: readonly string[]
  fedBackBy: string | null
  rating: number | null
  isDissatisfied: boolean
  reopened: number
  extensions: number
  pending: RequestKind | null
  isSupervised: boolean
  dueAt: Date | null
  urgedAt: Date | null
  closedAt: Date | null
  partOf: string | null
  office: OfficeRule
}

/** May this person take the step now, apart from where the event stands? */
export type Condition = (who: Who, what: What, now: Date) => boolean

export const holder = (permission: Permission): Condition => (who) => who.may(permission)
export const anyHolder = (...permissions: Permission[]): Condition => (who) => permissions.some((permission) => who.may(permission))
export const both = (...conditions: Condition[]): Condition => (who, what, now) => conditions.every((one) => one(who, what, now))
export const either = (...conditions: Condition[]): Condition => (who, what, now) => conditions.some((one) => one(who, what, now))

export const reporter: Condition = (who, what) => who.id !== null && who.id === what.reportedBy
/** Staff report on behalf of others, and rate nothing in their name. */
export const residentReporter: Condition = (who, what, now) => reporter(who, what, now) && who.side === 'resident'
/** What follows by itself, in a job. */
export const theServer: Condition = (who) => who.id === null && who.side === 'staff'
/** The people of the unit it was sent to; where that is a community, its workers. */
export const handler: Condition = (who, what) => who.may('event.handle') && (who.side === 'unit' ? who.unit === what.unit : what.unitKind === 'community')
/** The people of a unit that was asked to assist and has not finished. */
export const assistant: Condition = (who, what) => who.may('event.handle') && who.unit !== null && what.assistsOpen.includes(who.unit)
/** Nobody checks what they handled themselves. */
export const checker: Condition = (who, what) => who.may('event.check') && who.id !== what.fedBackBy

/** Residents and callers of the hotline are asked whether it was solved; what staff found themselves, and what is only a part, is closed after the check. */
export const needsRevisit = ({ source, partOf }: Pick<What, 'source' | 'partOf'>): boolean => partOf === null && (source === 'resident' || source === 'hotline')

export const nothingPending: Condition = (_, what) => what.pending === null
export const pending = (kind: RequestKind): Condition => (_, what) => what.pending === kind

/** Before the limit ends, and not more often than the office allows (domain §3.3). */
export const mayExtend: Condition = (_, what, now) => what.extensions < what.office.mostExtensions && what.dueAt !== null && now <= what.dueAt
export const mayReopen: Condition = (_, what, now) => what.partOf === null && what.reopened < what.office.mostReopened && isWithin(what.closedAt, now, what.office.reopenDays)
/** Who waits too long may say so, once a day. */
export const mayUrge: Condition = (_, what, now) => what.dueAt !== null && what.dueAt < now && (what.urgedAt === null || now.getTime() - what.urgedAt.getTime() > dayMs)

const dayMs = 24 * 3600 * 1000
const isWithin = (closedAt: Date | null, now: Date, days: number) => closedAt !== null && now.getTime() - closedAt.getTime() <= days * dayMs

/** Who reported in confidence is known to those who speak with them, who reported anonymously to nobody; a handling unit learns neither. */
export function mayKnowReporter(who: Who, what: What): boolean {
  if (what.privacy === 'open' || reporter(who, what, new Date(0))) return true
  return what.privacy === 'confidential' && (who.may('event.accept') || who.may('event.revisit'))
}
