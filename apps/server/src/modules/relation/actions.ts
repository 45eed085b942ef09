import type { Input, Output } from '@linli/contract'
import { codeTables, isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { enterpriseNamed } from '../enterprise/index.ts'
import { housingUnit } from '../housing/index.ts'
import { areaNamed, areaNames } from '../organisation/index.ts'
import { personOf } from '../person/index.ts'
import * as queries from './queries.ts'
import type { RelationRow } from './queries.ts'
import { hindrance } from './rules.ts'

type View = Output<'relation', 'enter'>
/** Nobody has more of them; an employer of more is asked for its people another way. */
const most = 500

export const subjectOf = ({ id, subdistrict, area }: RelationRow): Subject => ({ kind: 'relation', id, subdistrict, area, may: 'base.view' })

/** Of a record that the person asking may see. */
export async function list(ctx: Ctx, of: Input<'relation', 'list'>): Promise<Output<'relation', 'list'>> {
  const { subdistrict } = await endOf(ctx, of)
  return { rows: await views(ctx, subdistrict, await queries.list(ctx, subdistrict, of, most)) }
}

/** Between records of one sub-district that the person entering it may see; the first of them is theirs to edit. */
export async function enter(ctx: Ctx, { kind, role, since, ...ends }: Input<'relation', 'enter'>): Promise<View> {
  const fault = hindrance(kind, ends)
  if (fault) throw new Problem('input.invalid', { detail: fault.message, fields: [{ path: fault.end, message: fault.message }] })
  if (kind === 'family' && role !== null && !codeTables.kinship!.entries.some(({ code }) => code === role)) throw new Problem('input.invalid', { fields: [{ path: 'role', message: '请选择亲属关系' }] })
  const places = [] as Awaited<ReturnType<typeof endOf>>[]
  for (const [name, id] of Object.entries(ends)) places.push(await endOf(ctx, { [name === 'relative' ? 'person' : name]: id }))
  const mine = places.find(({ area }) => mayIn(ctx.actor, 'base.edit', area))
  if (!mine) throw new Problem('may.not')
  if (kind === 'legalPerson' && (await queries.legalPersonsOf(ctx, mine.subdistrict, ends.enterprise!)).length > 0) throw new Problem('conflict.exists', { detail: '已经登记了法定代表人，换人请先结束原来的' })
  if (places.some(({ subdistrict }) => subdistrict !== mine.subdistrict)) throw new Problem('input.invalid', { detail: '只能登记本街道里的关系' })
  const row = await queries.insert(ctx, { ...ends, kind, role, since, subdistrict: mine.subdistrict, area: mine.area, id: ctx.newId(), created_at: ctx.now, created_by: ctx.actor.id })
  ctx.record('relation.entered', subjectOf(row), { kind })
  return (await views(ctx, row.subdistrict, [row]))[0]!
}

export async function end(ctx: Ctx, { id, on }: Input<'relation', 'end'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.until !== null) throw new Problem('conflict.exists', { detail: '这个关系已经结束' })
  if (row.since !== null && on < row.since) throw new Problem('input.invalid', { fields: [{ path: 'on', message: '结束日期不能早于开始日期' }] })
  const after = await queries.end(ctx, row, on)
  ctx.record('relation.ended', subjectOf(after), { kind: after.kind, on })
  return (await views(ctx, after.subdistrict, [after]))[0]!
}

/** Where a record is, if the person asking may see it. */
async function endOf(ctx: Ctx, { person, enterprise, housing, building }: queries.Of): Promise<{ subdistrict: number, area: string }> {
  if (person) return found(await personOf(ctx, person))
  if (enterprise) return found(await enterpriseNamed(ctx, enterprise))
  if (housing) return found(await housingUnit(ctx, housing))
  const { path } = await areaNamed(ctx, building!)
  if (!isAreaPath(path) || levelOf(path) !== 'building') throw new Problem('input.invalid', { fields: [{ path: 'building', message: '请选择楼幢' }] })
  if (!mayIn(ctx.actor, 'base.view', path)) throw new Problem('not-found')
  return { subdistrict: tenantOf(path), area: path }
}

async function views(ctx: Ctx, subdistrict: number, rows: RelationRow[]): Promise<View[]> {
  const ends = await queries.endsOf(ctx, subdistrict, rows)
  const buildings = await areaNames(ctx, [...new Set(rows.flatMap(({ building }) => building ?? []))])
  const named = (id: string | null) => (id === null ? null : { id, name: ends.get(id)?.name ?? null })
  const isMine = (area: string | null | undefined) => typeof area === 'string' && mayIn(ctx.actor, 'base.edit', area)
  return rows.map((row) => ({
    id: row.id, kind: row.kind as View['kind'], person: named(row.person), relative: named(row.relative), enterprise: named(row.enterprise), housing: named(row.housing),
    building: row.building === null ? null : { id: row.building, name: buildings.get(row.building) ?? null }, role: row.role, since: row.since, until: row.until,
    mayEdit: row.until === null && [row.area, row.building, ...[row.person, row.relative, row.enterprise, row.housing].map((id) => ends.get(id ?? '')?.area)].some(isMine),
  }))
}
