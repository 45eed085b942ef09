import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { setAnew } from '../record/index.ts'
import { subjectOf } from './actions.ts'
import { placeFor } from './place.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'
import { view } from './view.ts'

type View = Output<'person', 'get'>

/** A further place to live, or another one instead of all before. */
export async function moveIn(ctx: Ctx, { id, at, role, since, leavesOthers }: Input<'person', 'moveIn'>): Promise<View> {
  return view(ctx, await settleIn(ctx, id, { at, role, since, leavesOthers }))
}

/** The same, for another module that has decided it. */
export const moveTo = (ctx: Ctx, id: string, to: Pick<Input<'person', 'moveIn'>, 'at' | 'role' | 'since'>): Promise<PersonRow> => settleIn(ctx, id, { ...to, leavesOthers: true })

/** Out of one home into another, for a module that has decided it: in the same role, and what other homes they have is left as it is. @returns the new residency. */
export async function moveFrom(ctx: Ctx, id: string, { residency, at, since }: { residency: string, at: Input<'person', 'moveIn'>['at'], since: string }): Promise<string> {
  const row = found(await queries.lock(ctx, id))
  const place = await placeFor(ctx, at)
  const holding = (await queries.listResidencies(ctx, row)).filter(({ until }) => until === null)
  const leaving = found(holding.find((one) => one.id === residency))
  if (holding.some((one) => one.housing === place.housing && one.area === place.area)) throw new Problem('conflict.exists', { detail: `${row.name}已经登记在那里，请先从本户移出` })
  if (leaving.since !== null && since < leaving.since) throw new Problem('input.invalid', { fields: [{ path: 'since', message: `早于${row.name}住进原住处的日期` }] })
  await queries.updateResidency(ctx, leaving, { until: since, leave_reason: '01', is_last: false, is_main: false, household: null })
  const fresh = ctx.newId()
  await queries.insertResidency(ctx, { subdistrict: row.subdistrict, id: fresh, area: place.area, place: place.place, person: id, housing: place.housing, role: leaving.role, since, is_main: leaving.is_main, created_at: ctx.now, created_by: ctx.actor.id })
  const after = await queries.update(ctx, row, { ...(leaving.is_main && { area: place.area, address: place.address, ...setAnew(row, 'at.role', 'at.since') }), changed_at: ctx.now, checked_at: ctx.now })
  ctx.record('person.moved-in', subjectOf(after), { from: [leaving.area], role: leaving.role })
  return fresh
}

async function settleIn(ctx: Ctx, id: string, { at, role, since, leavesOthers }: Omit<Input<'person', 'moveIn'>, 'id'>): Promise<PersonRow> {
  const row = found(await queries.lock(ctx, id))
  const place = await placeFor(ctx, at)
  if (place.subdistrict !== row.subdistrict) throw new Problem('input.invalid', { detail: '不能迁到别的街道' })
  const holding = (await queries.listResidencies(ctx, row)).filter(({ until }) => until === null)
  if (holding.some((one) => one.housing === place.housing && one.area === place.area)) throw new Problem('conflict.exists', { detail: '已经登记在这里了' })
  const day = since ?? today(ctx)
  for (const one of holding) await queries.updateResidency(ctx, one, leavesOthers ? { until: day, leave_reason: '01', is_last: false, is_main: false } : { is_main: false })
  // Who had gone away altogether has come back: the last place is no longer where they are known from.
  if (holding.length === 0) for (const one of await queries.listResidencies(ctx, row)) if (one.is_last) await queries.updateResidency(ctx, one, { is_last: false, is_main: false })
  await queries.insertResidency(ctx, { subdistrict: row.subdistrict, id: ctx.newId(), area: place.area, place: place.place, person: id, housing: place.housing, role, since, created_at: ctx.now, created_by: ctx.actor.id })
  const after = await queries.update(ctx, row, { area: place.area, address: place.address, standing: 'present', ...setAnew(row, 'at.role', 'at.since'), changed_at: ctx.now, checked_at: ctx.now })
  ctx.record('person.moved-in', subjectOf(after), { from: leavesOthers ? holding.map(({ area }) => area) : [], role })
  return after
}

/** Gone from a place; from the last one, gone altogether: the record stays with who knew them last until it is deleted for good. */
export async function moveOut(ctx: Ctx, { id, residency, on, reason }: Input<'person', 'moveOut'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  const all = await queries.listResidencies(ctx, row)
  const leaving = found(all.find((one) => one.id === residency))
  if (leaving.until !== null) throw new Problem('conflict.exists', { detail: '已经登记为离开' })
  if (leaving.since !== null && on < leaving.since) throw new Problem('input.invalid', { fields: [{ path: 'on', message: '离开日期不能早于入住日期' }] })
  const left = all.filter((one) => one.until === null && one.id !== residency)
  await queries.updateResidency(ctx, leaving, { until: on, leave_reason: reason, is_last: left.length === 0, is_main: left.length === 0 })
  const after = await queries.update(ctx, row, { ...await standingAfter(ctx, left, reason), ...leaving.is_main && setAnew(row, 'at.role', 'at.since'), changed_at: ctx.now, checked_at: ctx.now })
  ctx.record('person.moved-out', subjectOf(after), { reason, on })
  return view(ctx, after)
}

/** 03 is death (GA/T 2000.25). */
async function standingAfter(ctx: Ctx, left: Awaited<ReturnType<typeof queries.listResidencies>>, reason: string): Promise<Partial<Pick<PersonRow, 'standing' | 'area' | 'address'>>> {
  const next = left[0]
  if (!next) return { standing: reason === '03' ? 'dead' : 'left' }
  if (!left.some(({ is_main: isMain }) => isMain)) await queries.updateResidency(ctx, next, { is_main: true })
  return { area: next.area, address: next.address }
}

const today = ({ now }: Ctx) => dayOf(now)
