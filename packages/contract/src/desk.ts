import * as z from 'zod'
import { EventRow, EventStatus, EventStep, RequestView, SupervisionView, eventFilters } from './event.ts'
import { Id, When, choice, reads } from './kit.ts'
import { light, limitUnit, suspendReason } from './words/index.ts'

/** A part of the map, degrees. */
const Box = z.object({ west: z.number().min(73).max(136), south: z.number().min(3).max(54), east: z.number().min(73).max(136), north: z.number().min(3).max(54) })
  .refine(({ west, south, east, north }) => west < east && south < north, '地图范围不正确')

const Dot = z.object({ id: Id, title: z.string(), status: EventStatus, light: choice(light).nullable() })

/** Events that lie close together on the map: how many, how many of them late or nearly, and the newest of them. */
export const ClusterView = z.object({ lng: z.number(), lat: z.number(), count: z.number().int(), red: z.number().int(), yellow: z.number().int(), newest: z.array(Dot) })

/** Why an event may not take the step: where it stands, the person's posts, or something else about it. */
export const stepHindrance = { state: '状态不符', post: '没有权限', other: '条件不符' } as const

export const ForeseenView = z.object({
  id: Id, number: z.string(), title: z.string(), status: EventStatus, changedAt: When,
  /** Null where the step may be taken. */
  hindrance: choice(stepHindrance).nullable(),
  suggestedUnit: z.object({ id: Id, name: z.string() }).nullable(),
  isUrgent: z.boolean(), isPinned: z.boolean(), isLegacy: z.boolean(),
})

/** What is asked for or demanded of an event now: the application that waits, and the supervision that is not over; events with neither are left out. `unit` is that of `amount`. */
const Open = z.object({
  id: Id,
  request: RequestView.pick({ kind: true, by: true, at: true, reason: true, amount: true, until: true }).extend({ unit: choice(limitUnit), why: choice(suspendReason).nullable() }).nullable(),
  supervision: SupervisionView.pick({ by: true, at: true, text: true, dueAt: true, reply: true, repliedBy: true, repliedAt: true }).extend({ isLate: z.boolean() }).nullable(),
})

/** So many may be handled at once. */
export const mostAtOnce = 500

const Counted = z.object({ count: z.number().int(), isMore: z.boolean() })

const TodayGroup = z.object({ key: z.enum(['overdue', 'dueSoon', 'new', 'waiting']), title: z.string(), count: z.number().int(), isMore: z.boolean(), rows: z.array(EventRow) })

export const desk = {
  today: reads({ title: '今日待办', may: 'event.view', input: z.object({}), output: z.object({ groups: z.array(TodayGroup) }) }),
  counts: reads({ title: '待审批与督办的件数', may: 'event.view', input: z.object({}), output: z.object({ approval: Counted, supervision: Counted }) }),
  /** Of the events of a page. */
  open: reads({ title: '待审批的申请与督办的要求', may: 'event.view', input: z.object({ ids: z.array(Id).min(1).max(100) }), output: z.object({ rows: z.array(Open) }) }),
  /** Never more clusters than a screen holds, from the newest events in the box. */
  clusters: reads({ title: '地图上的事件', may: 'event.view', input: z.object({ filters: z.object(eventFilters).default({}), box: Box, zoom: z.number().min(0).max(24) }), output: z.object({ rows: z.array(ClusterView), total: z.number().int(), isMore: z.boolean() }) }),
  /** Which of the chosen events, or of the first that match, may take a step, and why the others may not. */
  foresee: reads({
    title: '批量办理预览', may: 'event.view', perMinute: 60,
    input: z.object({ step: EventStep, ids: z.array(Id).min(1).max(mostAtOnce).optional(), filters: z.object(eventFilters).optional() }).refine(({ ids, filters: asked }) => (ids === undefined) !== (asked === undefined), '请选择事件，或给出筛选条件'),
    output: z.object({ rows: z.array(ForeseenView), isMore: z.boolean() }),
  }),
}
