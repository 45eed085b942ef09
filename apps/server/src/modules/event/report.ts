import type { Input, Output } from '@linli/contract'
import { isMobile, maskPhone, parsePhone } from '@linli/standards'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { ownContact } from '../identity/index.ts'
import { ruleFor } from '../matter/index.ts'
import { areaNamed, communityUnit, locateArea, unitNamed } from '../organisation/index.ts'
import { enter, subjectOf } from './enter.ts'
import { myView } from './my-view.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { view, visible } from './view.ts'

type Report = Input<'event', 'report'>

/** Staff report what they found or were told. */
export async function report(ctx: Ctx, input: Report): Promise<Output<'event', 'report'>> {
  return view(ctx, await create(ctx, input, { source: input.source ?? 'grid', ...contact(ctx, input.reporter) }))
}

/** A resident reports; name and phone are those of the account, asked once and never again. How grave it is the acceptor says. */
export async function reportMine(ctx: Ctx, input: Report): Promise<Output<'event', 'reportMine'>> {
  const { name, phone } = await ownContact(ctx)
  return myView(ctx, await create(ctx, { ...input, severity: 'ordinary' }, { source: 'resident', ...contact(ctx, { name, phone: phone ?? '' }) }))
}

/** A draft may be changed as long as it is one. */
export async function change(ctx: Ctx, { id, ...input }: Input<'event', 'change'>): Promise<Output<'event', 'change'>> {
  const event = visible(ctx, await queries.lock(ctx, id))
  if (event.status !== 'draft' || event.reported_by !== ctx.actor.id) throw new Problem('event.step-not-open', { detail: '只有自己的草稿可以修改' })
  const place = await placeOf(ctx, input)
  if (place.subdistrict !== event.subdistrict) throw new Problem('event.place-unknown', { detail: '草稿不能改到别的街道' })
  const changed = await queries.update(ctx, event, { ...place, ...await matterOf(ctx, input.matter, place), title: rules.titleOf(input.title, input.description), description: input.description, severity: input.severity, changed_at: ctx.now })
  await addPhotos(ctx, changed, input.photos, 'before')
  ctx.record('event.changed', subjectOf(changed), { photos: input.photos })
  return view(ctx, changed)
}

interface From { source: EventRow['source'], reporter_name: string | null, reporter_phone: Buffer | null, reporter_phone_masked: string | null }

async function create(ctx: Ctx, input: Report, from: From): Promise<EventRow> {
  const place = await placeOf(ctx, input)
  const id = ctx.newId()
  const row = {
    id, ...place, ...from, ...await matterOf(ctx, input.matter, place),
    prefix: rules.numberPrefix(ctx.now), title: rules.titleOf(input.title, input.description), description: input.description, severity: input.severity,
    status: 'draft', reported_by: ctx.actor.id, reported_at: ctx.now, stage_no: 0, stage_since: ctx.now, changed_at: ctx.now, last_step: 'report', last_by: ctx.actor.name,
  }
  await queries.insert(ctx, row)
  const draft = found(await queries.find(ctx, id))
  await addPhotos(ctx, draft, input.photos, 'before')
  if (!input.isDraft) return enter(ctx, { ...draft, photo_count: input.photos.length }, 'report', 'reported', { details: { photos: input.photos } })
  ctx.record('event.drafted', subjectOf(draft), {})
  return draft
}

/** Where it is: the smallest known area, its tenant, and the words and point that were given. */
async function placeOf(ctx: Ctx, { point, area, place }: Pick<Report, 'point' | 'area' | 'place'>) {
  if (!point && !area) throw new Problem('input.invalid', { detail: '请选择位置', fields: [{ path: 'point', message: '请在地图上选点，或选择楼幢、网格' }] })
  const known = area ? await areaNamed(ctx, area) : await locateArea(ctx, point!)
  const subdistrict = tenantOf(known.path)
  if (subdistrict === 0) throw new Problem('event.place-unknown', { detail: '位置要具体到社区以下' })
  return { subdistrict, area: known.path, area_name: known.fullName, place: place || known.fullName, lng: point?.lng ?? null, lat: point?.lat ?? null }
}

/** The matter's limit and who usually handles it there: the named unit, else the community's own. */
async function matterOf(ctx: Ctx, code: string, { area, subdistrict }: { area: string, subdistrict: number }) {
  const { matter, limit, unit, byCommunity } = await ruleFor(ctx, code, subdistrict, ctx.now)
  const suggested = unit && !byCommunity ? await unitNamed(ctx, unit.id) : await communityUnit(ctx, area)
  return {
    matter: matter.code, matter_name: matter.name, handle_limit_amount: limit.amount, handle_limit_unit: limit.unit,
    suggested_unit: suggested?.id ?? null, suggested_unit_name: suggested?.name ?? null,
  }
}

export { matterOf }

function contact(ctx: Ctx, reporter: { name: string, phone: string } | undefined): Omit<From, 'source'> {
  const phone = reporter?.phone ? parsePhone(reporter.phone)?.number : undefined
  if (reporter?.phone && !phone) throw new Problem('input.invalid', { detail: '电话号码不正确', fields: [{ path: 'reporter.phone', message: '请填写手机号或固定电话' }] })
  return {
    reporter_name: reporter?.name || null,
    reporter_phone: phone ? ctx.crypto.encrypt(phone, 'event.reporter_phone') : null,
    reporter_phone_masked: phone ? (isMobile(phone) ? maskPhone(phone) : `${phone.slice(0, -4)}****`) : null,
  }
}

/** Photos must have been sent up by the same person and belong to nothing yet. */
export async function addPhotos(ctx: Ctx, event: EventRow, ids: string[], part: string): Promise<void> {
  if (ids.length === 0) return
  if (await queries.attachPhotos(ctx, event, ids, part) !== ids.length) throw new Problem('input.invalid', { detail: '有照片已失效，请重新上传', fields: [{ path: 'photos', message: '请重新上传照片' }] })
  await queries.update(ctx, event, { photo_count: event.photo_count + ids.length })
}
