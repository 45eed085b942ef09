import * as z from 'zod'
import { EventStatus } from './event.ts'
import { AreaPath, Day, Id, Point, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { callStatus, light, whistleKind, whistleOutcome, whistleStatus, whistleStep, whistleUrgency } from './words/index.ts'

const Named = z.object({ id: Id, name: z.string() })
const Score = z.number().int().min(1).max(5)
const Photos = z.array(Id).max(9, '最多 9 张照片').default([])
const Note = z.string().trim().max(300, '最多 300 个字').optional()
const Units = z.array(Id).min(1, '请选择单位').max(10, '一次最多召集 10 个单位')

/** A called unit as a list shows it. `light` is that of arriving, null once it is there. */
const CallRow = z.object({ unit: Named, isLead: z.boolean(), status: choice(callStatus), arriveBy: When, light: choice(light).nullable(), isLate: z.boolean() })

/** How a unit came to the place: `metres` from it, null where the phone gave no position or the place has no point. `heardAt`: without a network it told so only then; `at` is when the phone says it was. */
const Arrival = z.object({ at: When, by: z.string(), point: Point.nullable(), accuracy: z.number().nullable(), metres: z.number().int().nullable(), isNear: z.boolean().nullable(), reason: z.string().nullable(), lateMinutes: z.number().int(), photos: z.array(Id), heardAt: When.nullable() })

/** The whole part of one unit. What the sub-district thinks of a unit is shown to staff and to that unit, and the other way round. */
export const CallView = CallRow.extend({
  calledAt: When, calledBy: z.string(), answerBy: When,
  answered: z.object({ at: When, by: z.string(), isLate: z.boolean(), heardAt: When.nullable() }).nullable(),
  arrival: Arrival.nullable(),
  result: z.object({ at: When, by: z.string(), text: z.string(), photos: z.array(Id) }).nullable(),
  rating: z.object({ at: When, by: z.string(), arrival: Score, cooperation: Score, isSolved: z.boolean(), note: z.string().nullable() }).nullable(),
  officeRating: z.object({ at: When, by: z.string(), isRight: z.boolean(), preparation: Score, note: z.string().nullable() }).nullable(),
  releasedFor: z.string().nullable(),
})

const WhistleRow = z.object({
  id: Id, title: z.string(), kind: choice(whistleKind), urgency: choice(whistleUrgency), status: choice(whistleStatus),
  area: AreaPath, areaName: z.string(), place: z.string(), point: Point.nullable(),
  blownAt: When, blownBy: z.string(), arriveBy: When,
  /** Of the unit that is nearest to its limit and not there; null where nobody is waited for. */
  light: choice(light).nullable(),
  calls: z.array(CallRow),
})

export const WhistleView = WhistleRow.extend({
  requirement: z.string(),
  /** The event it was blown for, for those who may see that too. */
  event: z.object({ id: Id, number: z.string(), title: z.string(), status: EventStatus }).nullable(),
  calls: z.array(CallView),
  outcome: z.object({ outcome: choice(whistleOutcome), text: z.string(), at: When, by: z.string() }).nullable(),
  withdrawnFor: z.string().nullable(),
  /** The unit whose steps this viewer takes. */
  myUnit: Id.nullable(),
  /** What this viewer may do now. */
  steps: z.array(choice(whistleStep)),
})

const Blow = z.object({
  /** For an event, whose place it then has; or for a place without one. */
  event: Id.optional(),
  point: Point.optional(), area: AreaPath.optional(), place: z.string().trim().max(120).default(''),
  kind: choice(whistleKind), urgency: choice(whistleUrgency),
  title: Text(60), requirement: Text(500),
  units: Units, lead: Id,
  /** Another moment than the office's rule gives. */
  arriveBy: When.optional(),
})

/** `takenAt`: when the phone was tapped, where it could not tell at once. */
export const WhistleTake = z.discriminatedUnion('step', [
  z.object({ step: z.literal('answer'), note: Note, takenAt: When.optional() }),
  /** Where the phone gives no position, why not. */
  z.object({ step: z.literal('reportIn'), point: Point.optional(), accuracy: z.number().min(0).max(100_000).optional(), reason: Note, photos: Photos, takenAt: When.optional() }),
  z.object({ step: z.literal('feedback'), text: Text(500), photos: Photos }),
  z.object({ step: z.literal('rateOffice'), isRight: z.boolean(), preparation: Score, note: Note }),
  z.object({ step: z.literal('callMore'), units: Units, arriveBy: When.optional() }),
  z.object({ step: z.literal('end'), outcome: choice(whistleOutcome), text: Text(500) }),
  z.object({ step: z.literal('rateUnits'), ratings: z.array(z.object({ unit: Id, arrival: Score, cooperation: Score, isSolved: z.boolean(), note: Note })).min(1).max(30) }),
  z.object({ step: z.literal('release'), unit: Id, reason: Text(300) }),
  z.object({ step: z.literal('withdraw'), reason: Text(300) }),
])

const filters = {
  status: z.array(choice(whistleStatus)).max(4).optional(), kind: choice(whistleKind).optional(), unit: Id.optional(), event: Id.optional(), area: AreaPath.optional(),
  /** Only what waits for one of the viewer's own steps. */
  isMine: z.boolean().optional(),
  /** Somebody came late, or is not there though they should be. */
  isLate: z.boolean().optional(),
  from: When.optional(), until: When.optional(),
}

const Rate = z.number().nullable()
/** What a unit did with the whistles that called it; a rate is a share of 1, null where nothing is counted yet. */
const UnitFigures = z.object({
  unit: Named, called: z.number().int(), answered: z.number().int(), arrived: z.number().int(), late: z.number().int(), offSpot: z.number().int(), fedBack: z.number().int(), rated: z.number().int(),
  answeredInTime: Rate, arrival: Rate, arrivalInTime: Rate, solved: Rate, score: Rate,
})

/** Minutes by the clock for emergencies and what is urgent; working hours and workdays for the rest. `nearMetres`: within it, who reports in is on the spot. */
const WhistleRule = z.object({
  emergencyAnswer: z.number().int().min(1).max(1440), emergencyArrive: z.number().int().min(5).max(1440),
  urgentAnswer: z.number().int().min(1).max(1440), urgentArrive: z.number().int().min(5).max(2880),
  ordinaryAnswer: z.number().int().min(1).max(80), ordinaryArrive: z.number().int().min(1).max(30),
  nearMetres: z.number().int().min(20).max(5000),
})

export const whistle = {
  blow: writes({ title: '吹哨', may: 'whistle.blow', perMinute: 30, input: Blow, output: WhistleView }),
  take: writes({ title: '吹哨办理一步', may: 'whistle.view', input: z.object({ id: Id, take: WhistleTake }), output: WhistleView }),
  list: reads({ title: '吹哨列表', may: 'whistle.view', input: page(filters), output: pageOf(WhistleRow) }),
  get: reads({ title: '吹哨详情', may: 'whistle.view', input: z.object({ id: Id }), output: WhistleView }),
  trace: reads({ title: '吹哨经过', may: 'whistle.view', input: z.object({ id: Id }), output: z.object({ rows: z.array(z.object({ at: When, title: z.string(), by: z.string(), post: z.string().nullable(), unit: z.string().nullable(), text: z.string().nullable(), takenAt: When.nullable() })) }) }),
  figures: reads({ title: '各单位报到情况', may: 'whistle.view', perMinute: 60, input: z.object({ from: Day, until: Day }), output: z.object({ version: z.string(), formulas: z.array(z.object({ key: z.string(), title: z.string(), formula: z.string() })), rows: z.array(UnitFigures), isMore: z.boolean() }) }),
  rule: reads({ title: '吹哨时限', may: 'signed-in', input: z.object({}), output: WhistleRule }),
  setRule: writes({ title: '设置吹哨时限', may: 'matter.manage', input: WhistleRule, output: WhistleRule }),
}
