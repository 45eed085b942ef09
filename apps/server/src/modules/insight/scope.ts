import { areaAt, at, dayOf, isAreaPath, type Day } from '@linli/standards'
import { areasFor, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './figure-queries.ts'
import * as period from './period-rules.ts'

export interface Filters { from?: string | undefined, until?: string | undefined, area?: string | undefined, unit?: string | undefined, matter?: string | undefined, source?: string | undefined, person?: string | undefined, hour?: number | undefined }

const mostDays = 3660

/** @throws Problem input.invalid where it begins after it ends or is longer than ten years. */
export function periodFor(ctx: Ctx, filters: Filters): period.Period {
  const { from, until } = period.periodOf(filters, dayOf(ctx.now))
  if (filters.from !== undefined && filters.until !== undefined && filters.from > filters.until) throw wrong('开始日期晚于结束日期')
  if (at(until).getTime() - at(from).getTime() > mostDays * 86_400_000) throw wrong('最多统计十年')
  return { from, until }
}

const wrong = (message: string) => new Problem('input.invalid', { detail: message, fields: [{ path: 'from', message }] })

/** Rows of sub-districts are seen by those who see all of one; everybody else adds up the communities they see. Finer than a community nothing is counted. */
export function placeOf(ctx: Ctx, area: string | undefined): Pick<queries.Choice, 'area' | 'subdistrict' | 'level'> {
  const mine = areasFor(ctx.actor, 'insight.view')
  const community = area && isAreaPath(area) ? areaAt(area, 'community') : undefined
  const isWide = mine.every((one) => !isAreaPath(one) || areaAt(one, 'community') === undefined)
  return { area: community ?? area, subdistrict: tenantOf(area ?? commonArea(mine)), level: community === undefined && isWide ? 'subdistrict' : 'community' }
}

export interface Matters { names: ReadonlyMap<string, string>, parents: ReadonlyMap<string, string | null> }

/** The newest name of every matter. */
export async function mattersOf(ctx: Ctx): Promise<Matters> {
  const rows = await queries.listMatters(ctx)
  return { names: new Map(rows.map(({ code, name }) => [code, name])), parents: new Map(rows.map(({ code, parent }) => [code, parent])) }
}

/** The matter and what lies below it. */
export function below({ parents }: Matters, code: string): string[] {
  const found = [code]
  for (const one of found) for (const [child, parent] of parents) if (parent === one && !found.includes(child)) found.push(child)
  return found
}

/** The class a matter belongs to. */
export function groupOf({ parents }: Matters, code: string): string {
  let top = code
  for (let up = parents.get(top), depth = 0; up && depth < 9; up = parents.get(top), depth += 1) top = up
  return top
}

/** One of unit, matter, source, person and hour at a time is counted; the first that is asked for. */
export function sliceOf({ unit, matter, source, person, hour }: Filters, matters: Matters | undefined): Pick<queries.Choice, 'slice' | 'keys'> {
  if (unit) return { slice: 'unit', keys: [unit] }
  if (matter) return { slice: 'matter', keys: matters ? below(matters, matter) : [matter] }
  if (source) return { slice: 'source', keys: [source] }
  if (person) return { slice: 'person', keys: [person] }
  return hour === undefined ? { slice: 'all' } : { slice: 'hour', keys: [String(hour)] }
}

export const momentsOf = ({ from, until }: { from: Day, until: Day }) => ({ from: at(from), until: at(until) })
