import type { EventSource, EventStatus, EventStep, Permission } from '@linli/contract'
import { dayOf } from '@linli/standards'

/** Who is asking, as far as the life of an event cares. `may` is about the area the event lies in. */
export interface Who {
  id: string | null
  side: 'staff' | 'unit' | 'resident' | 'gate'
  unit: string | null
  may: (permission: Permission) => boolean
}

/** The event, as far as its life cares. */
export interface What {
  status: EventStatus
  source: EventSource
  reportedBy: string | null
  unit: string | null
  unitKind: string | null
  fedBackBy: string | null
  rating: number | null
  reopened: number
  closedAt: Date | null
}

interface Move {
  from: readonly EventStatus[]
  to: EventStatus | 'same'
  by: (who: Who, what: What, now: Date) => boolean
}

/** Residents may ask for re-handling twice, within seven days of the closing. */
export const reopenDays = 7
export const mostReopened = 2

const holder = (permission: Permission) => (who: Who) => who.may(permission)
const reporter = (who: Who, what: What) => who.id !== null && who.id === what.reportedBy
/** Staff report on behalf of others, and rate nothing in their name. */
const residentReporter = (who: Who, what: What) => reporter(who, what) && who.side === 'resident'
/** The people of the unit it was sent to; where that is a community, its workers. */
const handler = (who: Who, what: What) => who.may('event.handle') && (who.side === 'unit' ? who.unit === what.unit : what.unitKind === 'community')
/** Nobody checks what they handled themselves. */
const checker = (who: Who, what: What) => who.may('event.check') && who.id !== what.fedBackBy
/** Residents and callers of the hotline are asked whether it was solved; what staff found themselves is closed after the check. */
const needsRevisit = (what: What) => what.source === 'resident' || what.source === 'hotline'

/** The whole life of an event: every step, where it starts, where it leads, who takes it. The README's diagram is tested against it. */
export const moves: Record<EventStep, Move> = {
  report: { from: ['draft'], to: 'reported', by: reporter },
  askInfo: { from: ['reported'], to: 'needInfo', by: holder('event.accept') },
  answer: { from: ['needInfo'], to: 'reported', by: (who, what) => reporter(who, what) || who.may('event.accept') },
  accept: { from: ['reported'], to: 'accepted', by: holder('event.accept') },
  file: { from: ['accepted'], to: 'filed', by: holder('event.file') },
  dispatch: { from: ['filed'], to: 'dispatched', by: holder('event.dispatch') },
  sign: { from: ['dispatched'], to: 'handling', by: handler },
  handle: { from: ['handling'], to: 'same', by: handler },
  feedback: { from: ['handling'], to: 'feedback', by: handler },
  check: { from: ['feedback'], to: 'checked', by: checker },
  revisit: { from: ['checked'], to: 'revisited', by: (who, what) => needsRevisit(what) && who.may('event.revisit') },
  rate: { from: ['checked', 'revisited', 'closed'], to: 'same', by: (who, what) => residentReporter(who, what) && what.rating === null },
  close: { from: ['checked', 'revisited'], to: 'closed', by: (who, what) => who.may('event.close') && (what.status === 'revisited' || !needsRevisit(what)) },
  reopen: { from: ['closed'], to: 'filed', by: (who, what, now) => residentReporter(who, what) && what.reopened < mostReopened && isWithin(what.closedAt, now) },
  cancel: { from: ['reported', 'needInfo', 'accepted', 'filed'], to: 'cancelled', by: holder('event.cancel') },
}

/** Where the step leads, or undefined where this person may not take it now. A rating of a checked event is its revisit. */
export function after(step: EventStep, who: Who, what: What, now: Date): EventStatus | undefined {
  const move = moves[step]
  if (!move.from.includes(what.status) || !move.by(who, what, now)) return undefined
  if (step === 'rate' && what.status === 'checked') return 'revisited'
  return move.to === 'same' ? what.status : move.to
}

/** What this person may do now, in the order of the table. */
export const stepsFor = (who: Who, what: What, now: Date): EventStep[] =>
  (Object.keys(moves) as EventStep[]).filter((step) => after(step, who, what, now) !== undefined)

/** Of a confidential matter only those learn who reported it who speak with the reporter or handle it. */
export const mayKnowReporter = (who: Who, what: What, isConfidential: boolean): boolean =>
  !isConfidential || reporter(who, what) || who.may('event.accept') || who.may('event.revisit') || handler(who, what)

/** States that wait for a step of this person's posts, for 今日待办. `community`: only where a community handles. */
export function waitsFor(may: (permission: Permission) => boolean, side: Who['side']): { statuses: EventStatus[], community: EventStatus[] } {
  const handled: EventStatus[] = may('event.handle') ? ['dispatched', 'handling'] : []
  const statuses: EventStatus[] = [
    ...(may('event.accept') ? ['reported' as const] : []),
    ...(may('event.file') ? ['accepted' as const] : []),
    ...(may('event.dispatch') ? ['filed' as const] : []),
    ...(may('event.check') ? ['feedback' as const] : []),
    ...(may('event.revisit') ? ['checked' as const] : []),
    ...(may('event.close') ? ['revisited' as const] : []),
  ]
  return side === 'unit' ? { statuses: handled, community: [] } : { statuses, community: handled }
}

const isWithin = (closedAt: Date | null, now: Date) => closedAt !== null && now.getTime() - closedAt.getTime() <= reopenDays * 24 * 3600 * 1000

/** Heading of an event nobody gave one: the first sentence, at most 24 characters. */
export function titleOf(title: string | undefined, description: string): string {
  const first = description.split(/[。！？\n]/)[0]!.trim() || description.trim()
  return title?.trim() || (first.length > 24 ? `${first.slice(0, 23)}…` : first)
}

/** yyMMddHHmmss in Asia/Shanghai: the first twelve digits of an event's number; six of a sequence follow (domain §3.5). */
export const numberPrefix = (now: Date): string => new Date(now.getTime() + 8 * 3600 * 1000).toISOString().slice(2, 19).replace(/[-T:]/g, '')

/** What waits is shown in these groups, the most pressing first; each event stands in the first it belongs to. */
export const todayGroups = [
  { key: 'overdue', title: '已超时' },
  { key: 'dueSoon', title: '即将超时' },
  { key: 'new', title: '今日新到' },
  { key: 'waiting', title: '其他待办' },
] as const
export type TodayKey = (typeof todayGroups)[number]['key']

/** Midnight in Asia/Shanghai of the day an instant lies in. */
export const dayStart = (now: Date): Date => new Date(`${dayOf(now)}T00:00:00+08:00`)
