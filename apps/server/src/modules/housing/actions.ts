import { mostUnits, type Input, type Output, type Values } from '@linli/contract'
import { levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { changed, fieldViews, historyOf, note, readGiven, settle, shownFor, type Sources, type Standing } from '../record/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'housing', 'get'>

export const fields = async (ctx: Ctx, { area }: Input<'housing', 'fields'>): Promise<Output<'housing', 'fields'>> => ({ rows: await fieldViews(ctx, 'housing', { subdistrict: tenantOf(area), area }) })

export async function chart(ctx: Ctx, { building }: Input<'housing', 'chart'>): Promise<Output<'housing', 'chart'>> {
  const rows = await queries.listIn(ctx, tenantOf(building), building, mostUnits)
  return { rows: rows.map((row) => ({ ...rowView(row), people: row.people ?? 0 })) }
}

export const get = async (ctx: Ctx, { id }: Input<'housing', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

/** Units of a building by their doors; what is known of all of them alike may be said at once. */
export async function add(ctx: Ctx, { building, doors, values }: Input<'housing', 'add'>): Promise<Output<'housing', 'add'>> {
  if (levelOf(building) !== 'building') throw new Problem('input.invalid', { detail: '请选择楼幢', fields: [{ path: 'building', message: '请选择楼幢' }] })
  const { name } = await areaNamed(ctx, building)
  const subdistrict = tenantOf(building)
  const read = await readGiven(ctx, { kind: 'housing', subdistrict, area: building }, values)
  const addressOf = rules.addressesIn(name)
  const rows = doors.map((door) => {
    const full = { ...door, floor: rules.floorOf(door) }
    return { ...stored(read), ...addressOf(full), ...full, subdistrict, id: ctx.newId(), area: building, place: rules.placeOf(building, full), sources: JSON.stringify({ '*': [1, 'form'] }), created_at: ctx.now, changed_at: ctx.now, checked_at: ctx.now }
  })
  const added = await queries.insertNew(ctx, rows)
  ctx.record('housing.added', { kind: 'housing', id: building, subdistrict, area: building, may: 'base.view' }, { added, building: name })
  return { added, existed: doors.length - added }
}

export async function change(ctx: Ctx, { id, revision, values }: Input<'housing', 'change'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.revision !== revision) throw new Problem('base.changed')
  const standing: Standing = { kind: 'housing', subdistrict: row.subdistrict, area: row.area, id, values: valuesOf(row), sources: row.sources as Sources, revision: row.revision }
  const revised = await settle(ctx, standing, await readGiven(ctx, standing, values, standing.values), { source: 'form' })
  await note(ctx, standing, revised, { source: 'form' })
  const after = await queries.update(ctx, row, { ...stored(revised.values), sources: JSON.stringify(revised.sources), revision: revised.revision, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record(changed('housing', revised), { kind: 'housing', id, subdistrict: row.subdistrict, area: row.area, may: 'base.view' }, { fields: revised.changed })
  return view(ctx, after)
}

export async function history(ctx: Ctx, { id }: Input<'housing', 'history'>): Promise<Output<'housing', 'history'>> {
  const row = found(await queries.find(ctx, id))
  return { rows: await historyOf(ctx, { kind: 'housing', subdistrict: row.subdistrict, area: row.area, id }) }
}

/** Values with a column of their own; all others lie in `facts`. */
function stored({ use = null, state = null, ...others }: Values) {
  return { use: use as string | null, state: state as string | null, facts: JSON.stringify(Object.fromEntries(Object.entries(others).filter(([, value]) => value !== null))) }
}

const valuesOf = (row: queries.HousingRow): Values => ({ use: row.use, state: row.state, ...row.facts as Values })

export const rowView = (row: queries.HousingRow) => ({ id: row.id, area: row.area, entrance: row.entrance, floor: row.floor, room: row.room, part: row.part, address: row.address, use: row.use, state: row.state, checkedAt: row.checked_at.toISOString() })

const view = async (ctx: Ctx, row: queries.HousingRow): Promise<View> => ({
  ...rowView(row), values: await shownFor(ctx, 'housing', row, valuesOf(row)), revision: row.revision, areaName: (await areaNamed(ctx, row.area)).fullName, mayEdit: mayIn(ctx.actor, 'base.edit', row.area),
})
