import { whistleOutcome, type Input, type WhistleUrgency } from '@linli/contract'
import { distanceInMetres, toldMoment } from '@linli/standards'
import type { Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Whistle } from '../../kernel/schema.gen.ts'
import { markWhistled } from '../event/index.ts'
import { callUnits, dueNow } from './call.ts'
import { lateMinutes } from './limit-rules.ts'
import * as queries from './queries.ts'
import { ruleFor } from './rule-actions.ts'
import * as rules from './rules.ts'

type Taking = Input<'whistle', 'take'>['take']
type Step = Taking['step']
type Told<S extends Step> = Extract<Taking, { step: S }>

/** The whistle as it is held, and the part of who takes a unit's step. */
export interface Held { ctx: Ctx, whistle: queries.WhistleRow, calls: queries.CallRow[], what: rules.What, mine: queries.CallRow | undefined }

/** What a step changes of the whole besides its state, and what is worth remembering: a journal row each. */
export interface Means { change: Updateable<Whistle>, told: Record<string, unknown>[] }

const remember = (details: Record<string, unknown>): Means => ({ change: {}, told: [details] })

async function answer({ ctx, whistle, mine }: Held, { note, takenAt }: Told<'answer'>): Promise<Means> {
  const { at, heardAt, told } = taken(ctx, mine!, takenAt)
  const isLate = at > mine!.answer_by
  await queries.updateCall(ctx, whistle, mine!.unit, { status: 'answered', answered_at: at, answered_name: ctx.actor.name, is_answer_late: isLate, answer_heard_at: heardAt })
  return remember({ note, isLate, ...told })
}

/** When a step was taken: where the phone had no network then, earlier than now, which is said wherever the moment is shown. */
const taken = (ctx: Ctx, { called_at: since }: queries.CallRow, told: string | undefined) => toldMoment({ now: ctx.now, since, told })

/** Who is there has answered too. Late and how far away are facts of the moment it was said, position and all. */
async function reportIn(held: Held, { point, accuracy, reason, photos, takenAt }: Told<'reportIn'>): Promise<Means> {
  const { ctx, whistle, mine } = held
  if (!point && !reason) throw new Problem('input.invalid', { detail: '没有定位时，请说明原因', fields: [{ path: 'take.reason', message: '请说明为什么没有定位' }] })
  await addPhotos(held, photos, 'arrival')
  const metres = point && whistle.lng !== null && whistle.lat !== null ? Math.round(distanceInMetres([point.lng, point.lat], [whistle.lng, whistle.lat])) : null
  const isNear = metres === null ? null : metres <= (await ruleFor(ctx, whistle.subdistrict)).nearMetres
  const { at, heardAt, told } = taken(ctx, mine!, takenAt)
  const late = lateMinutes(at, mine!.arrive_by)
  const answered = mine!.answered_at ? {} : { answered_at: at, answered_name: ctx.actor.name, is_answer_late: at > mine!.answer_by, answer_heard_at: heardAt }
  await queries.updateCall(ctx, whistle, mine!.unit, {
    ...answered, status: 'arrived', arrived_at: at, arrival_heard_at: heardAt, arrived_name: ctx.actor.name, lng: point?.lng ?? null, lat: point?.lat ?? null, accuracy: point ? accuracy ?? null : null, metres, is_near: isNear,
    no_position: point ? null : reason!, late_minutes: late, arrival_photos: photos,
  })
  return remember({ note: reason, metres, isNear, lateMinutes: late, photos, ...told })
}

async function feedback(held: Held, { text, photos }: Told<'feedback'>): Promise<Means> {
  const { ctx, whistle, mine } = held
  await addPhotos(held, photos, 'result')
  await queries.updateCall(ctx, whistle, mine!.unit, { status: 'fedBack', fed_back_at: ctx.now, fed_back_name: ctx.actor.name, result: text, result_photos: photos })
  return remember({ note: text, photos })
}

async function rateOffice({ ctx, whistle, mine }: Held, { isRight, preparation, note }: Told<'rateOffice'>): Promise<Means> {
  await queries.updateCall(ctx, whistle, mine!.unit, { office_rated_at: ctx.now, office_rated_name: ctx.actor.name, is_right: isRight, preparation_score: preparation, office_note: note ?? null })
  return remember({ isRight, preparation, note })
}

async function callMore({ ctx, whistle, calls }: Held, { units, arriveBy }: Told<'callMore'>): Promise<Means> {
  const known = calls.filter(({ status }) => status !== 'released').map(({ unit }) => unit)
  if (units.some((unit) => known.includes(unit))) throw new Problem('input.invalid', { detail: '有单位已经召集过', fields: [{ path: 'take.units', message: '请去掉已经召集的单位' }] })
  if (new Set([...known, ...units]).size > 30) throw new Problem('input.invalid', { detail: '一次吹哨最多召集 30 个单位', fields: [{ path: 'take.units', message: '最多 30 个单位' }] })
  const due = await dueNow(ctx, whistle.subdistrict, whistle.urgency as WhistleUrgency, arriveBy)
  const names = await callUnits(ctx, whistle, { units, due })
  return { change: { units: [...new Set([...whistle.units, ...units])] }, told: [{ unitName: names.join('、'), arriveBy: due.arriveBy.toISOString() }] }
}

async function release({ ctx, whistle, calls, what }: Held, { unit, reason }: Told<'release'>): Promise<Means> {
  const call = calls.find((one) => one.unit === unit)
  if (!call || !what.calls.some((one) => one.unit === unit && rules.mayRelease(one))) throw new Problem('unit.unknown', { detail: '主办单位和已到场的单位不能不再召集', fields: [{ path: 'take.unit', message: '请选择还没有到场的协同单位' }] })
  await queries.updateCall(ctx, whistle, unit, { status: 'released', released_for: reason })
  return { change: { units: whistle.units.filter((one) => one !== unit) }, told: [{ unit, unitName: call.unit_name, reason }] }
}

async function end({ ctx, whistle }: Held, { outcome, text }: Told<'end'>): Promise<Means> {
  await queries.markAbsent(ctx, whistle)
  return { change: { outcome, outcome_text: text, ended_at: ctx.now, ended_name: ctx.actor.name }, told: [{ outcome, note: `${whistleOutcome[outcome]}。${text}` }] }
}

/** All of them at once, and each is told of in a row of its own. */
async function rateUnits({ ctx, whistle, calls, what }: Held, { ratings }: Told<'rateUnits'>): Promise<Means> {
  const wanted = rules.toRate(what)
  const rated = ratings.map(({ unit }) => unit)
  if (new Set(rated).size !== rated.length || wanted.length !== rated.length || !wanted.every((unit) => rated.includes(unit))) throw new Problem('input.invalid', { detail: '请对每个召集的单位各评价一次', fields: [{ path: 'take.ratings', message: '请对每个单位各评价一次' }] })
  for (const { unit, arrival, cooperation, isSolved, note } of ratings) {
    await queries.updateCall(ctx, whistle, unit, { rated_at: ctx.now, rated_name: ctx.actor.name, arrival_score: arrival, cooperation_score: cooperation, is_solved: isSolved, rating_note: note ?? null })
  }
  return { change: {}, told: ratings.map((rating) => ({ ...rating, unitName: calls.find(({ unit }) => unit === rating.unit)?.unit_name })) }
}

async function withdraw({ ctx, whistle }: Held, { reason }: Told<'withdraw'>): Promise<Means> {
  if (whistle.event) await markWhistled(ctx, whistle.event, { happened: 'event.whistle-withdrawn', isFlagged: await queries.hasOther(ctx, whistle, whistle.event), whistle: whistle.id, note: reason })
  return { change: { withdrawn_for: reason }, told: [{ reason }] }
}

/** Photos must have been sent up by the same person and belong to nothing yet. */
async function addPhotos({ ctx, whistle }: Held, ids: string[], part: string): Promise<void> {
  if (ids.length > 0 && await queries.attachPhotos(ctx, whistle, ids, part) !== ids.length) throw new Problem('input.invalid', { detail: '有照片已失效，请重新上传', fields: [{ path: 'take.photos', message: '请重新上传照片' }] })
}

const means: { [S in Step]: (held: Held, told: Told<S>) => Promise<Means> } = { answer, reportIn, feedback, rateOffice, callMore, end, rateUnits, release, withdraw }

export const meansOf = (held: Held, taking: Taking): Promise<Means> => (means[taking.step] as (held: Held, told: Taking) => Promise<Means>)(held, taking)
