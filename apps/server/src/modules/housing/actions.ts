import { mostUnits, type Input, type Output, type Values } from '@linli/contract'
import { ageAt, dayOf, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { changed, fieldsFor, fieldViews, forgetFields, historyOf, knownOf, laidDown, lookedOver, readGiven, reveal as revealed, rewrite, setAnew, shownFor, stoodBefore, takenUp, without, type From, type Sources, type Standing } from '../record/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'housing', 'get'>

export const fields = async (ctx: Ctx, { area }: Input<'housing', 'fields'>): Promise<Output<'housing', 'fields'>> => ({ rows: await fieldViews(ctx, 'housing', { subdistrict: tenantOf(area), area }) })

export async function chart(ctx: Ctx, { building }: Input<'housing', 'chart'>): Promise<Output<'housing', 'chart'>> {
  const rows = await queries.listIn(ctx, tenantOf(building), building, mostUnits)
  const dwellers = new Map((await queries.listDwellers(ctx, tenantOf(building), building)).map((one) => [one.housing, one]))
  return { rows: rows.map((row) => {
    const { people = 0, born = null, groups = null } = dwellers.get(row.id) ?? {}
    return { ...rowView(row), people, eldest: born === null ? null : ageAt(born, dayOf(ctx.now)), groups: [...new Set(groups?.split(',').filter((group) => group !== ''))] }
  }) }
}

export const get = async (ctx: Ctx, { id }: Input<'housing', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

/** Units of a building by their doors; what is known of all of them alike may be said at once. */
export async function add(ctx: Ctx, { building, doors, values }: Input<'housing', 'add'>): Promise<Output<'housing', 'add'>> {
  if (levelOf(building) !== 'building') throw new Problem('input.invalid', { detail: '请选择楼幢', fields: [{ path: 'building', message: '请选择楼幢' }] })
  const { name } = await areaNamed(ctx, building)
  const subdistrict = tenantOf(building)
  const read = await readGiven(ctx, { kind: 'housing', subdistrict, area: building }, values)
  const [kept, addressOf] = [await stored(ctx, { subdistrict, area: building }, read), rules.addressesIn(name)]
  const rows = doors.map((door) => {
    const full = { ...door, floor: rules.floorOf(door) }
    return { ...kept, ...addressOf(full), ...full, subdistrict, id: ctx.newId(), area: building, place: rules.placeOf(building, full), sources: JSON.stringify({ '*': [1, 'form'] }), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now }
  })
  const added = (await queries.insertNew(ctx, rows)).length
  ctx.record('housing.added', { kind: 'housing', id: building, subdistrict, area: building, may: 'base.view' }, { added, building: name })
  return { added, existed: doors.length - added }
}

/** One door, and which unit it is: also where it was there already. */
export async function addOne(ctx: Ctx, { building, ...door }: Input<'doorstep', 'addUnit'>): Promise<queries.HousingRow> {
  await add(ctx, { building, doors: [door], values: {} })
  const row = await queries.findDoor(ctx, building, door)
  if (!row) throw new Problem('conflict.exists', { detail: '这个门牌登记过，后来注销了，请在工作台里处理' })
  return row
}

export const change = (ctx: Ctx, { id, revision, values }: Input<'housing', 'change'>): Promise<View> => revise(ctx, id, values, { source: 'form' }, revision)

export const standingOf = (ctx: Ctx, row: queries.HousingRow): Standing => ({ kind: 'housing', subdistrict: row.subdistrict, area: row.area, id: row.id, values: valuesOf(ctx, row), sources: row.sources as Sources, revision: row.revision })

/** Changes what is known of a unit, from any source. */
export async function revise(ctx: Ctx, id: string, given: Values, from: From, seen?: number): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (seen !== undefined && row.revision !== seen) throw new Problem('base.changed')
  const standing = standingOf(ctx, row)
  const revised = await rewrite(ctx, standing, given, from)
  const after = await queries.update(ctx, row, { ...await stored(ctx, row, revised.values), sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changed('housing', revised), { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' }, { fields: revised.changed, source: from.source })
  return view(ctx, after)
}

/** Looked over at the door and found right; `takenAt` is when, where it was told later. */
export async function confirmUnit(ctx: Ctx, id: string, takenAt?: string): Promise<void> {
  const row = found(await queries.lock(ctx, id))
  await queries.update(ctx, row, { checked_at: lookedOver(ctx.now, row.checked_at, takenAt), changed_at: ctx.now })
  ctx.record('housing.confirmed', { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' }, { fields: [], takenAt })
}

export async function history(ctx: Ctx, { id }: Input<'housing', 'history'>): Promise<Output<'housing', 'history'>> {
  const row = found(await queries.find(ctx, id))
  return { rows: await historyOf(ctx, { kind: 'housing', subdistrict: row.subdistrict, area: row.area, id }) }
}

/** Puts back what stood before a change. */
export async function restore(ctx: Ctx, { id, no, fields: names }: Input<'housing', 'restore'>): Promise<View> {
  const row = found(await queries.find(ctx, id))
  return revise(ctx, id, await stoodBefore(ctx, row, { no, fields: names }), { source: 'restore', ref: String(no) })
}

/** All tags of a unit, as a whole. @returns what it had. */
export async function putTags(ctx: Ctx, id: string, tags: string[]): Promise<Subject & { had: string[] }> {
  const row = found(await queries.lock(ctx, id))
  await queries.update(ctx, row, { tags, ...setAnew(row, 'tags'), changed_at: ctx.now })
  return { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view', had: row.tags }
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'housing', 'reveal'>): Promise<Output<'housing', 'reveal'>> {
  const row = found(await queries.find(ctx, id))
  return revealed(ctx, { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' }, valuesOf(ctx, row), { field, purpose })
}

/** Deletes values with their history, when they have been kept long enough. @returns those there was a value of. */
export async function forget(ctx: Ctx, id: string, names: readonly string[]): Promise<string[]> {
  const row = found(await queries.lock(ctx, id))
  const before = valuesOf(ctx, row)
  const after = await queries.update(ctx, row, { ...await stored(ctx, row, without(before, names)), sources: JSON.stringify(without(row.sources as Sources, names)), revision: row.revision + 1, changed_at: ctx.now })
  await forgetFields(ctx, standingOf(ctx, row), { no: after.revision, names })
  ctx.record('housing.forgotten', { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' }, { fields: names })
  return knownOf(before, names)
}

const sealed = { apart: ['use', 'state'], sealedAs: 'housing.sealed' }

/** Values with a column of their own; all others lie in `facts`, sensitive ones sealed. */
export async function stored(ctx: Ctx, place: Pick<Standing, 'subdistrict' | 'area'>, values: Values) {
  return { use: (values.use ?? null) as string | null, state: (values.state ?? null) as string | null, ...laidDown(ctx, await fieldsFor(ctx, 'housing', place), values, sealed) }
}

export const valuesOf = (ctx: Ctx, row: queries.HousingRow): Values => ({ use: row.use, state: row.state, ...takenUp(ctx, row, sealed.sealedAs) })

export const rowView = (row: queries.HousingRow) => ({ id: row.id, area: row.area, entrance: row.entrance, floor: row.floor, room: row.room, part: row.part, address: row.address, use: row.use, state: row.state, checkedAt: row.checked_at.toISOString() })

const view = async (ctx: Ctx, row: queries.HousingRow): Promise<View> => ({
  ...rowView(row), values: await shownFor(ctx, 'housing', row, valuesOf(ctx, row)), tags: row.tags, revision: row.revision, areaName: (await areaNamed(ctx, row.area)).fullName, mayEdit: mayIn(ctx.actor, 'base.edit', row.area),
})

/** One as it stands, for what sources say of it. */
export async function stands(ctx: Ctx, id: string) {
  const row = await queries.find(ctx, id)
  return row && { name: row.address, standing: standingOf(ctx, row), subject: { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' } satisfies Subject }
}
