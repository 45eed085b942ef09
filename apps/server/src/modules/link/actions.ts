import type { Input, Output } from '@linli/contract'
import { isMobile, maskPhone, parsePhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { eventToForward, find as findEvent, mayHandOut, noteByLink, visible, type EventRow } from '../event/index.ts'
import type { LinkRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { addressOf, newToken, phoneField, send } from './token.ts'
import { isMine, subjectOf, view, whatOf } from './view.ts'

export async function list(ctx: Ctx, { event: id }: Input<'link', 'list'>): Promise<Output<'link', 'list'>> {
  const event = visible(ctx, await findEvent(ctx, id))
  const rows = []
  for (const link of await queries.listOf(ctx, id)) rows.push(await view(ctx, link, event))
  return { rows, mayForward: event.status === 'handling' && await mayHandOut(ctx, event) }
}

/** Asks a unit without an account to do something; the address is told once, for copying or as a code. */
export async function forward(ctx: Ctx, { event: id, name, phone: written, request, dueAt: due, isSent }: Input<'link', 'forward'>): Promise<Output<'link', 'forward'>> {
  const event = await eventToForward(ctx, id)
  const phone = written === '' ? undefined : parsePhone(written)?.number
  if (written !== '' && !phone) throw new Problem('input.invalid', { detail: '电话号码不正确', fields: [{ path: 'phone', message: '请填写手机号或固定电话' }] })
  const dueAt = dueFrom(ctx, due)
  const link = await queries.insert(ctx, {
    subdistrict: event.subdistrict, id: ctx.newId(), area: event.area, event: event.id, kind: 'forward', stage_no: event.stage_no, name, request, made_name: ctx.actor.name, made_at: ctx.now, due_at: dueAt, until: rules.untilOf(dueAt),
    phone: phone ? ctx.crypto.encrypt(phone, phoneField) : null, phone_masked: phone ? masked(phone) : null, delivery: rules.deliveryOf({ isWished: isSent, isMobile: phone !== undefined && isMobile(phone) }),
  })
  if (link.delivery === 'waiting') await send(ctx, link)
  ctx.record('link.forwarded', subjectOf(link, event), { event: event.id, name, phone: link.phone_masked, dueAt: dueAt.toISOString() })
  await noteByLink(ctx, event.id, { happened: 'event.forwarded', details: { unitName: name, note: request, dueAt: dueAt.toISOString() } })
  return { link: await view(ctx, link, event), address: addressOf(ctx.installation.publicUrl, await newToken(ctx, link)) }
}

/** One more secret that opens it, to be sent some other way. */
export async function address(ctx: Ctx, { id }: Input<'link', 'address'>): Promise<Output<'link', 'address'>> {
  const { link, event } = await mine(ctx, id)
  const token = await newToken(ctx, link)
  ctx.record('link.shown', subjectOf(link, event), { event: event.id, kind: link.kind })
  return { link: await view(ctx, link, event), address: addressOf(ctx.installation.publicUrl, token) }
}

export async function remind(ctx: Ctx, { id }: Input<'link', 'remind'>): Promise<Output<'link', 'remind'>> {
  const { link, event } = await mine(ctx, id)
  if (!link.phone || !isMobile(ctx.crypto.decrypt(link.phone, phoneField))) throw new Problem('event.no-contact', { detail: '没有手机号，请复制链接或出示二维码' })
  await send(ctx, link)
  const changed = await queries.update(ctx, link, { delivery: 'waiting', reminds: link.reminds + 1 })
  ctx.record('link.reminded', subjectOf(link, event), { event: event.id, kind: link.kind, phone: link.phone_masked })
  return view(ctx, changed, event)
}

/** What the reporter is asked ends with the event's own limit; an outside unit may be given more time, also when its link is past. */
export async function extend(ctx: Ctx, { id, dueAt: due }: Input<'link', 'extend'>): Promise<Output<'link', 'extend'>> {
  const { link, event } = await mine(ctx, id, ['open', 'expired'])
  if (link.kind !== 'forward') throw new Problem('link.not-open', { detail: '补充情况的期限由本环节的时限决定，不能单独延长' })
  const dueAt = dueFrom(ctx, due)
  const changed = await queries.update(ctx, link, { due_at: dueAt, until: rules.untilOf(dueAt), told_at: null })
  ctx.record('link.extended', subjectOf(link, event), { event: event.id, from: link.due_at.toISOString(), to: dueAt.toISOString() })
  return view(ctx, changed, event)
}

export async function withdraw(ctx: Ctx, { id, reason }: Input<'link', 'withdraw'>): Promise<Output<'link', 'withdraw'>> {
  const { link, event } = await mine(ctx, id, ['open', 'expired'])
  return view(ctx, await takeBack(ctx, link, event, reason), event)
}

/** Nobody may use it any more; of what went out the event's own timeline tells. */
export async function takeBack(ctx: Ctx, link: LinkRow, event: EventRow, reason: string): Promise<LinkRow> {
  const changed = await queries.update(ctx, link, { withdrawn_at: ctx.now, withdrawn_name: ctx.actor.name, withdrawn_for: reason })
  ctx.record('link.withdrawn', subjectOf(link, event), { event: event.id, kind: link.kind, reason })
  if (link.kind === 'forward') await noteByLink(ctx, event.id, { happened: 'event.forward-withdrawn', details: { unitName: link.name, note: reason } })
  return changed
}

/** The link, held, and its event, where this person may do something about it. */
async function mine(ctx: Ctx, id: string, states: readonly ReturnType<typeof rules.stateOf>[] = ['open']): Promise<{ link: LinkRow, event: EventRow }> {
  const link = found(await queries.lock(ctx, id))
  const event = visible(ctx, await findEvent(ctx, link.event))
  if (!await isMine(ctx, link.kind, event)) throw new Problem('may.not')
  const state = rules.stateOf(whatOf(link, event), ctx.now)
  if (!states.includes(state)) throw new Problem('link.not-open', { detail: state === 'open' ? undefined : staffTold[state], state })
  return { link, event }
}

const staffTold = { used: '对方已经回复了', expired: '链接已过期，可以延长期限', withdrawn: '链接已撤回，或事件已到下一环节' }

function dueFrom(ctx: Ctx, due: string): Date {
  const dueAt = new Date(due)
  if (!rules.isSensibleDue(dueAt, ctx.now)) throw new Problem('input.invalid', { detail: '期限要在现在以后、三个月以内', fields: [{ path: 'dueAt', message: '请选三个月以内的时间' }] })
  return dueAt
}

export const masked = (phone: string): string => (isMobile(phone) ? maskPhone(phone) : `${phone.slice(0, -4)}****`)
