import type { Input, Output, Values } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames, subdistrictsIn } from '../organisation/index.ts'
import { changed, fieldsFor, fieldViews, historyOf, keepAside, note, ownWanted, readGiven, reveal as revealed, setAnew, settle, stoodBefore, type From, type Standing } from '../record/index.ts'
import { tellApartFrom } from '../twin/index.ts'
import { besideWords } from './beside.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'
import { filledIn, rowOf, sourcesOf, valuesOf } from './row.ts'
import { draftOf, refuseAlike } from './alike.ts'
import { ownPlaceFor } from './place.ts'
import { mayWith, rowView, view } from './view.ts'

type View = Output<'person', 'get'>

export const subjectOf = ({ id, subdistrict, area }: Pick<PersonRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'person', id, subdistrict, area, may: 'base.view' })

export const fields = async (ctx: Ctx, { area }: Input<'person', 'fields'>): Promise<Output<'person', 'fields'>> => ({ rows: await fieldViews(ctx, 'person', { subdistrict: tenantOf(area), area }) })

export async function list(ctx: Ctx, { after, limit, area = ctx.actor.area, own, ...filters }: Input<'person', 'list'>): Promise<Output<'person', 'list'>> {
  const wanted = await ownWanted(ctx, 'person', { subdistrict: tenantOf(area), area }, own)
  const rows = await queries.list(ctx, { ...filters, subdistricts: await subdistrictsIn(ctx, [area]), area, own: wanted }, { after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, ({ sorted, residency }) => [sorted, residency])
  const names = await areaNames(ctx, [...new Set(page.rows.map((row) => row.area))])
  return { next: page.next, rows: page.rows.map((row) => rowView(ctx, row, names)) }
}

export const get = async (ctx: Ctx, { id }: Input<'person', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

/** Somebody new at a place. @throws Problem base.person-exists where their number is known already, base.person-alike where it might be somebody who is there. */
export const enter = (ctx: Ctx, input: Input<'person', 'enter'>): Promise<View> => enterFrom(ctx, input, { source: 'form' })

/** The same, from any source. */
export async function enterFrom(ctx: Ctx, { values, at, role, since, isSomebodyElse }: Input<'person', 'enter'>, from: From): Promise<View> {
  const place = await ownPlaceFor(ctx, at)
  const read = filledIn(await readGiven(ctx, { kind: 'person', ...place }, values))
  if (!read.name) throw new Problem('input.invalid', { fields: [{ path: 'values.name', message: '请填写姓名' }] })
  const stored = rowOf(ctx, await fieldsFor(ctx, 'person', place), read)
  if (stored.number_index) await refuseTwice(ctx, place.subdistrict, stored.number_index)
  const alike = await refuseAlike(ctx, place, { ...draftOf(stored), homes: place.housing === null ? [] : [place.housing] }, isSomebodyElse)
  const standing: Standing = { kind: 'person', subdistrict: place.subdistrict, area: place.area, id: ctx.newId(), values: {}, sources: {}, revision: 0 }
  const revised = await settle(ctx, standing, read, from)
  const row = await queries.insert(ctx, { ...stored, subdistrict: place.subdistrict, id: standing.id, area: place.area, address: place.address, sources: JSON.stringify(revised.sources), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now })
  await queries.insertResidency(ctx, { subdistrict: row.subdistrict, id: ctx.newId(), area: place.area, place: place.place, person: row.id, housing: place.housing, role, since, created_at: ctx.now, created_by: ctx.actor.id })
  await note(ctx, standing, revised, from)
  if (alike.length > 0) await tellApartFrom(ctx, row.subdistrict, row, alike)
  ctx.record('person.entered', subjectOf(row), { fields: revised.changed, ...(alike.length > 0 && { isNot: alike.map(({ id }) => id) }) })
  return view(ctx, row)
}

export const change = (ctx: Ctx, { id, revision, values }: Input<'person', 'change'>): Promise<View> => revise(ctx, id, values, { source: 'form' }, revision)

/** What somebody says of themself, written down by who made sure that it is them. */
export const changeFor = async (ctx: Ctx, id: string, values: Values, from: From): Promise<void> => void await revise(ctx, id, values, from)

/** Changes what is known of somebody, from any source. */
export async function revise(ctx: Ctx, id: string, given: Values, from: From, seen?: number): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.merged_into !== null) throw new Problem('base.merged')
  if (seen !== undefined && row.revision !== seen) throw new Problem('base.changed')
  const standing = standingOf(ctx, row)
  const read = filledIn(await readGiven(ctx, standing, given, standing.values))
  const revised = await settle(ctx, standing, read, from)
  const stored = rowOf(ctx, await fieldsFor(ctx, 'person', row), revised.values)
  if (stored.number_index && revised.changed.includes('certificateNumber')) await refuseTwice(ctx, row.subdistrict, stored.number_index)
  await note(ctx, standing, revised, from)
  await keepAside(ctx, standing, read, revised.overruled, from)
  const after = await queries.update(ctx, row, { ...stored, sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changed('person', revised), subjectOf(after), { fields: revised.changed, source: from.source })
  return view(ctx, after)
}

export const standingOf = (ctx: Ctx, row: PersonRow): Standing => ({ kind: 'person', subdistrict: row.subdistrict, area: row.area, id: row.id, values: valuesOf(ctx, row), sources: sourcesOf(row), revision: row.revision })

export async function refuseTwice(ctx: Ctx, subdistrict: number, index: Buffer): Promise<void> {
  const other = await queries.findByNumber(ctx, subdistrict, index)
  if (other) throw new Problem('base.person-exists', { detail: `该证件号码已登记：${other.name}，${other.address ?? ''}`, person: other.id })
  const community = await queries.communityOfNumber(ctx, subdistrict, index)
  if (community !== null) throw new Problem('base.person-elsewhere', { detail: `该证件号码已在${(await areaNames(ctx, [community])).get(community) ?? '其他社区'}登记，请联系该社区办理迁移` })
}

export async function history(ctx: Ctx, { id }: Input<'person', 'history'>): Promise<Output<'person', 'history'>> {
  const row = found(await queries.find(ctx, id))
  const rows = await historyOf(ctx, { kind: 'person', subdistrict: row.subdistrict, area: row.area, id })
  for (const one of await queries.listMergedInto(ctx, row)) rows.push(...(await historyOf(ctx, { kind: 'person', ...one })).map((revision) => ({ ...revision, isOfMerged: true })))
  return { rows: rows.map((one) => ({ ...one, fields: one.fields.map((field) => ({ ...field, before: besideWords(field.name, field.before) })) })) }
}

/** Puts back what stood before a change. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'person', 'restore'>): Promise<View> {
  const row = found(await queries.find(ctx, id))
  return revise(ctx, id, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

/** All tags of somebody, as a whole. @returns what it had. */
export async function putTags(ctx: Ctx, id: string, tags: string[]): Promise<Subject & { had: string[] }> {
  const row = found(await queries.lock(ctx, id))
  return { ...subjectOf(await queries.update(ctx, row, { tags, ...setAnew(row, 'tags'), changed_at: ctx.now })), had: row.tags }
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'person', 'reveal'>): Promise<Output<'person', 'reveal'>> {
  const row = found(await queries.find(ctx, id))
  return revealed(ctx, subjectOf(row), valuesOf(ctx, row), { field, purpose, isAllowed: mayWith(ctx, 'base.reveal', row, await queries.listResidencies(ctx, row)) })
}
