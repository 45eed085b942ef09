import type { Input, Output, UnitKind } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type UnitView = Output<'organisation', 'createUnit'>

export async function units(ctx: Ctx, { after, limit, ...filter }: Input<'organisation', 'units'>): Promise<Output<'organisation', 'units'>> {
  const rows = await queries.listUnits(ctx, { ...filter, limit, offices: rules.officesOf(ctx.actor), after: goOnAfter(after, 2) })
  return cut(rows.map(view), limit, ({ name, id }) => [name, id])
}

export async function createUnit(ctx: Ctx, input: Input<'organisation', 'createUnit'>): Promise<UnitView> {
  const id = ctx.newId()
  await queries.insertUnit(ctx, { id, ...await rowOf(ctx, input, id) })
  ctx.record('unit.created', subjectOf(id, input.area), { name: input.name, kind: input.kind })
  return view(found(await queries.findUnit(ctx, id)))
}

export async function changeUnit(ctx: Ctx, { id, isActive, ...input }: Input<'organisation', 'changeUnit'>): Promise<UnitView> {
  const before = found(await queries.findUnit(ctx, id))
  const row = await rowOf(ctx, input, id)
  if (row.subdistrict !== before.subdistrict) throw new Problem('input.invalid', { detail: '单位不能移到别的街道', fields: [{ path: 'area', message: '单位不能移到别的街道' }] })
  found(await queries.updateUnit(ctx, id, { ...row, is_active: isActive }))
  ctx.record('unit.changed', subjectOf(id, input.area), { from: { name: before.name, isActive: before.is_active }, to: { name: input.name, isActive } })
  return view(found(await queries.findUnit(ctx, id)))
}

/** A unit as others may name it, retired ones too. @throws Problem unit.unknown */
export async function unitNamed(ctx: Ctx, id: string): Promise<{ id: string, name: string, kind: UnitKind, area: string, subdistrict: number, isActive: boolean }> {
  const unit = await queries.findUnit(ctx, id)
  if (!unit) throw new Problem('unit.unknown')
  return { id: unit.id, name: unit.name, kind: unit.kind as UnitKind, area: unit.area, subdistrict: unit.subdistrict, isActive: unit.is_active }
}

const mostContacts = 500

/** The units of a sub-district and of its communities with the numbers they can be reached at: open to everybody. */
export const contactsIn = async (ctx: Ctx, office: string): Promise<{ name: string, kind: UnitKind, area: string, phone: string | null }[]> =>
  (await queries.listUnits(ctx, { offices: [office], isActive: true, after: undefined, limit: mostContacts })).map(({ name, kind, area, phone }) => ({ name, kind: kind as UnitKind, area, phone }))

async function rowOf(ctx: Ctx, { name, kind, area, parent, phone, seat }: Input<'organisation', 'createUnit'>, id: string): Promise<queries.UnitChange> {
  const subdistrict = tenantOf(area)
  if (subdistrict === 0 || !await queries.findArea(ctx, area)) throw new Problem('input.invalid', { detail: '单位要属于一个街道或社区', fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const above = parent === null ? undefined : await queries.findUnit(ctx, parent)
  if (parent !== null && (parent === id || above?.subdistrict !== subdistrict)) throw new Problem('unit.unknown', { fields: [{ path: 'parent', message: '请选择本街道的单位' }] })
  return { subdistrict, area, name, kind, parent, phone, lng: seat?.lng ?? null, lat: seat?.lat ?? null }
}

const subjectOf = (id: string, area: string) => ({ kind: 'unit', id, subdistrict: tenantOf(area), area })

type Row = NonNullable<Awaited<ReturnType<typeof queries.findUnit>>>
const view = (row: Row): UnitView => ({
  id: row.id, name: row.name, kind: row.kind as UnitKind, area: row.area, areaName: row.area_name ?? '', parent: row.parent, phone: row.phone, seat: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat }, isActive: row.is_active,
})
