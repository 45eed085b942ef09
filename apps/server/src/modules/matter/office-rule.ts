import type { Input, Output } from '@linli/contract'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

/** How an office handles: see the contract. */
export type OfficeRule = Output<'matter', 'officeRule'>

const known = new WeakMap<Ctx, Map<number, Promise<OfficeRule>>>()

/** The rule of a sub-district as it stands in this transaction; read once. */
export function officeRuleFor(ctx: Ctx, subdistrict: number): Promise<OfficeRule> {
  const here = known.get(ctx) ?? new Map<number, Promise<OfficeRule>>()
  known.set(ctx, here)
  const rule = here.get(subdistrict) ?? read(ctx, subdistrict)
  here.set(subdistrict, rule)
  return rule
}

export const officeRule = (ctx: Ctx): Promise<OfficeRule> => officeRuleFor(ctx, tenantOf(ctx.actor.area))

export async function setOfficeRule(ctx: Ctx, rule: Input<'matter', 'setOfficeRule'>): Promise<Output<'matter', 'setOfficeRule'>> {
  const office = officeOf(ctx.actor)
  await queries.putOfficeRule(ctx, { ...office, reopen_days: rule.reopenDays, most_reopened: rule.mostReopened, most_extensions: rule.mostExtensions, alike_metres: rule.alikeMetres, alike_hours: rule.alikeHours })
  ctx.record('matter.office-rule-set', { kind: 'matter', id: 'office-rule', ...office }, rule)
  return rule
}

async function read(ctx: Ctx, subdistrict: number): Promise<OfficeRule> {
  const row = await queries.getOfficeRule(ctx, subdistrict)
  return { reopenDays: row.reopen_days, mostReopened: row.most_reopened, mostExtensions: row.most_extensions, alikeMetres: row.alike_metres, alikeHours: row.alike_hours }
}
