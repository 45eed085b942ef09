import type { Input, Output } from '@linli/contract'
import { headingOf, isMobile, maskPhone, numberPrefix, parsePhone } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { joinable } from '../duplicate/index.ts'
import { ownContact } from '../identity/index.ts'
import { enter, subjectOf } from './enter.ts'
import { myView } from './my-view.ts'
import { addPhotos } from './photos.ts'
import { meansOf } from './means/index.ts'
import { matterOf, placeOf } from './place.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'
import { view } from './view.ts'
import { visible } from './viewer.ts'

type Report = Input<'event', 'report'>

/** Staff report what they found or were told. */
export async function report(ctx: Ctx, input: Report): Promise<Output<'event', 'report'>> {
  const source = input.source ?? (mayIn(ctx.actor, 'event.accept', ctx.actor.area) ? 'other' : usualSource(ctx))
  return view(ctx, await create(ctx, input, { source, ...contact(ctx, input.reporter) }))
}

/**
 * A resident reports; name and phone are those of the account, asked once and never again, or of the person they report for. Who wants to stay
 * unknown leaves neither. How grave it is the acceptor says. What was reported already may be joined instead.
 */
export async function reportMine(ctx: Ctx, { joins, ...input }: Input<'event', 'reportMine'>): Promise<Output<'event', 'reportMine'>> {
  const { name, phone } = input.privacy === 'anonymous' ? { name: '', phone: '' } : input.reporter ?? await ownContact(ctx)
  return myView(ctx, await create(ctx, { ...input, severity: 'ordinary' }, { source: 'resident', ...contact(ctx, { name, phone: phone ?? '' }) }, joins))
}

/** Where it comes from when nobody says: who walks a grid found it, a building steward was told. */
const usualSource = ({ actor }: Ctx): EventRow['source'] => (actor.posts.some(({ role }) => role === 'steward') ? 'steward' : 'grid')

/** A draft may be changed as long as it is one. The reporter that is not named again stays, and so do the photos it has. */
export async function change(ctx: Ctx, { id, ...input }: Input<'event', 'change'>): Promise<Output<'event', 'change'>> {
  const event = visible(ctx, await queries.lock(ctx, id))
  if (event.status !== 'draft' || event.reported_by !== ctx.actor.id) throw new Problem('event.step-not-open', { detail: '只有自己的草稿可以修改' })
  const place = await placeOf(ctx, input)
  if (place.subdistrict !== event.subdistrict) throw new Problem('event.place-unknown', { detail: '草稿不能改到别的街道' })
  const words = { title: headingOf(input.title, input.description), description: input.description }
  const source = input.source ?? event.source
  const changed = await queries.update(ctx, event, {
    ...place, ...words, source, ...await matterOf(ctx, input.matter, { ...event, ...place, ...words, source, privacy: input.privacy, severity: input.severity }),
    ...(input.reporter && contact(ctx, input.reporter)), changed_at: ctx.now,
  })
  await addPhotos(ctx, changed, input.photos, 'before')
  ctx.record('event.changed', subjectOf(changed), { photos: input.photos })
  return view(ctx, changed)
}

interface From { source: EventRow['source'], reporter_name: string | null, reporter_phone: Buffer | null, reporter_phone_masked: string | null, reporter_index: Buffer | null }

async function create(ctx: Ctx, input: Report, from: From, joins?: string): Promise<EventRow> {
  const place = await placeOf(ctx, input)
  const id = ctx.newId()
  const words = { title: headingOf(input.title, input.description), description: input.description }
  await queries.insert(ctx, {
    id, ...place, ...from, ...words, ...await matterOf(ctx, input.matter, { ...place, ...words, source: from.source, severity: input.severity, privacy: input.privacy }),
    prefix: numberPrefix(ctx.now), status: 'draft', reported_by: ctx.actor.id, reported_at: ctx.now, stage_no: 0, stage_since: ctx.now, changed_at: ctx.now, last_step: 'report', last_by: ctx.actor.name,
  })
  const draft = found(await queries.find(ctx, id))
  await addPhotos(ctx, draft, input.photos, 'before')
  if (!input.isDraft) return begin(ctx, { ...draft, photo_count: input.photos.length }, input, joins)
  ctx.record('event.drafted', subjectOf(draft), {})
  return draft
}

/** The first step: reported, handled already and to be looked over, or gone into one that was reported before. */
async function begin(ctx: Ctx, draft: EventRow, { photos, handled }: Report, joins: string | undefined): Promise<EventRow> {
  if (joins) {
    const into = await joinable(ctx, draft, joins)
    return enter(ctx, draft, 'join', 'merged', { change: { merged_into: into, is_duplicate: true }, details: { photos, into } })
  }
  if (!handled) return enter(ctx, draft, 'report', 'reported', { details: { photos } })
  if (!mayIn(ctx.actor, 'event.handle', draft.area)) throw new Problem('may.not', { detail: '您没有处置权限，不能上报自处置' })
  await addPhotos(ctx, draft, handled.photos, 'after')
  const means = await meansOf(ctx, draft, { step: 'reportHandled', ...handled })
  return enter(ctx, draft, 'reportHandled', 'selfHandled', { change: { ...means.change, photo_count: draft.photo_count + handled.photos.length }, details: { ...means.details, photos: [...photos, ...handled.photos] } })
}

function contact(ctx: Ctx, reporter: { name: string, phone: string } | undefined): Omit<From, 'source'> {
  const phone = reporter?.phone ? parsePhone(reporter.phone)?.number : undefined
  if (reporter?.phone && !phone) throw new Problem('input.invalid', { detail: '电话号码不正确', fields: [{ path: 'reporter.phone', message: '请填写手机号或固定电话' }] })
  return {
    reporter_name: reporter?.name || null,
    // Found by the same index as the number of a person, so that somebody's page may tell what they reported (concern).
    reporter_phone: phone ? ctx.crypto.encrypt(phone, 'event.reporter_phone') : null, reporter_index: phone ? ctx.crypto.index(phone, 'person.phone') : null,
    reporter_phone_masked: phone ? (isMobile(phone) ? maskPhone(phone) : `${phone.slice(0, -4)}****`) : null,
  }
}
