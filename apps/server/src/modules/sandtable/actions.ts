import type { Input, Output, SandLevel } from '@linli/contract'
import { areaAt, dayOf, isAreaPath } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import { valueOf, yearsBefore } from './rules.ts'

/** 老年人权益保障法第二条. */
const old = 60
const stale = 365 * 86_400_000

export async function values(ctx: Ctx, { question, area, level }: Input<'sandtable', 'values'>): Promise<Output<'sandtable', 'values'>> {
  const place = await communityFor(ctx, area, 'sandtable.view')
  const seesPeople = mayIn(ctx.actor, 'base.view', area)
  const rows = await queries.tally(ctx, { subdistrict: tenantOf(place), place: area, part: parts[level] }, { question, born: yearsBefore(dayOf(ctx.now), old), checked: new Date(ctx.now.getTime() - stale) })
  return { rows: rows.map(({ path, name, ...counts }) => ({ area: path, name, ...valueOf(question, counts, seesPeople), band: null })) }
}

/** The part of a path that is each level's: province, city, county, sub-district, community, grid; a building is the last. */
const parts: Record<SandLevel, string> = { community: '^(?:/[^/]+){5}/', grid: '^(?:/[^/]+){6}/', building: '^.*/b[0-9]{4}/$' }

export async function care(ctx: Ctx, { area, groups }: Input<'sandtable', 'care'>): Promise<Output<'sandtable', 'care'>> {
  const place = await communityFor(ctx, area, 'base.view')
  const rows = await queries.listCare(ctx, { subdistrict: tenantOf(place), place: area, groups })
  return { rows: rows.map(({ path, name, lng, lat, count, groups: counts }) => ({ area: path, name, point: { lng, lat }, count, groups: counts })) }
}

/** Nothing wider than a community is counted on one request, and nothing where the person asking may not look. */
async function communityFor(ctx: Ctx, area: string, may: 'sandtable.view' | 'base.view'): Promise<string> {
  const { path } = await areaNamed(ctx, area)
  const community = isAreaPath(path) ? areaAt(path, 'community') : undefined
  if (!community) throw new Problem('input.invalid', { detail: '请选择一个社区', fields: [{ path: 'area', message: '请选择一个社区或其中的网格' }] })
  if (!mayIn(ctx.actor, may, path)) throw new Problem('not-found')
  return community
}
