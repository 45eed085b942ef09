import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { subjectOf } from '../identity/index.ts'
import { badPeriod } from './post-actions.ts'
import * as queries from './queries.ts'
import { another, keepApart, subordinate } from './reach.ts'
import * as rules from './rules.ts'

export async function deputies(ctx: Ctx): Promise<Output<'account', 'deputies'>> {
  return { rows: (await queries.listDeputies(ctx)).map(view) }
}

/** Nobody appoints themselves, or somebody for themselves; the deputy works on the same side, in the same unit. */
export async function appointDeputy(ctx: Ctx, { absent: absentId, deputy: deputyId, from, until }: Input<'account', 'appointDeputy'>): Promise<Output<'account', 'appointDeputy'>> {
  const absent = await subordinate(ctx, absentId)
  const deputy = await another(ctx, deputyId)
  if (deputy.id === absent.id || deputy.side !== absent.side || (absent.side === 'unit' && deputy.unit !== absent.unit) || !deputy.is_enabled) {
    throw new Problem('input.invalid', { detail: '代班人要是同一类别、同一单位的另一个在用账号', fields: [{ path: 'deputy', message: '请另选代班人' }] })
  }
  const period = { valid_from: new Date(from), valid_until: new Date(until) }
  if (!rules.isPeriod(period.valid_from, period.valid_until, ctx.now)) throw badPeriod()
  const id = ctx.newId()
  await queries.insertDeputy(ctx, { id, area: absent.area, absent: absent.id, deputy: deputy.id, ...period })
  await keepApart(ctx, [deputy.id])
  ctx.record('deputy.appointed', subjectOf(absent), { deputy: deputy.name, deputyId: deputy.id, from, until })
  return view(found(await queries.findDeputy(ctx, id)))
}

export async function endDeputy(ctx: Ctx, { id }: Input<'account', 'endDeputy'>) {
  const row = found(await queries.findDeputy(ctx, id))
  await queries.endDeputy(ctx, id)
  ctx.record('deputy.ended', subjectOf({ id: row.absent, area: row.area }), { deputy: row.deputy_name, deputyId: row.deputy })
  return {}
}

const view = (row: queries.DeputyRow): Output<'account', 'appointDeputy'> => ({
  id: row.id, absent: { id: row.absent, name: row.absent_name }, deputy: { id: row.deputy, name: row.deputy_name }, from: row.valid_from.toISOString(), until: row.valid_until.toISOString(),
})
