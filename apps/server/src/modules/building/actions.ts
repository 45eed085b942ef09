import type { Input, Output, Values } from '@linli/contract'
import { dayOf, isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { changed, fieldsFor, fieldViews, historyOf, laidDown, note, readGiven, reveal as revealed, settle, shownFor, stoodBefore, takenUp, type From, type Sources, type Standing } from '../record/index.ts'
import * as queries from './queries.ts'
import type { BuildingRow } from './queries.ts'

type View = Output<'building', 'get'>
type Area = Awaited<ReturnType<typeof areaNamed>>

export const fields = async (ctx: Ctx, { area }: Input<'building', 'fields'>): Promise<Output<'building', 'fields'>> => ({ rows: await fieldViews(ctx, 'building', { subdistrict: tenantOf(area), area }) })

export async function get(ctx: Ctx, { id }: Input<'building', 'get'>): Promise<View> {
  const area = await buildingAt(ctx, id)
  return view(ctx, area, await queries.find(ctx, tenantOf(area.path), area.path))
}

export const change = (ctx: Ctx, { id, revision, values }: Input<'building', 'change'>): Promise<View> => revise(ctx, id, values, { source: 'form' }, revision)

/** A building is there before anything is written of it: the first to write something makes its record. */
async function revise(ctx: Ctx, id: string, given: Values, from: From, seen?: number): Promise<View> {
  const area = await buildingAt(ctx, id)
  const subdistrict = tenantOf(area.path)
  const row = await queries.lock(ctx, subdistrict, area.path)
  if (seen !== undefined && (row?.revision ?? 0) !== seen) throw new Problem('base.changed')
  const standing: Standing = { kind: 'building', subdistrict, area: area.path, id: row?.id ?? ctx.newId(), values: row ? valuesOf(ctx, row) : {}, sources: (row?.sources ?? {}) as Sources, revision: row?.revision ?? 0 }
  const read = await readGiven(ctx, standing, given, standing.values)
  const revised = await settle(ctx, standing, read, from)
  const stored = { ...laidDown(ctx, await fieldsFor(ctx, 'building', standing), revised.values, kept), sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now }
  const after = row ? await queries.update(ctx, row, stored) : await queries.insert(ctx, { ...stored, subdistrict, id: standing.id, area: area.path, created_at: ctx.now })
  await note(ctx, standing, revised, from)
  ctx.record(changed('building', revised), subjectOf(area), { fields: revised.changed, source: from.source })
  return view(ctx, area, after)
}

export async function history(ctx: Ctx, { id }: Input<'building', 'history'>): Promise<Output<'building', 'history'>> {
  const { path } = await buildingAt(ctx, id)
  const row = await queries.find(ctx, tenantOf(path), path)
  return { rows: row ? await historyOf(ctx, { kind: 'building', subdistrict: row.subdistrict, area: path, id: row.id }) : [] }
}

/** Puts back what stood before a change. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'building', 'restore'>): Promise<View> {
  const { path } = await buildingAt(ctx, id)
  const row = found(await queries.find(ctx, tenantOf(path), path))
  return revise(ctx, id, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'building', 'reveal'>): Promise<Output<'building', 'reveal'>> {
  const area = await buildingAt(ctx, id)
  const row = await queries.find(ctx, tenantOf(area.path), area.path)
  return revealed(ctx, subjectOf(area), row ? valuesOf(ctx, row) : {}, { field, purpose })
}

const kept = { apart: [], sealedAs: 'building.sealed' }
const valuesOf = (ctx: Ctx, row: BuildingRow): Values => takenUp(ctx, row, kept.sealedAs)
const subjectOf = ({ path }: Area): Subject => ({ kind: 'building', id: path, subdistrict: tenantOf(path), area: path, may: 'base.view' })

/** A building that the person asking may see. */
async function buildingAt(ctx: Ctx, id: string): Promise<Area> {
  const area = await areaNamed(ctx, id)
  if (!isAreaPath(area.path) || levelOf(area.path) !== 'building' || !mayIn(ctx.actor, 'base.view', area.path)) throw new Problem('not-found')
  return area
}

async function view(ctx: Ctx, { path, name, fullName }: Area, row: BuildingRow | undefined): Promise<View> {
  const subdistrict = tenantOf(path)
  const values = row ? valuesOf(ctx, row) : {}
  const { highest, very_old: veryOld, living_alone: livingAlone, in_care: inCare, ...counts } = await queries.countIn(ctx, subdistrict, path, { old: yearsAgo(ctx.now, 60), veryOld: yearsAgo(ctx.now, 80), child: yearsAgo(ctx.now, 14) })
  return {
    id: path, name, area: path, areaName: fullName, values: await shownFor(ctx, 'building', { subdistrict, area: path }, values), counts: { ...counts, floors: highest ?? await queries.floorsOf(ctx, path), veryOld, livingAlone, inCare },
    revision: row?.revision ?? 0, checkedAt: row?.checked_at.toISOString() ?? null, mayEdit: mayIn(ctx.actor, 'base.edit', path), mayReveal: mayIn(ctx.actor, 'base.reveal', path),
  }
}

/** Who was born on this day or before is so old; 老年人权益保障法 says 60, ages of allowances 80, 儿童 of GB/T 31000 14. */
const yearsAgo = (now: Date, years: number) => `${Number(dayOf(now).slice(0, 4)) - years}${dayOf(now).slice(4).replace('02-29', '02-28')}`
