import type { Input, Output, Values } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { ownPlaceFor, putInHousehold } from '../person/index.ts'
import { changed, fieldsFor, fieldViews, forgetFields, knownOf, laidDown, note, ownCondition, readGiven, reveal as revealed, rewrite, setAnew, settle, stoodBefore, without, type From, type Sources, type Standing } from '../record/index.ts'
import { lookedUp } from './look.ts'
import * as queries from './queries.ts'
import type { HouseholdRow, MemberRow } from './queries.ts'
import { hindrance, type Home } from './rules.ts'
import { kept, rowViews, valuesOf, view } from './view.ts'

type View = Output<'household', 'get'>
interface Members { members: string[], head: string | null }

export const subjectOf = ({ id, subdistrict, area }: Pick<HouseholdRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'household', id, subdistrict, area, may: 'base.view' })
export const standingOf = (ctx: Ctx, row: HouseholdRow): Standing => ({ kind: 'household', subdistrict: row.subdistrict, area: row.area, id: row.id, values: valuesOf(ctx, row), sources: row.sources as Sources, revision: row.revision })

export const fields = async (ctx: Ctx, { area }: Input<'household', 'fields'>): Promise<Output<'household', 'fields'>> => ({ rows: await fieldViews(ctx, 'household', { subdistrict: tenantOf(area), area }) })

export async function list(ctx: Ctx, { after, limit, area = ctx.actor.area, own, text, ...filters }: Input<'household', 'list'>): Promise<Output<'household', 'list'>> {
  const subdistrict = tenantOf(area)
  const page = cut(await queries.list(ctx, { ...filters, area, subdistrict, among: text === undefined ? undefined : await lookedUp(ctx, area, text), own: await ownCondition(ctx, 'household', { subdistrict, area }, own) }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ place, id }) => [place, id])
  return { next: page.next, rows: await rowViews(ctx, page.rows) }
}

export const get = async (ctx: Ctx, { id }: Input<'household', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

export async function form(ctx: Ctx, { values, at, members, head }: Input<'household', 'form'>): Promise<View> {
  const row = await formAt(ctx, await ownPlaceFor(ctx, at), { values, members, head })
  return view(ctx, row)
}

/** A household of those who live at a place; `from` is the one they were in until now. */
export async function formAt(ctx: Ctx, { subdistrict, area, place, housing, address }: Pick<HouseholdRow, 'subdistrict' | 'area' | 'place' | 'housing' | 'address'>, { values, members, head, from }: Members & { values: Values, from?: string }): Promise<HouseholdRow> {
  const standing: Standing = { kind: 'household', subdistrict, area, id: ctx.newId(), values: {}, sources: {}, revision: 0 }
  const read = await readGiven(ctx, standing, values)
  await refuseWrong(ctx, subdistrict, { id: null, area, housing }, { members, head })
  const revised = await settle(ctx, standing, read, { source: 'form' })
  const row = await queries.insert(ctx, { ...await stored(ctx, standing, revised.values), subdistrict, id: standing.id, area, place, housing, address, head, sources: JSON.stringify(revised.sources), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now })
  await putInHousehold(ctx, subdistrict, members, row.id)
  await note(ctx, standing, { ...revised, changed: [...revised.changed, 'members'] }, { source: 'form' })
  ctx.record('household.formed', subjectOf(row), { fields: revised.changed, members: members.length, ...(from !== undefined && { from }) })
  return row
}

/** Who is in it and who answers for it, as a whole: who is not named any more is out of it. */
export async function arrange(ctx: Ctx, { id, revision, members, head }: Input<'household', 'arrange'>): Promise<View> {
  const row = await standingHousehold(ctx, id, revision)
  const { after, joined, left } = await rearranged(ctx, row, { members, head })
  ctx.record('household.arranged', subjectOf(after), { joined, left, hasNewHead: head !== row.head })
  return view(ctx, after)
}

/** The same for whoever has decided it and records it. */
export async function rearranged(ctx: Ctx, row: HouseholdRow, { members, head }: Members): Promise<{ after: HouseholdRow, joined: number, left: number }> {
  await refuseWrong(ctx, row.subdistrict, row, { members, head })
  const present = (await queries.listMembers(ctx, row)).filter(({ until }) => until === null)
  const leaving = present.filter((one) => !members.includes(one.id))
  const joining = members.filter((one) => !present.some((member) => member.id === one))
  await putInHousehold(ctx, row.subdistrict, leaving.map((one) => one.id), null)
  await putInHousehold(ctx, row.subdistrict, joining, row.id)
  const names = [...(leaving.length + joining.length > 0 ? ['members'] : []), ...(head === row.head ? [] : ['head'])]
  const no = names.length > 0 ? row.revision + 1 : row.revision
  await noteMembers(ctx, row, present, { names, no })
  return { after: await queries.update(ctx, row, { head, revision: no, changed_at: ctx.now, checked_at: ctx.now }), joined: joining.length, left: leaving.length }
}

/** Who was in it and who answered for it, before that changes. */
export async function noteMembers(ctx: Ctx, row: HouseholdRow, present: readonly MemberRow[], { names, no }: { names: string[], no: number }): Promise<void> {
  const before = { members: present.map(({ person }) => person).join(',') || null, head: row.head }
  await note(ctx, { ...standingOf(ctx, row), values: before }, { values: {}, changed: names, overruled: [], sources: {}, revision: no }, { source: 'form' })
}

export const change = async (ctx: Ctx, { id, revision, values }: Input<'household', 'change'>): Promise<View> => revise(ctx, await standingHousehold(ctx, id, revision), values, { source: 'form' })

async function revise(ctx: Ctx, row: HouseholdRow, given: Values, from: From): Promise<View> {
  const revised = await rewrite(ctx, standingOf(ctx, row), given, from)
  const after = await queries.update(ctx, row, { ...await stored(ctx, row, revised.values), sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changed('household', revised), subjectOf(after), { fields: revised.changed, source: from.source })
  return view(ctx, after)
}

/** It is no more: its people stay where they live, in no household. */
export async function end(ctx: Ctx, { id, on }: Input<'household', 'end'>): Promise<View> {
  const row = await standingHousehold(ctx, id)
  await putInHousehold(ctx, row.subdistrict, (await queries.listMembers(ctx, row)).filter(({ until }) => until === null).map((one) => one.id), null)
  const after = await queries.update(ctx, row, { ended_on: on, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record('household.ended', subjectOf(after), { on })
  return view(ctx, after)
}

/** Puts back what stood before a change; members and head are put back by arranging them. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'household', 'restore'>): Promise<View> {
  const row = await standingHousehold(ctx, id)
  return revise(ctx, row, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

/** All tags of one, as a whole. @returns what it had. */
export async function putTags(ctx: Ctx, id: string, tags: string[]): Promise<Subject & { had: string[] }> {
  const row = await standingHousehold(ctx, id)
  return { ...subjectOf(await queries.update(ctx, row, { tags, ...setAnew(row, 'tags'), changed_at: ctx.now })), had: row.tags }
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'household', 'reveal'>): Promise<Output<'household', 'reveal'>> {
  const row = found(await queries.find(ctx, id))
  return revealed(ctx, subjectOf(row), valuesOf(ctx, row), { field, purpose })
}

export async function standingHousehold(ctx: Ctx, id: string, seen?: number): Promise<HouseholdRow> {
  const row = found(await queries.lock(ctx, id))
  if (row.ended_on !== null) throw new Problem('base.changed', { detail: '这一户已经销户' })
  if (seen !== undefined && row.revision !== seen) throw new Problem('base.changed')
  return row
}

async function refuseWrong(ctx: Ctx, subdistrict: number, home: Home, { members, head }: Members): Promise<void> {
  const why = hindrance(home, members, await queries.lockResidencies(ctx, subdistrict, members), head)
  if (why !== undefined) throw new Problem('input.invalid', { detail: why, fields: [{ path: 'members', message: why }] })
}

export async function stored(ctx: Ctx, place: Pick<Standing, 'subdistrict' | 'area'>, values: Values) {
  return { no: (values.no ?? null) as string | null, kind: (values.kind ?? null) as string | null, ...laidDown(ctx, await fieldsFor(ctx, 'household', place), values, kept) }
}

/** Deletes values with their history, when they have been kept long enough. @returns those there was a value of. */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<string[]> {
  const row = found(await queries.lock(ctx, id))
  const before = valuesOf(ctx, row)
  const after = await queries.update(ctx, row, { ...await stored(ctx, row, without(before, names)), sources: JSON.stringify(without(row.sources as Sources, names)), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, standingOf(ctx, row), { no: after.revision, names })
  ctx.record('household.forgotten', subjectOf(after), { fields: names })
  return knownOf(before, names)
}

/** One as it stands, for what sources say of it. */
export async function stands(ctx: Ctx, id: string) {
  const row = await queries.find(ctx, id)
  return row && { name: row.address ?? row.no ?? '', standing: standingOf(ctx, row), subject: subjectOf(row) }
}

/** Changes what is known, from any source, for the module that has decided it. */
export const reviseOne = async (ctx: Ctx, id: string, given: Values, from: From): Promise<View> => revise(ctx, await standingHousehold(ctx, id), given, from)
