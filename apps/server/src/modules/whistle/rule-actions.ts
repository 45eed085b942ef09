import type { Input, Output } from '@linli/contract'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { WhistleRule } from './limit-rules.ts'
import * as queries from './queries.ts'

/** How soon units of a sub-district answer and arrive. */
export async function ruleFor(ctx: Ctx, subdistrict: number): Promise<WhistleRule> {
  const row = await queries.getRule(ctx, subdistrict)
  return {
    emergencyAnswer: row.emergency_answer, emergencyArrive: row.emergency_arrive, urgentAnswer: row.urgent_answer, urgentArrive: row.urgent_arrive,
    ordinaryAnswer: row.ordinary_answer, ordinaryArrive: row.ordinary_arrive, nearMetres: row.near_metres,
  }
}

export const rule = (ctx: Ctx): Promise<Output<'whistle', 'rule'>> => ruleFor(ctx, tenantOf(ctx.actor.area))

/** Holds for whistles from now on; what is due already stays so. */
export async function setRule(ctx: Ctx, input: Input<'whistle', 'setRule'>): Promise<Output<'whistle', 'setRule'>> {
  const office = officeOf(ctx.actor)
  await queries.putRule(ctx, {
    ...office, emergency_answer: input.emergencyAnswer, emergency_arrive: input.emergencyArrive, urgent_answer: input.urgentAnswer, urgent_arrive: input.urgentArrive,
    ordinary_answer: input.ordinaryAnswer, ordinary_arrive: input.ordinaryArrive, near_metres: input.nearMetres,
  })
  ctx.record('whistle.rule-set', { kind: 'whistle-rule', id: 'rule', ...office }, input)
  return input
}
