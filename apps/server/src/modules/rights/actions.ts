import type { Input, Output, RightsKind } from '@linli/contract'
import { levelOf, maskPhone } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { calendarFor } from '../calendar/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { findPeople, findPeopleByIds } from '../person/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { subjectOf, view, views } from './view.ts'

type View = Output<'rights', 'take'>

/** A request to a community: how it is reached, and until when it must be answered. */
export async function newRequest(ctx: Ctx, { kind, area, name, wish, phone }: { kind: RightsKind, area: string, name: string, wish: string, phone: string | null }) {
  if (area === '/' || levelOf(area) !== 'community') throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择社区' }] })
  const { fullName } = await areaNamed(ctx, area)
  const subdistrict = tenantOf(area)
  return {
    subdistrict, id: ctx.newId(), area, area_name: fullName, kind, name, wish, status: 'asked', asked_at: ctx.now, ...rules.deadlines(await calendarFor(ctx, subdistrict), ctx.now),
    ...(phone && { phone: ctx.crypto.encrypt(phone, 'rights.phone'), phone_index: ctx.crypto.index(phone, 'person.phone'), phone_masked: maskPhone(phone) }),
  }
}

/** Told at the counter or by telephone, taken down by staff. */
export async function take(ctx: Ctx, input: Input<'rights', 'take'>): Promise<View> {
  if (!mayIn(ctx.actor, 'rights.handle', input.area)) throw new Problem('not-found')
  const row = await queries.insert(ctx, { ...await newRequest(ctx, input), source: 'staff', taken_by_name: ctx.actor.name })
  ctx.record('rights.taken', subjectOf(row), { kind: row.kind })
  return view(ctx, row)
}

export async function list(ctx: Ctx, { status, isOpen, after, limit }: Input<'rights', 'list'>): Promise<Output<'rights', 'list'>> {
  const statuses = status ? [status] : isOpen ? ['asked', 'checked'] : undefined
  const page = cut(await queries.list(ctx, { statuses, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ asked_at: at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

export const waiting = async (ctx: Ctx): Promise<Output<'rights', 'waiting'>> => ({ open: await queries.countOpen(ctx) })

/** With who might be meant: people registered under the number, or under the name. */
export async function get(ctx: Ctx, { id }: Input<'rights', 'get'>): Promise<Output<'rights', 'get'>> {
  const row = found(await queries.find(ctx, id))
  if (row.status !== 'asked') return { ...await view(ctx, row), candidates: [] }
  const byPhone = row.phone === null ? [] : await findPeople(ctx, [row.subdistrict], { by: 'phone', text: ctx.crypto.decrypt(row.phone, 'rights.phone') }, 10)
  const byName = await findPeople(ctx, [row.subdistrict], { by: 'name', text: row.name }, 10)
  const people = [...byPhone, ...byName.filter((one) => !byPhone.some((other) => other.id === one.id))]
  return { ...await view(ctx, row), candidates: people.map(({ id: person, name, number, phone, address }) => ({ id: person, name, number, phone, address })) }
}

/** Before anything is shown, changed or deleted it must be known who asks; `person` null is somebody who is not registered. */
export async function check(ctx: Ctx, { id, proof, person }: Input<'rights', 'check'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.status !== 'asked') throw new Problem('base.changed', { detail: '身份已经核对过了，或请求已办结' })
  if (person !== null && !(await findPeopleByIds(ctx, [person])).has(person)) throw new Problem('not-found')
  const after = await queries.update(ctx, row, { status: 'checked', proof, person, checked_at: ctx.now, checked_by_name: ctx.actor.name })
  ctx.record('rights.checked', subjectOf(after), { proof, person })
  return view(ctx, after)
}

/** Refusing needs no proof: who cannot say who they are is told so. */
export async function answer(ctx: Ctx, { id, isRefused, answer: words }: Input<'rights', 'answer'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (!rules.isOpen(row.status)) throw new Problem('base.changed', { detail: '这个请求已经办结' })
  if (row.status !== 'checked' && !isRefused) throw new Problem('conflict.rule', { detail: '请先核对请求人的身份' })
  const after = await queries.update(ctx, row, { status: isRefused ? 'refused' : 'answered', answer: words, answered_at: ctx.now, answered_by_name: ctx.actor.name })
  ctx.record(isRefused ? 'rights.refused' : 'rights.answered', subjectOf(after), { isLate: ctx.now > row.due_at })
  return view(ctx, after)
}
