import * as z from 'zod'
import { AreaPath, Day, Id, Point, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Limit } from './matter.ts'
import { closeKind, eventFlag, eventSeverity, eventSource, eventStatus, eventStep, light, photoPart, reporterPrivacy, requestKind, returnReason, suspendReason, unfilledIn } from './words/index.ts'

export const EventStatus = choice(eventStatus)
export const EventStep = choice(eventStep)
export const EventSource = choice(eventSource)
export const EventSeverity = choice(eventSeverity)
export const EventFlag = choice(eventFlag)

const Named = z.object({ id: Id, name: z.string() })
export const PhotoView = z.object({ id: Id, part: choice(photoPart), at: When, by: z.string() })

/** What a list row and a detail page share. */
export const EventRow = z.object({
  id: Id,
  number: z.string(),
  title: z.string(),
  status: EventStatus,
  severity: EventSeverity,
  source: EventSource,
  matter: z.object({ code: z.string(), name: z.string() }),
  area: AreaPath,
  areaName: z.string(),
  place: z.string(),
  point: Point.nullable(),
  unit: Named.nullable(),
  /** Who of the unit is to see to it first; others of it may. */
  person: Named.nullable(),
  reportedAt: When,
  changedAt: When,
  /** When the present step is due; null where nobody is waited for. */
  dueAt: When.nullable(),
  light: choice(light).nullable(),
  isOverdue: z.boolean(),
  photoCount: z.number().int(),
  flags: z.array(EventFlag),
  /** What was asked for and waits for a decision. */
  pending: choice(requestKind).nullable(),
})

/** One stay in one state, as it was measured when it ended: minutes on the clock of its limit. */
export const StageView = z.object({
  status: EventStatus, from: When, to: When.nullable(), limit: z.string().nullable(), dueAt: When.nullable(),
  usedMinutes: z.number().int().nullable(), pausedMinutes: z.number().int().nullable(), overdueMinutes: z.number().int().nullable(),
  /** 超时倍数: how many times its limit it took longer, to a tenth; null where it was in time. */
  overdueTimes: z.number().nullable(), by: z.string().nullable(),
})

/** `text` is for colleagues, `publicText` for everybody; `unit` is whom a dispatch was sent to; `takenAt` when the phone says it was done, where it had no network then. */
export const TraceView = z.object({ at: When, step: z.string(), title: z.string(), by: z.string().nullable(), post: z.string().nullable(), unit: z.string().nullable(), text: z.string().nullable(), publicText: z.string().nullable(), photos: z.array(Id), takenAt: When.nullable() })

/** An application for more time, for a pause or for cancelling, and what was decided. `until` is when a pause is looked at again; `days` how many of the limit's units more. */
export const RequestView = z.object({ kind: choice(requestKind), by: z.string(), at: When, reason: z.string(), amount: z.number().int().nullable(), until: Day.nullable(), decidedBy: z.string().nullable(), decidedAt: When.nullable(), isApproved: z.boolean().nullable(), note: z.string().nullable() })
export const AssistView = z.object({ unit: Named, at: When, dueAt: When.nullable(), note: z.string().nullable(), doneAt: When.nullable(), result: z.string().nullable() })
export const SupervisionView = z.object({ by: z.string(), at: When, text: z.string(), dueAt: When, reply: z.string().nullable(), repliedBy: z.string().nullable(), repliedAt: When.nullable(), isSatisfied: z.boolean().nullable(), endedAt: When.nullable() })
/** What 12345 wants to know with the answer to what it passed on (domain §3.3). `beyondKind` 申请类型, where it is not the unit's duty. */
const HotlineAnswer = z.object({ isTrue: z.boolean(), isBeyondDuty: z.boolean(), beyondKind: z.string().nullable(), isContacted: z.boolean(), contactedAt: When.nullable(), isSolved: z.boolean(), unsolvedReason: z.string().nullable() })
const EventLink = z.object({ id: Id, number: z.string(), title: z.string(), status: EventStatus })

export const EventView = EventRow.extend({
  description: z.string(),
  /** Masked; null for those who need not know. */
  reporter: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  publicReply: z.string().nullable(),
  hotlineAnswer: HotlineAnswer.nullable(),
  suggestedUnit: Named.nullable(),
  suggestedPerson: Named.nullable(),
  /** The rule of the office that suggested it; null where the matter's own did, or who handled it last time. */
  routed: z.object({ version: z.number().int(), no: z.number().int() }).nullable(),
  /** How long handling may take by the matter's rule, in the office's words. */
  handleLimit: z.string(),
  /** How much longer it may be made at most. */
  mostExtension: Limit,
  rating: z.object({ score: z.number().int(), isSolved: z.boolean(), text: z.string().nullable(), at: When }).nullable(),
  closeKind: choice(closeKind).nullable(),
  reopened: z.number().int(),
  /** How often it was sent back (and of these too late), done again, given more time, urged. */
  counts: z.object({ returned: z.number().int(), returnedLate: z.number().int(), reworked: z.number().int(), extended: z.number().int(), urged: z.number().int() }),
  privacy: choice(reporterPrivacy),
  /** Why the unit sent it back, until it is dispatched again. */
  returned: z.object({ reason: choice(returnReason), note: z.string().nullable() }).nullable(),
  suspended: z.object({ reason: choice(suspendReason), reviewAt: Day }).nullable(),
  transferredTo: z.string().nullable(),
  requests: z.array(RequestView),
  assists: z.array(AssistView),
  supervisions: z.array(SupervisionView),
  /** The event this one was merged into or is a part of, and those merged into it or parts of it. */
  whole: EventLink.nullable(),
  merged: z.array(EventLink),
  parts: z.array(EventLink),
  photos: z.array(PhotoView),
  stages: z.array(StageView),
  /** What this viewer may do now. Screens draw buttons from it and decide nothing themselves. */
  steps: z.array(EventStep),
})

/** What a resident sees of their own event: public words only, never names of staff or internal notes. */
export const MyEventView = z.object({
  id: Id, number: z.string(), title: z.string(), description: z.string(), status: EventStatus, matter: z.string(), areaName: z.string(), place: z.string(), point: Point.nullable(),
  reportedAt: When, dueAt: When.nullable(), handledBy: z.string().nullable(), question: z.string().nullable(), publicReply: z.string().nullable(),
  rating: z.object({ score: z.number().int(), isSolved: z.boolean(), text: z.string().nullable() }).nullable(),
  photos: z.array(z.object({ id: Id, part: choice(photoPart) })),
  trace: z.array(z.object({ at: When, title: z.string(), text: z.string().nullable() })),
  steps: z.array(EventStep),
})

const Photos = z.array(Id).max(9, '最多 9 张照片').default([])
const Note = z.string().trim().max(500, '最多 500 个字').optional()

const ReportInput = z.object({
  title: z.string().trim().max(40).optional(),
  description: Text(1000),
  matter: z.string(),
  /** A point on the map, or an area (a building, a grid) with words for the place. At least one. */
  point: Point.optional(),
  area: AreaPath.optional(),
  place: z.string().trim().max(120).default(''),
  severity: EventSeverity.default('ordinary'),
  source: EventSource.optional(),
  reporter: z.object({ name: z.string().trim().max(30), phone: z.string().trim().max(20) }).optional(),
  photos: Photos,
  privacy: choice(reporterPrivacy).default('open'),
  /** Already handled on the spot: what was done, for everybody to read, and photos of it. */
  handled: z.object({ publicReply: Text(500).refine((text) => !unfilledIn(text), '还有没填的地方'), photos: Photos }).optional(),
  /** Keep as a draft instead of reporting. */
  isDraft: z.boolean().default(false),
})

/** A part of a whole that somebody else handles. */
const Part = z.object({ description: Text(1000), matter: z.string(), unit: Id.optional() })

/** What each step needs to be told. */
export const Take = z.discriminatedUnion('step', [
  z.object({ step: z.literal('report') }),
  z.object({ step: z.literal('reportHandled'), publicReply: Text(500), photos: Photos }),
  z.object({ step: z.literal('passSelf'), note: Note }),
  z.object({ step: z.literal('failSelf'), reason: Text(300) }),
  z.object({ step: z.literal('askInfo'), question: Text(300) }),
  z.object({ step: z.literal('answer'), text: Text(1000), photos: Photos }),
  z.object({ step: z.literal('sendVerify'), note: Note }),
  z.object({ step: z.literal('confirm'), note: Note, photos: Photos }),
  z.object({ step: z.literal('refute'), reason: Text(300), photos: Photos }),
  z.object({ step: z.literal('accept'), matter: z.string().optional(), severity: EventSeverity.optional(), note: Note }),
  // As a report says it: a point on the map, or an area, with words for the place.
  z.object({ step: z.literal('relocate'), point: Point.optional(), area: AreaPath.optional(), place: z.string().trim().max(120).default(''), note: Note }),
  z.object({ step: z.literal('merge'), into: Id, note: Note }),
  z.object({ step: z.literal('unmerge'), reason: Text(300) }),
  z.object({ step: z.literal('file'), note: Note }),
  // `person`: the suggested one unless told otherwise, null for nobody.
  z.object({ step: z.literal('dispatch'), unit: Id, person: Id.nullable().optional(), note: Note }),
  z.object({ step: z.literal('recall'), reason: Text(300) }),
  z.object({ step: z.literal('split'), parts: z.array(Part).min(2, '至少拆成两件').max(10, '最多拆成 10 件'), note: Note }),
  z.object({ step: z.literal('return'), reason: choice(returnReason), note: Text(500) }),
  z.object({ step: z.literal('sign'), note: Note }),
  z.object({ step: z.literal('handle'), note: Text(500), photos: Photos }),
  z.object({ step: z.literal('assist'), unit: Id, days: z.number().int().min(1).max(90), note: Note }),
  z.object({ step: z.literal('assistDone'), result: Text(500), photos: Photos }),
  z.object({ step: z.literal('askExtension'), amount: z.number().int().min(1).max(1000), reason: Text(300) }),
  z.object({ step: z.literal('approveExtension'), note: Note }),
  z.object({ step: z.literal('askSuspension'), why: choice(suspendReason), until: Day, reason: Text(300) }),
  z.object({ step: z.literal('approveSuspension'), note: Note }),
  z.object({ step: z.literal('resume'), note: Note }),
  z.object({ step: z.literal('askCancel'), reason: Text(300) }),
  z.object({ step: z.literal('approveCancel'), note: Note }),
  z.object({ step: z.literal('refuse'), reason: Text(300) }),
  z.object({ step: z.literal('transfer'), to: Text(40), reason: Text(300) }),
  z.object({ step: z.literal('takeBack'), publicReply: Text(500), note: Note, photos: Photos }),
  // The last seven of what came by 12345 alone, where all that apply are needed.
  z.object({
    step: z.literal('feedback'), publicReply: Text(500), note: Note, photos: Photos, isTrue: z.boolean().optional(), isBeyondDuty: z.boolean().optional(), beyondKind: z.string().trim().max(40, '最多 40 个字').optional(),
    isContacted: z.boolean().optional(), contactedAt: When.optional(), isSolved: z.boolean().optional(), unsolvedReason: z.string().trim().max(300, '最多 300 个字').optional(),
  }),
  z.object({ step: z.literal('check'), note: Note, photos: Photos }),
  z.object({ step: z.literal('rework'), reason: Text(300), photos: Photos }),
  z.object({ step: z.literal('revisit'), isReached: z.boolean(), isSolved: z.boolean().nullable(), score: z.number().int().min(1).max(5).nullable(), note: Note }),
  z.object({ step: z.literal('rate'), score: z.number().int().min(1).max(5), isSolved: z.boolean(), text: z.string().trim().max(300).optional() }),
  z.object({ step: z.literal('rehandle'), reason: Text(300) }),
  z.object({ step: z.literal('close'), note: Note }),
  z.object({ step: z.literal('reopen'), reason: Text(300) }),
  z.object({ step: z.literal('cancel'), reason: Text(300) }),
  z.object({ step: z.literal('urge'), note: Note }),
  z.object({ step: z.literal('supervise'), text: Text(500), days: z.number().int().min(1).max(90) }),
  z.object({ step: z.literal('replySupervision'), reply: Text(500) }),
  z.object({ step: z.literal('endSupervision'), isSatisfied: z.boolean(), note: Note }),
  z.object({ step: z.literal('instruct'), text: Text(500) }),
  z.object({ step: z.literal('mark'), isUrgent: z.boolean().optional(), isPinned: z.boolean().optional(), isLegacy: z.boolean().optional() }),
]).superRefine((take, ctx) => {
  for (const [path, told] of Object.entries(take)) {
    const unfilled = typeof told === 'string' && unfilledIn(told)
    if (unfilled) ctx.addIssue({ code: 'custom', path: [path], message: `还有“${unfilled}”没有填` })
  }
})

/** What lists of events can be asked for. */
export const eventFilters = {
  text: z.string().trim().max(40).optional(),
  status: z.array(EventStatus).max(20).optional(),
  matter: z.string().optional(),
  area: AreaPath.optional(),
  unit: Id.optional(),
  source: z.array(EventSource).max(20).optional(),
  isOverdue: z.boolean().optional(),
  /** All of these at once. */
  flags: z.array(EventFlag).max(14).optional(),
  /** What waits for a decision of this kind. */
  pending: choice(requestKind).optional(),
  from: When.optional(),
  until: When.optional(),
  /** Only what waits for one of the viewer's own steps. */
  isMine: z.boolean().optional(),
  /** Only applications that the viewer may decide. */
  isToApprove: z.boolean().optional(),
}

/** `metres` from the place asked about. */
const SimilarPlain = z.object({ id: Id, matter: z.string(), place: z.string(), status: EventStatus, reportedAt: When, metres: z.number().int() })
const Similar = SimilarPlain.extend({ number: z.string(), title: z.string() })

export const event = {
  report: writes({ title: '上报事件', may: 'event.report', input: ReportInput, output: EventView }),
  /** `joins`: the same thing was reported already; this report goes with that one. */
  reportMine: writes({ title: '居民上报', may: 'event.own', perMinute: 10, input: ReportInput.omit({ handled: true }).extend({ joins: Id.optional() }), output: MyEventView }),
  /** `asOf`: only where the event has not changed since, as its `changedAt` says. `takenAt`: when the phone was tapped that had no network; it is remembered, limits run by when the server heard of it. */
  take: writes({ title: '办理一步', may: 'event.view', input: z.object({ id: Id, take: Take, asOf: When.optional(), takenAt: When.optional() }), output: EventView }),
  takeMine: writes({ title: '居民办理一步', may: 'event.own', input: z.object({ id: Id, take: Take }), output: MyEventView }),
  change: writes({ title: '修改草稿', may: 'event.report', input: ReportInput.omit({ isDraft: true }).extend({ id: Id }), output: EventView }),
  list: reads({ title: '事件列表', may: 'event.view', input: page({ ...eventFilters, order: z.enum(['newest', 'due']).default('newest') }), output: pageOf(EventRow) }),
  /** How many a list holds; asked apart, so that nobody waits for it. Beyond a thousand it is not counted on. */
  count: reads({ title: '事件件数', may: 'event.view', input: z.object(eventFilters), output: z.object({ total: z.number().int(), isMore: z.boolean() }) }),
  get: reads({ title: '事件详情', may: 'event.view', input: z.object({ id: Id }), output: EventView }),
  trace: reads({ title: '事件经过', may: 'event.view', input: z.object({ id: Id }), output: z.object({ rows: z.array(TraceView) }) }),
  /** Open events like this one: the same matter near the place and not long ago. Residents learn what and where, not who or in which words. */
  similar: reads({ title: '附近的同类事件', may: 'event.view', input: z.object({ matter: z.string(), point: Point, except: Id.optional() }), output: z.object({ rows: z.array(Similar) }) }),
  similarMine: reads({ title: '居民上报时附近的同类事件', may: 'event.own', perMinute: 30, input: z.object({ matter: z.string(), point: Point }), output: z.object({ rows: z.array(SimilarPlain) }) }),
  /** Whole phone number of the reporter, for calling back; every look is journaled with its purpose. */
  reveal: reads({ title: '查看上报人电话', may: 'event.view', sensitive: true, perMinute: 30, input: z.object({ id: Id, purpose: Text(60) }), output: z.object({ name: z.string(), phone: z.string() }) }),
  mine: reads({ title: '我的事件', may: 'event.own', input: page({}), output: pageOf(MyEventView.omit({ trace: true, photos: true })) }),
  getMine: reads({ title: '我的事件详情', may: 'event.own', input: z.object({ id: Id }), output: MyEventView }),
}
