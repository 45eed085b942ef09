import { eventStep, type Output } from '@linli/contract'
import { maskName } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { isConfidential } from '../matter/index.ts'
import type { EventRow, StageRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { lightAt, limitWords } from './stage.ts'

type EventView = Output<'event', 'get'>
type EventListRow = Output<'event', 'list'>['rows'][number]
type Limit = Parameters<typeof limitWords>[0]

/** The event as the pure rules want it. */
export const what = (event: EventRow): rules.What => ({
  status: event.status as rules.What['status'], source: event.source as rules.What['source'], reportedBy: event.reported_by, unit: event.unit, unitKind: event.unit_kind,
  fedBackBy: event.fed_back_by, rating: event.rating, reopened: event.reopened, closedAt: event.closed_at,
})

/** The asking person as the pure rules want them. */
export const who = (ctx: Ctx, area: string): rules.Who => ({ id: ctx.actor.id, side: ctx.actor.side, unit: ctx.actor.unit, may: (permission) => mayIn(ctx.actor, permission, area) })

export const stepsFor = (ctx: Ctx, event: EventRow) => rules.stepsFor(who(ctx, event.area), what(event), ctx.now)

/** Drafts are seen by who writes them. */
export function visible(ctx: Ctx, event: EventRow | undefined): EventRow {
  const known = found(event)
  return found(known.status === 'draft' && known.reported_by !== ctx.actor.id ? undefined : known)
}

/** May the asking person learn who reported this? */
export const knowsReporter = async (ctx: Ctx, event: EventRow): Promise<boolean> =>
  rules.mayKnowReporter(who(ctx, event.area), what(event), await isConfidential(ctx, event.matter, event.subdistrict))

/** A row of a list; `now` decides the lamp. */
export function rowView(event: EventRow, now: Date): EventListRow {
  return {
    id: event.id, number: event.number, title: event.title, status: event.status as EventListRow['status'], severity: event.severity as EventListRow['severity'],
    source: event.source as EventListRow['source'], matter: { code: event.matter, name: event.matter_name }, area: event.area, areaName: event.area_name, place: event.place,
    point: pointOf(event), unit: named(event.unit, event.unit_name), reportedAt: event.reported_at.toISOString(), dueAt: event.due_at?.toISOString() ?? null,
    light: lightAt(now, event.due_at, event.warn_at), isOverdue: event.is_overdue || (event.due_at !== null && event.status !== 'needInfo' && event.due_at < now), photoCount: event.photo_count,
  }
}

/** The whole event for staff and units, with what this viewer may do now. */
export async function view(ctx: Ctx, event: EventRow): Promise<EventView> {
  const [stages, photos] = [await queries.listStages(ctx, event), await queries.listPhotos(ctx, event)]
  return {
    ...rowView(event, ctx.now),
    description: event.description,
    reporter: await knowsReporter(ctx, event) ? reporterOf(event) : null,
    publicReply: event.public_reply,
    suggestedUnit: named(event.suggested_unit, event.suggested_unit_name),
    handleLimit: limitWords({ amount: event.handle_limit_amount, unit: event.handle_limit_unit as Limit['unit'] }),
    rating: event.rating === null ? null : { score: event.rating, isSolved: event.rating_solved === true, text: event.rating_text, at: event.rated_at!.toISOString() },
    closeKind: event.close_kind as EventView['closeKind'],
    reopened: event.reopened,
    photos: photos.map((photo) => ({ id: photo.id, part: photo.part as EventView['photos'][number]['part'], at: photo.at.toISOString(), by: photo.uploaded_by === event.reported_by && event.source === 'resident' ? '上报人' : photo.uploader_name })),
    stages: stages.map(stageView),
    steps: stepsFor(ctx, event),
  }
}

/** Some leave only a name, some only a number. */
const reporterOf = ({ reporter_name: name, reporter_phone_masked: phone }: EventRow): EventView['reporter'] =>
  (name === null && phone === null ? null : { name: maskName(name ?? ''), phone })

const stageView = (stage: StageRow): EventView['stages'][number] => ({
  status: stage.status as EventView['status'], from: stage.since.toISOString(), to: stage.until?.toISOString() ?? null,
  limit: stage.limit_amount === null ? null : limitWords({ amount: stage.limit_amount, unit: stage.limit_unit as Limit['unit'] }),
  dueAt: stage.due_at?.toISOString() ?? null, usedMinutes: stage.used_minutes, pausedMinutes: stage.paused_minutes, overdueMinutes: stage.overdue_minutes, by: stage.ended_by,
})

/** Words of the journal names of this module, for timeline and audit. */
export const words = {
  'event.drafted': '保存草稿', 'event.changed': '修改草稿', 'event.reported': '上报', 'event.info-asked': '请上报人补充', 'event.answered': '补充说明', 'event.accepted': '受理', 'event.filed': '立案',
  'event.dispatched': '派遣', 'event.signed': '签收', 'event.handled': '登记处置', 'event.fed-back': '反馈结果', 'event.checked': '核查通过', 'event.revisited': '回访', 'event.rated': '评价',
  'event.closed': '结案', 'event.reopened': '要求重办', 'event.cancelled': '作废', 'event.view-saved': '保存列表', 'event.view-dropped': '删除保存的列表', 'event.reveal.looked': '查看上报人电话',
} as const

/** The journal name of each step. */
export const happened = {
  report: 'event.reported', askInfo: 'event.info-asked', answer: 'event.answered', accept: 'event.accepted', file: 'event.filed', dispatch: 'event.dispatched', sign: 'event.signed', handle: 'event.handled',
  feedback: 'event.fed-back', check: 'event.checked', revisit: 'event.revisited', rate: 'event.rated', close: 'event.closed', reopen: 'event.reopened', cancel: 'event.cancelled',
} as const satisfies Record<keyof typeof eventStep, keyof typeof words>

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
export const pointOf = ({ lng, lat }: Pick<EventRow, 'lng' | 'lat'>) => (lng === null || lat === null ? null : { lng, lat })
