import type { EventStatus, NoticeKind, Permission, RequestKind } from '@linli/contract'

/** To whom something is said: the people of a unit, holders of one of the permissions where the event lies, one person. */
export interface Audience { unit: string | null, permissions: Permission[], person: string | null }

/** The event, as far as it decides who is told and in which words. */
export interface Event { status: EventStatus, source: string, part_of: string | null, unit: string | null, unit_kind: string | null }

const to = (...permissions: Permission[]): Audience => ({ unit: null, permissions, person: null })
const also = (audience: Audience, ...permissions: Permission[]): Audience => ({ ...audience, permissions: [...new Set([...audience.permissions, ...permissions])] })

/** Those who close (值班长), and those who instruct (街道领导). */
const shiftLeader: Permission = 'event.close'
const leader: Permission = 'event.instruct'

const withUnit: readonly EventStatus[] = ['dispatched', 'handling', 'needDetail', 'suspended']

const heldBy: Partial<Record<EventStatus, Permission>> = {
  reported: 'event.accept', needInfo: 'event.accept', verifying: 'event.check', selfHandled: 'event.close', accepted: 'event.file', filed: 'event.dispatch', split: 'event.dispatch',
  transferred: 'event.dispatch', feedback: 'event.check', revisited: 'event.close',
}

/** Who takes the next step: where it was sent to a community its workers, to another unit that unit's people. */
export function holderOf(event: Event): Audience {
  if (withUnit.includes(event.status)) return event.unit_kind === 'community' ? { ...to('event.handle'), unit: event.unit } : { ...to(), unit: event.unit }
  if (event.status === 'checked') return to(event.part_of === null && ['resident', 'hotline'].includes(event.source) ? 'event.revisit' : 'event.close')
  const permission = heldBy[event.status]
  return permission ? to(permission) : to()
}

/** What a journal row tells of it, as far as it is said to others. */
export interface Told { isLate: boolean, unit: string | null, person: string | null, request: RequestKind | undefined, isApproved: boolean, askedBy: string | null }

/** At 80 % who holds the step, late also their shift leader, three times late also the leader (domain §1.8, §3.3). */
export function audienceOf(kind: NoticeKind, event: Event, told: Pick<Told, 'unit' | 'person' | 'request' | 'askedBy'>): Audience {
  const holder = holderOf(event)
  switch (kind) {
    case 'overdue': return also(holder, shiftLeader)
    case 'severe': return also(holder, shiftLeader, leader)
    case 'urgeLetter': return also(holder, leader)
    case 'criticism': return also(holder, shiftLeader, leader)
    case 'supervisionOverdue': return also(holder, 'event.supervise')
    case 'review': return also(holder, 'event.dispatch')
    // Sent on or back meanwhile it is no news.
    case 'dispatched': return event.unit === told.unit && withUnit.includes(event.status) ? { ...holder, person: told.person } : to()
    case 'recalled': return { ...to(), unit: told.unit }
    case 'supervisionReplied': return { ...to(), person: told.askedBy }
    case 'returned': return to('event.dispatch')
    case 'applied': return to(told.request === 'cancel' ? 'event.cancel' : 'event.dispatch')
    case 'decided': return told.request === 'cancel' ? { ...to(), person: told.askedBy } : holder
    case 'assist': return { ...to(), unit: told.unit }
    case 'assistOverdue': return { ...to('event.dispatch'), unit: told.unit }
    default: return holder
  }
}

/** Who came late to a whistle and who may blow one there; a community's own people hold no unit. */
export const audienceOfWhistle = (unit: string, isCommunity: boolean): Audience => ({ unit, permissions: isCommunity ? ['whistle.blow', 'whistle.answer'] : ['whistle.blow'], person: null })

/** The people of the responsible unit; where that is a community, those who carry out there. */
export const audienceOfGovernance = (unit: string, isCommunity: boolean): Audience => ({ unit, permissions: isCommunity ? ['governance.handle'] : [], person: null })

/** Who sees to an entry; where that is a role, those who write there. When it has ended also who reviews there. */
export const audienceOfKnowledge = (kind: NoticeKind, owner: string | null): Audience =>
  ({ unit: null, permissions: [...(owner === null ? ['knowledge.edit' as const] : []), ...(kind === 'knowledgeExpired' ? ['knowledge.review' as const] : [])], person: owner })

/** Each who is on duty; where nobody is, all who answer residents there. */
export const audiencesOfTalk = (onDuty: readonly string[]): Audience[] => (onDuty.length > 0 ? onDuty.map((person) => ({ ...to(), person })) : [to('attend.answer')])

/** Who works where it lies; passed on, the secretary, and last the shift leader. What is of people goes to who may know of them, and nobody else. */
export function audienceOfRisk(isCare: boolean, role: string): Audience {
  if (isCare) return to('risk.person')
  return to(role === 'shiftLeader' ? 'event.close' : role === 'secretary' ? 'base.manage' : 'base.edit')
}

/** Whoever keeps the report, or whose issue was sent back; who is to review or to sign; when it is signed, who may read figures there. */
export function audienceOfBulletin(kind: NoticeKind, person: string | null): Audience {
  if (person !== null) return { ...to(), person }
  return to(kind === 'bulletinToReview' ? 'bulletin.review' : kind === 'bulletinToSign' ? 'bulletin.sign' : kind === 'bulletinMade' ? 'bulletin.make' : 'indicator.view')
}

/** Danger spoken of again in the same talk is no further news for so long. */
export const alertMinutes = 5

/** Nobody is told of what nobody holds. */
export const isNobody = ({ unit, permissions, person }: Audience): boolean => unit === null && permissions.length === 0 && person === null

/** What a step of an event is said as; what is urged after the limit is a 《催办通知书》. */
export function kindOf(name: string, { isLate }: Pick<Told, 'isLate'>): NoticeKind | undefined {
  return name === 'event.urged' && isLate ? 'urgeLetter' : saidAs[name]
}

const saidAs: Record<string, NoticeKind> = {
  'event.urged': 'urged', 'event.supervised': 'supervised', 'event.supervision-replied': 'supervisionReplied', 'event.dispatched': 'dispatched', 'event.recalled': 'recalled', 'event.instructed': 'instructed', 'event.returned': 'returned', 'event.reworked': 'reworked', 'event.assist-asked': 'assist',
  'event.answered': 'answered', 'event.forward-done': 'forwardDone', 'event.forward-late': 'forwardOverdue',
  'event.extension-asked': 'applied', 'event.suspension-asked': 'applied', 'event.cancel-asked': 'applied',
  'event.extended': 'decided', 'event.suspended': 'decided', 'event.cancel-approved': 'decided', 'event.refused': 'decided',
}

/** Journal names that are said to somebody. */
export const listened = Object.keys(saidAs)

export const requestOf: Record<string, RequestKind> = {
  'event.extension-asked': 'extension', 'event.extended': 'extension', 'event.suspension-asked': 'suspension', 'event.suspended': 'suspension', 'event.cancel-asked': 'cancel', 'event.cancel-approved': 'cancel',
}

/** Moments at which something is to be said, the next first, and of what. */
export interface Plan { kinds: NoticeKind[], moments: Date[] }

/** What of a plan has come by now: the last of it alone, because who was away need not read three; and what is left. */
export function reached({ kinds, moments }: Plan, now: Date): { kind: NoticeKind | undefined, rest: Plan } {
  const passed = moments.filter((moment) => moment <= now).length
  return { kind: kinds[passed - 1], rest: { kinds: kinds.slice(passed), moments: moments.slice(passed) } }
}

/** A stay's own moments; a wait has no yellow lamp and is reminded of by nothing but its day of review. */
export function planOf({ warnAt, dueAt, severeAt, reviewOn }: { warnAt: Date | null, dueAt: Date | null, severeAt: Date | null, reviewOn: string | null }): Plan {
  const all: [NoticeKind, Date | null][] = warnAt === null ? [['review', reviewOn === null ? null : new Date(`${reviewOn}T00:00:00+08:00`)]] : [['warn', warnAt], ['overdue', dueAt], ['severe', severeAt]]
  const known = all.filter((one): one is [NoticeKind, Date] => one[1] !== null)
  return { kinds: known.map(([kind]) => kind), moments: known.map(([, moment]) => moment) }
}
