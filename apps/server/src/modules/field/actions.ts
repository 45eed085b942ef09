import { baseKinds, type Field, type Input, type Output, type RecordKind, type ValueSource } from '@linli/contract'
import { dayOf, isAreaPath, levelOf } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { defaultRank, fieldsFor } from '../record/index.ts'
import * as queries from './queries.ts'
import type { OwnFieldRow } from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'field', 'add'>
type Rank = Output<'field', 'rank'>

const subjectOf = ({ kind, name, subdistrict, area }: Pick<OwnFieldRow, 'kind' | 'name' | 'subdistrict' | 'area'>): Subject => ({ kind: 'field', id: `${kind}/${name}`, subdistrict, area, may: 'base.manage' })

export async function own(ctx: Ctx, { area, kind }: Input<'field', 'own'>): Promise<Output<'field', 'own'>> {
  return { rows: await views(ctx, await queries.list(ctx, tenantOf(area), area, kind)) }
}

/** For a whole sub-district or for one community. */
export async function add(ctx: Ctx, { area, kind, label, type, options, max, isSensitive, purpose, sort }: Input<'field', 'add'>): Promise<View> {
  if (!mayIn(ctx.actor, 'base.manage', area)) throw new Problem('not-found')
  if (!isAreaPath(area) || !['subdistrict', 'community'].includes(levelOf(area))) throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const subdistrict = tenantOf(area)
  await refuseWrong(ctx, kind, { subdistrict, area }, { label, type, options, isSensitive })
  // The end of an id: letters and digits that no other field has.
  const name = `x_${ctx.newId().replaceAll('-', '').slice(-10)}`
  const row = await queries.insert(ctx, { subdistrict, area, kind, name, label, type, options, max, is_sensitive: rules.isSealed({ type, isSensitive }), purpose, sort, created_at: ctx.now })
  ctx.record('field.added', subjectOf(row), { label, type })
  return (await views(ctx, [row]))[0]!
}

/** Its type and whether it is sealed stay: what is kept would not fit them. */
export async function change(ctx: Ctx, { kind, name, label, options, purpose, sort }: Input<'field', 'change'>): Promise<View> {
  const row = await ownRow(ctx, kind, name)
  await refuseWrong(ctx, kind, row, { label, type: row.type as View['type'], options, isSensitive: row.is_sensitive }, name)
  const after = await queries.update(ctx, row, { label, options, purpose, sort })
  ctx.record('field.changed', subjectOf(after), { from: row.label, to: label })
  return (await views(ctx, [after]))[0]!
}

export async function retire(ctx: Ctx, { kind, name, isEnded }: Input<'field', 'retire'>): Promise<View> {
  const row = await ownRow(ctx, kind, name)
  if (!isEnded) await refuseWrong(ctx, kind, row, { label: row.label, type: row.type as View['type'], options: row.options, isSensitive: row.is_sensitive }, name)
  const after = await queries.update(ctx, row, { ended_on: isEnded ? dayOf(ctx.now) : null })
  ctx.record(isEnded ? 'field.retired' : 'field.resumed', subjectOf(after), { label: row.label })
  return (await views(ctx, [after]))[0]!
}

export async function ranks(ctx: Ctx, { kind }: Input<'field', 'ranks'>): Promise<Output<'field', 'ranks'>> {
  const office = officeOf(ctx.actor)
  const set = await queries.listRanks(ctx, office.subdistrict, kind)
  return { rows: (await fieldsFor(ctx, kind, office)).map((field) => rankView(kind, field, set.find((one) => one.field === field.name)?.sources)) }
}

/** One order for a sub-district: what stands in a record must not depend on who looks. */
export async function rank(ctx: Ctx, { kind, field: name, sources }: Input<'field', 'rank'>): Promise<Rank> {
  const office = officeOf(ctx.actor)
  if (!mayIn(ctx.actor, 'base.manage', office.area)) throw new Problem('may.not', { detail: '来源规则由街道统一设置' })
  const field = (await fieldsFor(ctx, kind, office)).find((one) => one.name === name)
  if (!field) throw new Problem('input.invalid', { fields: [{ path: 'field', message: '没有这一项' }] })
  const order = sources.length === 0 ? [...defaultRank] : rules.wholeOrder(sources, defaultRank)
  await queries.putRank(ctx, { ...office, kind, field: name, sources: order })
  ctx.record('field.ranked', subjectOf({ ...office, kind, name }), { sources: order })
  return rankView(kind, field, order)
}

function rankView(kind: RecordKind, { name, label }: Field, set: readonly string[] | undefined): Rank {
  const sources = (set ?? defaultRank) as ValueSource[]
  return { kind, field: name, label, sources: [...sources], isOwn: sources.join() !== defaultRank.join() }
}

async function ownRow(ctx: Ctx, kind: RecordKind, name: string): Promise<OwnFieldRow> {
  const row = found(await queries.find(ctx, kind, name))
  if (!mayIn(ctx.actor, 'base.manage', row.area)) throw new Problem('not-found')
  return row
}

/** Beside what ships and what was added above, here and below: a community that added it already keeps it. */
async function refuseWrong(ctx: Ctx, kind: RecordKind, { subdistrict, area }: { subdistrict: number, area: string }, wanted: rules.Wanted, itself?: string): Promise<void> {
  const beside = (await queries.list(ctx, subdistrict, area, kind)).filter((one) => one.name !== itself && one.ended_on === null)
  const faults = rules.faultsOf(wanted, [...baseKinds[kind]?.fields ?? [], ...beside.map(({ label }) => ({ label }))])
  if (faults.length > 0) throw new Problem('input.invalid', { fields: faults })
}

async function views(ctx: Ctx, rows: readonly OwnFieldRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({
    kind: row.kind as View['kind'], name: row.name, label: row.label, type: row.type as View['type'], options: row.options, max: row.max, isSensitive: row.is_sensitive, purpose: row.purpose, sort: row.sort,
    area: row.area, areaName: names.get(row.area) ?? '', endedOn: row.ended_on, mayChange: mayIn(ctx.actor, 'base.manage', row.area),
  }))
}
