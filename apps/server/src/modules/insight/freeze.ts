import type { Input, Output } from '@linli/contract'
import { addMonths, dayOf, monthOf, subdistrictOf } from '@linli/standards'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { factsOf } from './fact-queries.ts'
import { areaNames, countedSince, type Choice } from './figure-queries.ts'
import * as queries from './frozen-queries.ts'
import { formulaOf, indicators, valueOf } from './indicator-rules.ts'
import { type Period } from './period-rules.ts'
import { behindView, countedIn, structureIn } from './read.ts'
import { momentsOf } from './scope.ts'

type Frozen = Pick<Output<'insight', 'frozen'>, 'figures' | 'structure'>

export async function freeze(ctx: Ctx, { month }: Input<'insight', 'freeze'>): Promise<Output<'insight', 'freeze'>> {
  if (month !== monthOf(month) || month >= monthOf(dayOf(ctx.now))) throw new Problem('input.invalid', { detail: '只能固化已经过完的月份', fields: [{ path: 'month', message: '请选择已经过完的月份' }] })
  const rows = await freezeOffice(ctx, officeOf(ctx.actor), month)
  if (rows === 0) throw new Problem('conflict.exists', { detail: '这个月已经固化，不再更改' })
  return { rows }
}

/** Whether a month of an office needs no keeping: it is kept, or nothing is known of it. */
export const isKept = async (ctx: Ctx, area: string, month: string): Promise<boolean> =>
  await queries.find(ctx, area, month) !== undefined || (await countedSince(ctx, subdistrictOf(area)) ?? addMonths(month, 1)) >= addMonths(month, 1)

/** Keeps the month of a sub-district and its communities as it is counted now; 0 where it was kept already. */
export async function freezeOffice(ctx: Ctx, { subdistrict, area }: { subdistrict: number, area: string }, month: string): Promise<number> {
  if (await queries.find(ctx, area, month)) return 0
  const places = await queries.listPlaces(ctx, area, dayOf(ctx.now))
  for (const { path, kind } of places) await queries.insert(ctx, { subdistrict, area: path, month, figures: await told(ctx, placeAt(subdistrict, path, kind), month), frozen_by: ctx.actor.name })
  await queries.keepEvents(ctx, { subdistrict, area, month, ...momentsOf(whole(month)) })
  ctx.record('insight.frozen', { kind: 'insight', id: month, subdistrict, area }, { month, places: places.length })
  return places.length
}

const placeAt = (subdistrict: number, area: string, kind: string): Pick<Choice, 'area' | 'subdistrict' | 'level'> => ({ area, subdistrict, level: kind === 'community' ? 'community' : 'subdistrict' })
const whole = (month: string): Period => ({ from: month, until: addMonths(month, 1) })

async function told(ctx: Ctx, place: ReturnType<typeof placeAt>, month: string): Promise<Frozen> {
  const counted = await countedIn(ctx, { ...place, slice: 'all' }, whole(month), await factsOf(ctx, place))
  const { sources, groups } = await structureIn(ctx, place, whole(month))
  return { figures: indicators.map((one) => ({ ...formulaOf(one), ...valueOf(one, counted), part: one.numerator })), structure: { sources, groups } }
}

export async function frozen(ctx: Ctx, { area, month }: Input<'insight', 'frozen'>): Promise<Output<'insight', 'frozen'>> {
  const row = found(await queries.find(ctx, area, monthOf(month)))
  const { figures, structure } = row.figures as unknown as Frozen
  const kind = tenantOf(area) > 0 && area.split('/').length > 6 ? 'community' : 'subdistrict'
  const now = await countedIn(ctx, { ...placeAt(row.subdistrict, row.area, kind), slice: 'all' }, whole(row.month), await factsOf(ctx, row))
  return {
    month: row.month, area, areaName: (await areaNames(ctx, [area])).get(area) ?? area, frozenAt: row.frozen_at.toISOString(), frozenBy: row.frozen_by, figures, structure,
    recount: indicators.map((one) => ({ name: one.name, version: one.version, part: one.numerator, ...valueOf(one, now) })),
  }
}

export async function months(ctx: Ctx, { area, after, limit }: Input<'insight', 'months'>): Promise<Output<'insight', 'months'>> {
  const page = cut(await queries.list(ctx, area, goOnAfter(after, 2), limit + 1), limit, (row) => [row.month, row.area])
  return { next: page.next, rows: page.rows.map((row) => ({ month: row.month, area: row.area, areaName: row.name ?? row.area, frozenAt: row.frozen_at.toISOString(), frozenBy: row.frozen_by })) }
}

export async function frozenEvents(ctx: Ctx, { area, month, part, after, limit }: Input<'insight', 'frozenEvents'>): Promise<Output<'insight', 'frozenEvents'>> {
  const row = found(await queries.find(ctx, area, monthOf(month)))
  const page = cut(await queries.listEvents(ctx, { ...row, measure: part, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ day, id }) => [day, id])
  return { next: page.next, rows: page.rows.map(behindView) }
}
