import type { Input, Output } from '@linli/contract'
import type { WorkCalendar } from '@linli/standards'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** The working calendar of a sub-district's office, for deadlines. */
export async function calendarFor(ctx: Ctx, subdistrict: number): Promise<WorkCalendar> {
  return rules.calendarOf(await queries.listDays(ctx, subdistrict), await queries.findHours(ctx, subdistrict))
}

export async function year(ctx: Ctx, input: Input<'calendar', 'year'>): Promise<Output<'calendar', 'year'>> {
  // Levels above a sub-district see the national arrangement.
  const subdistrict = tenantOf(ctx.actor.area)
  const { hours } = await calendarFor(ctx, subdistrict)
  return { hours: hours.map(([from, to]) => [from, to]), days: rules.specialDays(input.year, await queries.listDays(ctx, subdistrict)) }
}

export async function setDay(ctx: Ctx, { day, kind, note }: Input<'calendar', 'setDay'>) {
  const office = officeOf(ctx.actor)
  await queries.putDay(ctx, { ...office, day, kind, note })
  ctx.record('calendar.day-set', { kind: 'calendar', id: day, ...office }, { kind, note })
  return {}
}

export async function clearDay(ctx: Ctx, { day }: Input<'calendar', 'clearDay'>) {
  const office = officeOf(ctx.actor)
  await queries.putDay(ctx, { ...office, day, kind: null, note: '' })
  ctx.record('calendar.day-cleared', { kind: 'calendar', id: day, ...office })
  return {}
}

export async function setHours(ctx: Ctx, { hours }: Input<'calendar', 'setHours'>) {
  const office = officeOf(ctx.actor)
  const wrong = rules.wrongHours(hours)
  if (wrong) throw new Problem('input.invalid', { detail: wrong, fields: [{ path: 'hours', message: wrong }] })
  await queries.putHours(ctx, { ...office, hours })
  ctx.record('calendar.hours-set', { kind: 'calendar', id: 'hours', ...office }, { hours })
  return {}
}
