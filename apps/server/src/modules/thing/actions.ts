import type { Field, Input, Output, Values } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { changed as changedOf, fieldsFor, fieldViews, forgetFields, historyOf, knownOf, note, ownCondition, readGiven, reveal as revealed, rewrite, setAnew, settle, stoodBefore, without, type From, type Sources, type Standing } from '../record/index.ts'
import { subdistrictsIn } from '../organisation/index.ts'
import { ownerFor, spotFor } from './place.ts'
import * as queries from './queries.ts'
import type { ThingRow } from './queries.ts'
import { rowOf, rowViews, valuesOf, view } from './row.ts'

type View = Output<'thing', 'get'>
/** Whoever needs more says more of the name. */
const mostFound = 2000

const subjectOf = ({ id, subdistrict, area }: Pick<ThingRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'thing', id, subdistrict, area, may: 'base.view' })
export const standingOf = (ctx: Ctx, row: ThingRow): Standing => ({ kind: 'thing', subdistrict: row.subdistrict, area: row.area, id: row.id, values: valuesOf(ctx, row), sources: row.sources as Sources, revision: row.revision })

export const fields = async (ctx: Ctx, { area }: Input<'thing', 'fields'>): Promise<Output<'thing', 'fields'>> => ({ rows: await fieldViews(ctx, 'thing', { subdistrict: tenantOf(area), area }) })

export async function list(ctx: Ctx, { after, limit, area = ctx.actor.area, own, text, ...filters }: Input<'thing', 'list'>): Promise<Output<'thing', 'list'>> {
  const subdistrict = tenantOf(area)
  const among = text === undefined ? undefined : await thingsFound(ctx, area, text)
  const page = cut(await queries.list(ctx, { ...filters, area, subdistrict, among, own: await ownCondition(ctx, 'thing', { subdistrict, area }, own) }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, id }) => [place, id])
  return { next: page.next, rows: await rowViews(ctx, page.rows) }
}

/** Those whose name has these letters, or whose code it is. */
export const thingsFound = async (ctx: Ctx, area: string, text: string): Promise<string[]> => (await queries.findBy(ctx, await subdistrictsIn(ctx, [area]), text.replace(/\s/g, ''), mostFound)).map(({ id }) => id)

export const get = async (ctx: Ctx, { id }: Input<'thing', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

export async function enter(ctx: Ctx, { values, owner, at, point }: Input<'thing', 'enter'>): Promise<View> {
  const spot = await spotFor(ctx, { at, point })
  const standing: Standing = { kind: 'thing', subdistrict: spot.subdistrict, area: spot.area, id: ctx.newId(), values: {}, sources: {}, revision: 0 }
  const read = await readGiven(ctx, standing, values)
  const missing = [{ path: 'values.name', message: '请填写名称' }, { path: 'values.kind', message: '请选择部件类型' }].filter(({ path }) => !read[path.slice(7)])
  if (missing.length > 0) throw new Problem('input.invalid', { fields: missing })
  const revised = await settle(ctx, standing, read, { source: 'form' })
  const row = await queries.insert(ctx, {
    ...rowOf(ctx, await fieldsFor(ctx, 'thing', standing), read), ...spot, id: standing.id, owner: await ownerFor(ctx, spot.subdistrict, owner), sources: JSON.stringify(revised.sources), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now,
  })
  await note(ctx, standing, revised, { source: 'form' })
  ctx.record('thing.entered', subjectOf(row), { fields: revised.changed, kind: row.kind })
  return view(ctx, row)
}

export const change = async (ctx: Ctx, { id, revision, values }: Input<'thing', 'change'>): Promise<View> => revise(ctx, await standingThing(ctx, id, revision), values, { source: 'form' })

async function revise(ctx: Ctx, row: ThingRow, given: Values, from: From): Promise<View> {
  const revised = await rewrite(ctx, standingOf(ctx, row), given, from)
  const after = await queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'thing', row), revised.values), sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changedOf('thing', revised), subjectOf(after), { fields: revised.changed, source: from.source })
  return view(ctx, after)
}

export async function move(ctx: Ctx, { id, revision, owner, at, point }: Input<'thing', 'move'>): Promise<View> {
  const row = await standingThing(ctx, id, revision)
  const spot = at || point ? await spotFor(ctx, { at, point }) : undefined
  if (spot && spot.subdistrict !== row.subdistrict) throw new Problem('input.invalid', { detail: '不能移到别的街道' })
  const after = await queries.update(ctx, row, { ...spot, ...(owner !== undefined && { owner: await ownerFor(ctx, row.subdistrict, owner) }), revision: row.revision + 1, changed_at: ctx.now, checked_at: ctx.now })
  const [before] = await rowViews(ctx, [row])
  const changed = [...(spot ? ['address'] : []), ...(after.owner === row.owner ? [] : ['owner'])]
  await note(ctx, { ...standingOf(ctx, after), values: { address: before!.address ?? before!.areaName, owner: before!.owner?.name ?? null } }, { values: {}, changed, overruled: [], sources: {}, revision: after.revision }, { source: 'form' })
  ctx.record('thing.moved', subjectOf(after), { ...(spot && { from: row.area, fromAddress: row.address, address: after.address }), ...(after.owner !== row.owner && { fromOwner: row.owner, owner: after.owner }) })
  return view(ctx, after)
}

/** It is there no more; its record stays. */
export async function retire(ctx: Ctx, { id, on }: Input<'thing', 'retire'>): Promise<View> {
  const row = await standingThing(ctx, id)
  const after = await queries.update(ctx, row, { ended_on: on, changed_at: ctx.now })
  ctx.record('thing.retired', subjectOf(after), { on })
  return view(ctx, after)
}

/** Where it is and whose stand beside its fields. */
const besides: readonly Field[] = [{ name: 'address', label: '位置', type: 'text', part: 'thing' }, { name: 'owner', label: '权属单位', type: 'text', part: 'care' }]

export async function history(ctx: Ctx, { id }: Input<'thing', 'history'>): Promise<Output<'thing', 'history'>> {
  const row = found(await queries.find(ctx, id))
  return { rows: await historyOf(ctx, { kind: 'thing', subdistrict: row.subdistrict, area: row.area, id }, besides) }
}

/** Puts back what stood before a change. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'thing', 'restore'>): Promise<View> {
  const row = await standingThing(ctx, id)
  return revise(ctx, row, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

/** All tags of one, as a whole. @returns what it had. */
export async function putTags(ctx: Ctx, id: string, tags: string[]): Promise<Subject & { had: string[] }> {
  const row = await standingThing(ctx, id)
  return { ...subjectOf(await queries.update(ctx, row, { tags, ...setAnew(row, 'tags'), changed_at: ctx.now })), had: row.tags }
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'thing', 'reveal'>): Promise<Output<'thing', 'reveal'>> {
  const row = found(await queries.find(ctx, id))
  return revealed(ctx, subjectOf(row), valuesOf(ctx, row), { field, purpose })
}

async function standingThing(ctx: Ctx, id: string, seen?: number): Promise<ThingRow> {
  const row = found(await queries.lock(ctx, id))
  if (row.ended_on !== null) throw new Problem('base.changed', { detail: '这条记录已经注销' })
  if (seen !== undefined && row.revision !== seen) throw new Problem('base.changed')
  return row
}

/** Deletes values with their history, when they have been kept long enough; what kind of thing it was is said of nobody. @returns those there was a value of. */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<string[]> {
  const row = found(await queries.lock(ctx, id))
  const before = valuesOf(ctx, row)
  const left = { ...without(before, names), kind: row.kind, name: names.includes('name') ? '（已清理）' : row.name }
  const after = await queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'thing', row), left), sources: JSON.stringify(without(row.sources as Sources, names)), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, standingOf(ctx, row), { no: after.revision, names })
  ctx.record('thing.forgotten', subjectOf(after), { fields: names })
  return knownOf(before, names)
}

/** One as it stands, for what sources say of it. */
export async function stands(ctx: Ctx, id: string) {
  const row = await queries.find(ctx, id)
  return row && { name: row.name, standing: standingOf(ctx, row), subject: subjectOf(row) }
}

/** Changes what is known, from any source, for the module that has decided it. */
export const reviseOne = async (ctx: Ctx, id: string, given: Values, from: From): Promise<View> => revise(ctx, await standingThing(ctx, id), given, from)
