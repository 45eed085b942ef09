import type { WhistleUrgency } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { calendarFor } from '../calendar/index.ts'
import { unitNamed } from '../organisation/index.ts'
import { dueOf, limitsOf, mayNameMoment, type Due } from './limit-rules.ts'
import * as queries from './queries.ts'
import { ruleFor } from './rule-actions.ts'

/** When units called now have to answer and arrive, by the office's rule or at the moment that was named. */
export async function dueNow(ctx: Ctx, subdistrict: number, urgency: WhistleUrgency, arriveBy: string | undefined): Promise<Due> {
  const named = arriveBy === undefined ? undefined : new Date(arriveBy)
  if (named && !mayNameMoment(ctx.now, named)) throw new Problem('input.invalid', { detail: '到场时间要在现在以后、六十天以内', fields: [{ path: 'arriveBy', message: '请选择现在以后、六十天以内的时间' }] })
  return dueOf(await calendarFor(ctx, subdistrict), limitsOf(await ruleFor(ctx, subdistrict), urgency), ctx.now, named)
}

interface Calling { units: string[], lead?: string, due: Due }

/** Calls units to a whistle and answers their names: active ones of the sub-district, of the communities only its own. */
export async function callUnits(ctx: Ctx, whistle: Pick<queries.WhistleRow, 'subdistrict' | 'id' | 'area'>, { units, lead, due }: Calling): Promise<string[]> {
  const names = []
  for (const id of new Set(units)) {
    const unit = await unitNamed(ctx, id)
    if (unit.subdistrict !== whistle.subdistrict || !unit.isActive) throw new Problem('unit.unknown')
    if (unit.kind === 'community' && !whistle.area.startsWith(unit.area)) throw new Problem('unit.unknown', { detail: `${unit.name}不在这个地方，不能召集` })
    await queries.putCall(ctx, {
      subdistrict: whistle.subdistrict, whistle: whistle.id, area: whistle.area, unit: unit.id, unit_name: unit.name, unit_kind: unit.kind, is_lead: unit.id === lead, status: 'called',
      called_name: ctx.actor.name, called_at: ctx.now, answer_by: due.answerBy, arrive_by: due.arriveBy, warn_at: due.warnAt,
    })
    names.push(unit.name)
  }
  return names
}
