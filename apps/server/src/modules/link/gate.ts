import type { Input, Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { hashToken } from '../../kernel/session-cookie.ts'
import type { ByToken, Photo } from './queries.ts'
import * as queries from './queries.ts'
import { holderName, mostUploads, stateOf, told } from './rules.ts'
import { whatOf } from './view.ts'

// For whoever has a link and nothing else. Where it is not open nothing is told but why.

const state = (ctx: Ctx, link: ByToken | undefined) => (link ? stateOf(whatOf(link, { status: link.event_status, stage_no: link.event_stage_no }), ctx.now) : 'unknown')

export async function open(ctx: Ctx, { token }: Input<'link', 'open'>): Promise<Output<'link', 'open'>> {
  const link = await queries.byToken(ctx, hashToken(token))
  const stands = state(ctx, link)
  return { state: stands, page: stands === 'open' ? pageOf(link!) : null }
}

/** The first who answers has answered; the event is told of it by a job. */
export async function settle(ctx: Ctx, { token, text, name, photos }: Input<'link', 'settle'>): Promise<Output<'link', 'settle'>> {
  const link = await opened(ctx, token, true)
  if (link.kind === 'forward' && name === '') throw new Problem('input.invalid', { detail: '请填写办理人', fields: [{ path: 'name', message: '请填写办理人' }] })
  const said = { text, name: link.kind === 'forward' ? name : null, photos: [...new Set(photos)] }
  if (!await queries.settle(ctx, hashToken(token), said)) throw new Problem('input.invalid', { detail: '有照片已失效，请重新上传', fields: [{ path: 'photos', message: '请重新上传照片' }] })
  ctx.record('link.answered', subjectAtGate(link), { event: link.event, kind: link.kind, phone: link.phone_masked, photos: said.photos.length }, { id: null, name: holderName(link.kind, { unit: link.name, person: name }) })
  return {}
}

/** @throws Problem link.not-open where this link may send up no photo. */
export async function maySendUp(ctx: Ctx, token: string): Promise<void> {
  if ((await opened(ctx, token)).uploads >= mostUploads) throw new Problem('request.too-many', { detail: `一个链接最多上传 ${mostUploads} 张照片` })
}

export async function keepByLink(ctx: Ctx, token: string, photo: Photo): Promise<void> {
  const link = await opened(ctx, token, true)
  const by = holderName(link.kind, { unit: link.name, person: '' })
  await queries.insertPhoto(ctx, hashToken(token), { ...photo, by })
  ctx.record('photo.uploaded', { kind: 'photo', id: photo.id, subdistrict: tenantOf(link.area), area: link.area }, { bytes: photo.bytes }, { id: null, name: by })
}

/** An outside unit sees the photos of the event it is asked about; the reporter has them. */
export async function mayLookByLink(ctx: Ctx, token: string, id: string): Promise<true | undefined> {
  const link = await opened(ctx, token)
  return link.kind === 'forward' && link.event_photos.includes(id) ? true : undefined
}

async function opened(ctx: Ctx, token: string, isHeld = false): Promise<ByToken> {
  const link = await queries.byToken(ctx, hashToken(token), isHeld)
  const stands = state(ctx, link)
  if (!link || stands !== 'open') throw new Problem('link.not-open', { detail: stands === 'open' ? told.unknown : told[stands], state: stands })
  return link
}

const subjectAtGate = (link: ByToken) => ({ kind: 'link', id: link.id, subdistrict: link.subdistrict, area: link.area, may: 'event.view' as const })

const pageOf = (link: ByToken): Output<'link', 'open'>['page'] => ({
  kind: link.kind, request: link.request, dueAt: link.due_at.toISOString(), until: link.until.toISOString(), number: link.number, matter: link.matter_name, areaName: link.area_name, reportedAt: link.reported_at.toISOString(),
  forward: link.kind === 'ask' ? null : { name: link.name, place: link.place, point: link.lng === null || link.lat === null ? null : { lng: link.lng, lat: link.lat }, description: link.description, photos: link.event_photos },
})
