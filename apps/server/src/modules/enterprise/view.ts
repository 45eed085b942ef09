import type { Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { shownFor } from '../record/index.ts'
import type { EnterpriseRow } from './queries.ts'
import { valuesOf } from './row.ts'

type View = Output<'enterprise', 'get'>
type Row = Output<'enterprise', 'list'>['rows'][number]

export async function rowViews(ctx: Ctx, rows: readonly EnterpriseRow[]): Promise<Row[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({
    id: row.id, name: row.name, sort: row.sort, creditCode: row.credit_code, industry: row.industry, state: row.state, attention: row.attention, phone: row.phone_masked, placeKinds: row.place_kinds, tags: row.tags,
    area: row.area, areaName: names.get(row.area) ?? '', housing: row.housing, address: row.address, changedAt: row.changed_at.toISOString(),
  }))
}

export async function view(ctx: Ctx, row: EnterpriseRow): Promise<View> {
  const [brief] = await rowViews(ctx, [row])
  return {
    ...brief!, values: await shownFor(ctx, 'enterprise', row, valuesOf(ctx, row)), revision: row.revision, checkedAt: row.checked_at.toISOString(),
    mayEdit: mayIn(ctx.actor, 'base.edit', row.area), mayReveal: mayIn(ctx.actor, 'base.reveal', row.area),
  }
}
