import type { Input, Output } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'

/** Nothing wider than a community is looked into on one request, and nothing where the person asking may not look. */
export async function care(ctx: Ctx, { area, groups }: Input<'sandtable', 'care'>): Promise<Output<'sandtable', 'care'>> {
  const { path } = await areaNamed(ctx, area)
  if (!isAreaPath(path) || !areaAt(path, 'community')) throw new Problem('input.invalid', { detail: '请选择一个社区', fields: [{ path: 'area', message: '请选择一个社区或其中的网格' }] })
  if (!mayIn(ctx.actor, 'base.view', path)) throw new Problem('not-found')
  const rows = await queries.listCare(ctx, { subdistrict: tenantOf(path), place: path, groups })
  return { rows: rows.map(({ path: at, name, lng, lat, count, groups: counts }) => ({ area: at, name, point: { lng, lat }, count, groups: counts })) }
}
