import type { Field, Input, Output, Values } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { ownPlaceFor } from '../person/index.ts'
import { changed, fieldsFor, fieldViews, forgetFields, historyOf, knownOf, note, ownCondition, readGiven, reveal as revealed, rewrite, setAnew, settle, stoodBefore, without, type From, type Sources, type Standing } from '../record/index.ts'
import * as queries from './queries.ts'
import type { EnterpriseRow } from './queries.ts'
import { rowOf, valuesOf } from './row.ts'
import { filledIn } from './rules.ts'
import { rowViews, view } from './view.ts'

type View = Output<'enterprise', 'get'>

const subjectOf = ({ id, subdistrict, area }: Pick<EnterpriseRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'enterprise', id, subdistrict, area, may: 'base.view' })
export const standingOf = (ctx: Ctx, row: EnterpriseRow): Standing => ({ kind: 'enterprise', subdistrict: row.subdistrict, area: row.area, id: row.id, values: valuesOf(ctx, row), sources: row.sources as Sources, revision: row.revision })

export const fields = async (ctx: Ctx, { area }: Input<'enterprise', 'fields'>): Promise<Output<'enterprise', 'fields'>> => ({ rows: await fieldViews(ctx, 'enterprise', { subdistrict: tenantOf(area), area }) })

export async function list(ctx: Ctx, { after, limit, area = ctx.actor.area, own, ...filters }: Input<'enterprise', 'list'>): Promise<Output<'enterprise', 'list'>> {
  const subdistrict = tenantOf(area)
  const page = cut(await queries.list(ctx, { ...filters, area, subdistrict, own: await ownCondition(ctx, 'enterprise', { subdistrict, area }, own) }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, id }) => [place, id])
  return { next: page.next, rows: await rowViews(ctx, page.rows) }
}

export const get = async (ctx: Ctx, { id }: Input<'enterprise', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

/** Somebody new at a place. @throws Problem base.enterprise-exists where the credit code is known already. */
export async function enter(ctx: Ctx, { values, at }: Input<'enterprise', 'enter'>): Promise<View> {
  const { subdistrict, area, place, housing, address } = await ownPlaceFor(ctx, at)
  const read = filledIn(await readGiven(ctx, { kind: 'enterprise', subdistrict, area }, values))
  if (!read.name) throw new Problem('input.invalid', { fields: [{ path: 'values.name', message: '请填写名称' }] })
  await refuseTwice(ctx, subdistrict, read)
  const standing: Standing = { kind: 'enterprise', subdistrict, area, id: ctx.newId(), values: {}, sources: {}, revision: 0 }
  const revised = await settle(ctx, standing, read, { source: 'form' })
  const stored = rowOf(ctx, await fieldsFor(ctx, 'enterprise', standing), read)
  const row = await queries.insert(ctx, { ...stored, subdistrict, id: standing.id, area, place, housing, address, sources: JSON.stringify(revised.sources), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now })
  await note(ctx, standing, revised, { source: 'form' })
  ctx.record('enterprise.entered', subjectOf(row), { fields: revised.changed })
  return view(ctx, row)
}

export const change = (ctx: Ctx, { id, revision, values }: Input<'enterprise', 'change'>): Promise<View> => revise(ctx, id, values, { source: 'form' }, revision)

/** Changes what is known, from any source. */
export async function revise(ctx: Ctx, id: string, given: Values, from: From, seen?: number): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (seen !== undefined && row.revision !== seen) throw new Problem('base.changed')
  const standing = standingOf(ctx, row)
  const revised = await rewrite(ctx, standing, filledIn(given, standing.values), from)
  if (revised.changed.includes('creditCode')) await refuseTwice(ctx, row.subdistrict, revised.values)
  const stored = rowOf(ctx, await fieldsFor(ctx, 'enterprise', row), revised.values)
  const after = await queries.update(ctx, row, { ...stored, sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changed('enterprise', revised), subjectOf(after), { fields: revised.changed, source: from.source })
  return view(ctx, after)
}

async function refuseTwice(ctx: Ctx, subdistrict: number, { creditCode }: Values): Promise<void> {
  if (typeof creditCode !== 'string') return
  const other = await queries.findByCode(ctx, subdistrict, creditCode)
  if (other) throw new Problem('base.enterprise-exists', { detail: `该统一社会信用代码已登记：${other.name}，${other.address ?? ''}`, enterprise: other.id })
  const community = await queries.communityOfCode(ctx, subdistrict, creditCode)
  if (community !== null) throw new Problem('base.enterprise-exists', { detail: `该统一社会信用代码已在${(await areaNames(ctx, [community])).get(community) ?? '其他社区'}登记` })
}

export async function move(ctx: Ctx, { id, revision, at }: Input<'enterprise', 'move'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.revision !== revision) throw new Problem('base.changed')
  const { subdistrict, area, place, housing, address } = await ownPlaceFor(ctx, at)
  if (subdistrict !== row.subdistrict) throw new Problem('input.invalid', { detail: '不能迁到别的街道' })
  const after = await queries.update(ctx, row, { area, place, housing, address, revision: row.revision + 1, changed_at: ctx.now, checked_at: ctx.now })
  await note(ctx, { ...standingOf(ctx, after), values: { address: row.address ?? (await areaNames(ctx, [row.area])).get(row.area) ?? null } }, { values: {}, changed: ['address'], overruled: [], sources: {}, revision: after.revision }, { source: 'form' })
  ctx.record('enterprise.moved', subjectOf(after), { from: row.area, fromAddress: row.address, address })
  return view(ctx, after)
}

/** Where it is stands beside its fields. */
const besides: readonly Field[] = [{ name: 'address', label: '地址', type: 'text', part: 'registration' }]

export async function history(ctx: Ctx, { id }: Input<'enterprise', 'history'>): Promise<Output<'enterprise', 'history'>> {
  const row = found(await queries.find(ctx, id))
  return { rows: await historyOf(ctx, { kind: 'enterprise', subdistrict: row.subdistrict, area: row.area, id }, besides) }
}

/** Puts back what stood before a change. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'enterprise', 'restore'>): Promise<View> {
  const row = found(await queries.find(ctx, id))
  return revise(ctx, id, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

/** All tags of one, as a whole. @returns what it had. */
export async function putTags(ctx: Ctx, id: string, tags: string[]): Promise<Subject & { had: string[] }> {
  const row = found(await queries.lock(ctx, id))
  return { ...subjectOf(await queries.update(ctx, row, { tags, ...setAnew(row, 'tags'), changed_at: ctx.now })), had: row.tags }
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'enterprise', 'reveal'>): Promise<Output<'enterprise', 'reveal'>> {
  const row = found(await queries.find(ctx, id))
  return revealed(ctx, subjectOf(row), valuesOf(ctx, row), { field, purpose })
}

/** Deletes values with their history, when they have been kept long enough. @returns those there was a value of. */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<string[]> {
  const row = found(await queries.lock(ctx, id))
  const before = valuesOf(ctx, row)
  const left = { ...without(before, names), name: names.includes('name') ? '（已清理）' : row.name }
  const after = await queries.update(ctx, row, { ...rowOf(ctx, await fieldsFor(ctx, 'enterprise', row), left), sources: JSON.stringify(without(row.sources as Sources, names)), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, standingOf(ctx, row), { no: after.revision, names })
  ctx.record('enterprise.forgotten', subjectOf(after), { fields: names })
  return knownOf(before, names)
}

/** One as it stands, for what sources say of it. */
export async function stands(ctx: Ctx, id: string) {
  const row = await queries.find(ctx, id)
  return row && { name: row.name, standing: standingOf(ctx, row), subject: subjectOf(row) }
}
