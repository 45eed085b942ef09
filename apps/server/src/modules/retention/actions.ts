import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { registerOf } from '../processing/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type HoldView = Output<'retention', 'hold'>

const everything = '全部个人信息'
type Item = Awaited<ReturnType<typeof registerOf>>[number]
/** Several kinds of records have a 备注: the part says which. */
const calledOf = ({ part, label }: Pick<Item, 'part' | 'label'>) => `${part}·${label}`
const labelsOf = async (ctx: Ctx, subdistrict: number) => labelsIn(await registerOf(ctx, { subdistrict }))
const labelsIn = (register: readonly Item[]) => new Map(register.map((one) => [one.item, calledOf(one)]))

export async function runs(ctx: Ctx, { item, after, limit }: Input<'retention', 'runs'>): Promise<Output<'retention', 'runs'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const page = cut(await queries.listRuns(ctx, { subdistrict, item, after: goOnAfter(after, 2), limit: limit + 1 }), limit, (row) => [row.at.toISOString(), row.id])
  const labels = await labelsOf(ctx, subdistrict)
  return { next: page.next, rows: page.rows.map((row) => ({ id: row.id, item: row.item, label: labels.get(row.item) ?? row.item, keepMonths: row.keep_months, version: row.version, removed: row.removed, at: row.at.toISOString() })) }
}

export async function holds(ctx: Ctx): Promise<Output<'retention', 'holds'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const [register, held] = [await registerOf(ctx, { subdistrict }), await queries.heldItems(ctx, subdistrict, dayOf(ctx.now))]
  const labels = labelsIn(register)
  return {
    rows: (await queries.listHolds(ctx, subdistrict)).map((row) => view(row, labels)),
    items: register.filter(rules.isSwept).map(({ item, part, label, keepMonths, keepFrom }) => ({ item, label: calledOf({ part, label }), keepMonths, keepFrom, isHeld: held.includes(null) || held.includes(item) })),
  }
}

/** From now on nothing of this item is removed, until its day or until it is released. */
export async function hold(ctx: Ctx, { item, reason, until }: Input<'retention', 'hold'>): Promise<HoldView> {
  const office = mayIn(ctx.actor, 'retention.hold', '/') ? { subdistrict: 0, area: '/' } : officeOf(ctx.actor)
  const register = await registerOf(ctx, office)
  if (item !== null) found(register.filter(rules.isSwept).find((one) => one.item === item))
  if (until !== null && until < dayOf(ctx.now)) throw new Problem('input.invalid', { fields: [{ path: 'until', message: '不能早于今天' }] })
  const row = await queries.insertHold(ctx, { ...office, id: ctx.newId(), item, reason, until, held_at: ctx.now, held_by_name: ctx.actor.name })
  ctx.record('retention.held', { kind: 'retention', id: row.id, ...office, may: 'retention.view' }, { item, reason, until })
  return view(row, labelsIn(register))
}

export async function release(ctx: Ctx, { id, reason }: Input<'retention', 'release'>): Promise<HoldView> {
  const row = found(await queries.lockHold(ctx, id))
  if (row.released_at !== null) throw new Problem('base.changed', { detail: '已经解除' })
  const after = await queries.updateHold(ctx, row, { released_at: ctx.now, released_by_name: ctx.actor.name, released_for: reason })
  ctx.record('retention.released', { kind: 'retention', id, subdistrict: row.subdistrict, area: row.area, may: 'retention.view' }, { item: row.item, reason })
  return view(after, await labelsOf(ctx, row.subdistrict))
}

const view = (row: queries.HoldRow, labels: ReadonlyMap<string, string>): HoldView => ({
  id: row.id, item: row.item, label: row.item === null ? everything : labels.get(row.item) ?? row.item, reason: row.reason, until: row.until, heldBy: row.held_by_name, heldAt: row.held_at.toISOString(),
  releasedBy: row.released_by_name, releasedAt: row.released_at?.toISOString() ?? null, releasedFor: row.released_for,
})
