import type { CallStatus, Output, WhistleStatus } from '@linli/contract'
import { lightAt } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { eventLink } from '../event/index.ts'
import type { CallRow, WhistleRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'whistle', 'get'>
type Row = Output<'whistle', 'list'>['rows'][number]
type CallView = View['calls'][number]

export const who = (ctx: Ctx, area: string): rules.Who => ({ side: ctx.actor.side, unit: ctx.actor.unit, may: (permission) => mayIn(ctx.actor, permission, area) })

/** The whistle as the pure rules want it. */
export const whatOf = (whistle: WhistleRow, calls: CallRow[]): rules.What => ({
  status: whistle.status as WhistleStatus,
  calls: calls.map((call) => ({ unit: call.unit, kind: call.unit_kind, isLead: call.is_lead, status: call.status as CallStatus, hasRated: call.office_rated_at !== null })),
})

export function rowView(ctx: Ctx, whistle: WhistleRow, calls: CallRow[]): Row {
  const shown = calls.filter(({ status }) => status !== 'released').map((call) => callRow(ctx, whistle, call))
  const waited = shown.filter(({ light, unit }) => light !== null && (ctx.actor.side !== 'unit' || unit.id === ctx.actor.unit)).toSorted((a, b) => (a.arriveBy < b.arriveBy ? -1 : 1))[0]
  return {
    id: whistle.id, title: whistle.title, kind: whistle.kind as Row['kind'], urgency: whistle.urgency as Row['urgency'], status: whistle.status as Row['status'], area: whistle.area, areaName: whistle.area_name, place: whistle.place,
    point: pointOf(whistle), blownAt: whistle.blown_at.toISOString(), blownBy: whistle.blown_name, arriveBy: waited?.arriveBy ?? whistle.arrive_by.toISOString(), light: waited?.light ?? null, calls: shown,
  }
}

/** The whole whistle, with what this viewer may do now. */
export async function view(ctx: Ctx, whistle: WhistleRow): Promise<View> {
  const calls = await queries.listCalls(ctx, whistle)
  const [asker, what] = [who(ctx, whistle.area), whatOf(whistle, calls)]
  return {
    ...rowView(ctx, whistle, calls), requirement: whistle.requirement, event: whistle.event ? await eventLink(ctx, whistle.event) : null, calls: calls.map((call) => callView(ctx, whistle, call)),
    outcome: whistle.outcome ? { outcome: whistle.outcome as NonNullable<View['outcome']>['outcome'], text: whistle.outcome_text ?? '', at: whistle.ended_at!.toISOString(), by: whistle.ended_name ?? '' } : null,
    withdrawnFor: whistle.withdrawn_for, myUnit: rules.myCall(asker, what)?.unit ?? null, steps: rules.stepsFor(asker, what),
  }
}

function callRow(ctx: Ctx, whistle: WhistleRow, call: CallRow): Row['calls'][number] {
  const isAwaited = whistle.status === 'blown' && call.arrived_at === null && call.status !== 'released'
  return {
    unit: { id: call.unit, name: call.unit_name }, isLead: call.is_lead, status: call.status as CallStatus, arriveBy: call.arrive_by.toISOString(),
    light: isAwaited ? lightAt(ctx.now, call.arrive_by, call.warn_at) : null, isLate: (call.late_minutes ?? 0) > 0 || call.status === 'absent' || (isAwaited && call.arrive_by < ctx.now),
  }
}

function callView(ctx: Ctx, whistle: WhistleRow, call: CallRow): CallView {
  const isTold = ctx.actor.side !== 'unit' || call.unit === ctx.actor.unit
  return {
    ...callRow(ctx, whistle, call), calledAt: call.called_at.toISOString(), calledBy: call.called_name, answerBy: call.answer_by.toISOString(),
    answered: call.answered_at && { at: call.answered_at.toISOString(), by: call.answered_name ?? '', isLate: call.is_answer_late === true, heardAt: call.answer_heard_at?.toISOString() ?? null },
    arrival: call.arrived_at && {
      at: call.arrived_at.toISOString(), by: call.arrived_name ?? '', point: pointOf(call), accuracy: call.accuracy, metres: call.metres, isNear: call.is_near, reason: call.no_position,
      lateMinutes: call.late_minutes ?? 0, photos: call.arrival_photos, heardAt: call.arrival_heard_at?.toISOString() ?? null,
    },
    result: call.fed_back_at && { at: call.fed_back_at.toISOString(), by: call.fed_back_name ?? '', text: call.result ?? '', photos: call.result_photos },
    rating: isTold && call.rated_at ? { at: call.rated_at.toISOString(), by: call.rated_name ?? '', arrival: call.arrival_score!, cooperation: call.cooperation_score!, isSolved: call.is_solved === true, note: call.rating_note } : null,
    officeRating: isTold && call.office_rated_at ? { at: call.office_rated_at.toISOString(), by: call.office_rated_name ?? '', isRight: call.is_right === true, preparation: call.preparation_score!, note: call.office_note } : null,
    releasedFor: call.released_for,
  }
}

const pointOf = ({ lng, lat }: { lng: number | null, lat: number | null }) => (lng === null || lat === null ? null : { lng, lat })
