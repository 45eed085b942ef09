import type { Output } from '@linli/contract'
import { lightAt, limitWords, maskName, type Limit } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { beside } from './beside-view.ts'
import { handleLimitOf } from './enter.ts'
import type { EventRow, ListedRow, StageRow } from './queries.ts'
import * as queries from './queries.ts'
import { flagsOf, isLate, knowsReporter, stepsFor } from './viewer.ts'

type EventView = Output<'event', 'get'>
type EventListRow = Output<'event', 'list'>['rows'][number]

/** A row of a list; `now` decides the lamp. */
export function rowView(event: ListedRow, now: Date): EventListRow {
  return {
    id: event.id, number: event.number, title: event.title, status: event.status as EventListRow['status'], severity: event.severity as EventListRow['severity'],
    source: event.source as EventListRow['source'], matter: { code: event.matter, name: event.matter_name }, area: event.area, areaName: event.area_name, place: event.place,
    point: pointOf(event), unit: named(event.unit, event.unit_name), person: named(event.person, event.person_name), reportedAt: event.reported_at.toISOString(), changedAt: event.changed_at.toISOString(), dueAt: event.due_at?.toISOString() ?? null,
    light: lightAt(now, event.due_at, event.warn_at, event.severe_at), isOverdue: isLate(event, now), photoCount: event.photo_count,
    flags: flagsOf(event, now), pending: event.pending as EventListRow['pending'],
  }
}

/** The whole event for staff and units, with what this viewer may do now. */
export async function view(ctx: Ctx, event: EventRow): Promise<EventView> {
  const [stages, photos] = [await queries.listStages(ctx, event), await queries.listPhotos(ctx, event)]
  return {
    ...rowView(event, ctx.now),
    description: event.description, publicReply: event.public_reply, hotlineAnswer: event.hotline_answer as EventView['hotlineAnswer'], reopened: event.reopened, transferredTo: event.transferred_to,
    reporter: await knowsReporter(ctx, event) ? reporterOf(event) : null,
    suggestedUnit: named(event.suggested_unit, event.suggested_unit_name), suggestedPerson: named(event.suggested_person, event.suggested_person_name),
    routed: event.routed_version === null || event.reopened > 0 ? null : { version: event.routed_version, no: event.routed_no! },
    handleLimit: limitWords(handleLimitOf(event)), mostExtension: handleLimitOf({ ...event, extended_by: 0 }),
    rating: event.rating === null ? null : { score: event.rating, isSolved: event.rating_solved === true, text: event.rating_text, at: event.rated_at!.toISOString() },
    closeKind: event.close_kind as EventView['closeKind'], privacy: event.privacy as EventView['privacy'],
    counts: { returned: event.returns, returnedLate: event.late_returns, reworked: event.reworks, extended: event.extensions, urged: event.urges },
    returned: event.return_reason === null ? null : { reason: event.return_reason as NonNullable<EventView['returned']>['reason'], note: event.return_note },
    suspended: event.review_on === null ? null : { reason: event.suspend_reason as NonNullable<EventView['suspended']>['reason'], reviewAt: event.review_on },
    ...await beside(ctx, event),
    photos: photos.map((photo) => ({ id: photo.id, part: photo.part as EventView['photos'][number]['part'], at: photo.at.toISOString(), by: photo.uploaded_by === event.reported_by && event.source === 'resident' && event.part_of === null ? '上报人' : photo.uploader_name })),
    stages: stages.map(stageView), steps: await stepsFor(ctx, event),
  }
}

/** Some leave only a name, some only a number. */
const reporterOf = ({ reporter_name: name, reporter_phone_masked: phone }: EventRow): EventView['reporter'] => (name === null && phone === null ? null : { name: maskName(name ?? ''), phone })

const stageView = (stage: StageRow): EventView['stages'][number] => ({
  status: stage.status as EventView['status'], from: stage.since.toISOString(), to: stage.until?.toISOString() ?? null,
  limit: stage.limit_amount === null ? null : limitWords({ amount: stage.limit_amount, unit: stage.limit_unit as Limit['unit'] }),
  dueAt: stage.due_at?.toISOString() ?? null, usedMinutes: stage.used_minutes, pausedMinutes: stage.paused_minutes, overdueMinutes: stage.overdue_minutes, overdueTimes: stage.overdue_times, by: stage.ended_by,
})

const named = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' })
export const pointOf = ({ lng, lat }: Pick<EventRow, 'lng' | 'lat'>) => (lng === null || lat === null ? null : { lng, lat })
