import * as z from 'zod'
import { EventStatus } from './event.ts'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { governanceClue, governanceOutcome, governanceReach, governanceStatus, governanceStep } from './words/index.ts'

const Matter = z.object({ code: z.string(), name: z.string() })
const Photos = z.array(Id).max(9, '最多 9 张照片').default([])
const Events = z.array(Id).min(1, '请选择事件').max(50, '一次最多选 50 件')

const Row = z.object({
  id: Id, title: z.string(), status: choice(governanceStatus), matter: Matter, reach: choice(governanceReach), area: AreaPath, areaName: z.string(), place: z.string(),
  unit: z.object({ id: Id, name: z.string() }).nullable(), person: z.string().nullable(), targetOn: Day.nullable(),
  /** The target day is over and it is not done. */
  isLate: z.boolean(),
  /** It came back after it was done; `recurred` events since then. */
  isBack: z.boolean(), recurred: z.number().int(),
  events: z.number().int(), foundedAt: When, foundedBy: z.string(),
})

/** Events of the matter at the place in as many days before the founding and after the measure; `change` is the share they fell by, null where there were none before. */
const Effect = z.object({
  days: z.number().int(), before: z.object({ from: When, until: When, count: z.number().int() }), after: z.object({ from: When, until: When, count: z.number().int(), isOver: z.boolean() }),
  change: z.number().nullable(), formula: z.string(), version: z.number().int(),
})

export const GovernanceView = Row.extend({
  cause: z.string().nullable(), measure: z.string().nullable(), result: z.string().nullable(), doneAt: When.nullable(), watchUntil: When.nullable(),
  outcome: z.object({ outcome: choice(governanceOutcome), text: z.string(), at: When }).nullable(), cancelledFor: z.string().nullable(),
  /** Null until it was done. */
  effect: Effect.nullable(),
  /** What this viewer may do now. */
  steps: z.array(choice(governanceStep)),
})

const Plan = { cause: Text(500), measure: Text(1000), unit: Id, person: z.string().trim().max(20, '最多 20 个字').optional(), targetOn: Day }

export const GovernanceTake = z.discriminatedUnion('step', [
  z.object({ step: z.literal('plan'), ...Plan }),
  z.object({ step: z.literal('replan'), ...Plan }),
  z.object({ step: z.literal('begin') }),
  z.object({ step: z.literal('progress'), text: Text(500), photos: Photos }),
  z.object({ step: z.literal('finish'), text: Text(500), photos: Photos }),
  /** Accepts what was done; its effect shows after so many days. */
  z.object({ step: z.literal('watch'), days: z.number().int().min(7, '至少观察 7 天').max(90, '最多观察 90 天') }),
  z.object({ step: z.literal('close'), outcome: choice(governanceOutcome), text: Text(500) }),
  z.object({ step: z.literal('redo'), reason: Text(300) }),
  z.object({ step: z.literal('reopen'), reason: Text(300) }),
  z.object({ step: z.literal('addEvents'), events: Events }),
  z.object({ step: z.literal('removeEvent'), event: Id, reason: Text(300) }),
  z.object({ step: z.literal('cancel'), reason: Text(300) }),
])

/** From events, of which most are of one matter and place; or from a matter all over a grid or community. Without a title its place and matter are one. */
const Found = z.object({ events: Events.optional(), matter: z.string().max(20).optional(), area: AreaPath.optional(), reach: choice(governanceReach).optional(), title: Text(60).optional() })

const filters = {
  text: z.string().trim().max(50).optional(), status: z.array(choice(governanceStatus)).max(7).optional(), matter: z.string().max(20).optional(), area: AreaPath.optional(), unit: Id.optional(), event: Id.optional(),
  /** Only what waits for one of the viewer's own steps. */
  isMine: z.boolean().optional(),
  isLate: z.boolean().optional(), isBack: z.boolean().optional(),
}

const Clue = z.object({
  area: AreaPath, areaName: z.string(), place: z.string(), matter: Matter, count: z.number().int(), lastAt: When.nullable(), reach: choice(governanceReach), events: z.array(Id),
  /** The open item that has it already. */
  item: Id.nullable(),
})

export const governance = {
  found: writes({ title: '治理立项', may: 'governance.found', perMinute: 30, input: Found, output: GovernanceView }),
  take: writes({ title: '治理事项办理一步', may: 'governance.view', input: z.object({ id: Id, take: GovernanceTake }), output: GovernanceView }),
  list: reads({ title: '治理事项列表', may: 'governance.view', input: page(filters), output: pageOf(Row) }),
  get: reads({ title: '治理事项详情', may: 'governance.view', input: z.object({ id: Id }), output: GovernanceView }),
  trace: reads({ title: '治理经过', may: 'governance.view', input: z.object({ id: Id }), output: z.object({ rows: z.array(z.object({ at: When, title: z.string(), by: z.string(), post: z.string().nullable(), text: z.string().nullable(), event: Id.nullable(), photos: z.array(Id) })) }) }),
  /** The events behind it, newest first; a unit is shown those it handles. */
  events: reads({ title: '治理事项的事件', may: 'governance.view', input: page({ id: Id }), output: pageOf(z.object({ id: Id, number: z.string(), title: z.string(), status: EventStatus, areaName: z.string(), reportedAt: When, isByItself: z.boolean(), isMatch: z.boolean() })) }),
  /** What came back in the last so many days and might become an item, at most a hundred. */
  clues: reads({ title: '治理线索', may: 'governance.found', perMinute: 60, input: z.object({ clue: choice(governanceClue), days: z.number().int().min(7).max(366).default(90), area: AreaPath.optional() }), output: z.object({ rows: z.array(Clue) }) }),
  /** The list as an xlsx file in base64, at most 2,000 rows. */
  export: reads({ title: '导出治理事项', may: 'governance.view', sensitive: true, perMinute: 10, input: z.object(filters), output: z.object({ fileName: z.string(), xlsx: z.string(), rows: z.number().int(), isMore: z.boolean() }) }),
}
