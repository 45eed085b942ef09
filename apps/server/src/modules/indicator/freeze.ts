import type { Input, Output } from '@linli/contract'
import { addDays, addMonths, dayOf, monthOf, type Day } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { found } from '../../kernel/problem.ts'
import { areaNames, communitiesIn } from '../organisation/index.ts'
import { figuresOf } from './actions.ts'
import { placeFor } from './compute.ts'
import { definitionsOf } from './definitions.ts'
import * as queries from './queries.ts'

type Kept = Output<'indicator', 'month'>['figures']

export async function months(ctx: Ctx, { area, after, limit }: Input<'indicator', 'months'>): Promise<Output<'indicator', 'months'>> {
  await placeFor(ctx, area)
  const { rows, next } = cut(await queries.months(ctx, area, { after: goOnAfter(after, 1), limit: limit + 1 }), limit, (row) => [row.month])
  return { rows: rows.map(headOf), next }
}

export async function month(ctx: Ctx, { area, month: of }: Input<'indicator', 'month'>): Promise<Output<'indicator', 'month'>> {
  await placeFor(ctx, area)
  const row = found(await queries.month(ctx, area, of))
  return { ...headOf(row), figures: row.figures as unknown as Kept }
}

const headOf = (row: Omit<queries.MonthRow, 'figures'>) => ({ month: row.month, area: row.area, areaName: row.area_name, frozenAt: row.frozen_at.toISOString(), frozenBy: row.frozen_name })

/** Keeps the last month of a sub-district and its communities as it stood at its end; once. @returns whether it was still to be done. */
export async function freezeLast(ctx: Ctx, office: { subdistrict: number, area: string }): Promise<boolean> {
  const first = addMonths(monthOf(dayOf(ctx.now)), -1)
  if (await queries.isFrozen(ctx, office.area, first)) return false
  const last: Day = addDays(monthOf(dayOf(ctx.now)), -1)
  const known = await definitionsOf(ctx, office.area)
  const areas = [office.area, ...(await communitiesIn(ctx, office.area)).map(({ path }) => path)]
  const names = await areaNames(ctx, areas)
  const rows = []
  for (const area of areas) {
    const figures = await figuresOf(ctx, { area, mine: [office.area], subdistricts: [office.subdistrict], isMine: true }, known, last)
    rows.push({ subdistrict: office.subdistrict, area, month: first, area_name: names.get(area) ?? '', figures: JSON.stringify(figures.map((figure) => ({ ...figure, parts: undefined }))), frozen_name: ctx.actor.name, frozen_at: ctx.now })
  }
  await queries.freeze(ctx, rows)
  ctx.record('indicator.frozen', { kind: 'indicator', id: first, ...office, may: 'indicator.view' }, { month: first, places: rows.length })
  return true
}
