import type { GovernanceStep, Input, Output } from '@linli/contract'
import { at } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { sayOfGovernance } from '../notice/index.ts'
import { subjectOf } from './found.ts'
import { meansOf } from './means.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { view, whatOf, who } from './view.ts'
import { happened } from './words.ts'

type Taking = Input<'governance', 'take'>['take']

/** Find and hold, decide, change, record. */
export async function take(ctx: Ctx, { id, take: taking }: Input<'governance', 'take'>): Promise<Output<'governance', 'take'>> {
  const item = found(await queries.lock(ctx, id))
  const [asker, what] = [who(ctx, item.area), whatOf(item, ctx.now)]
  const to = rules.after(taking.step, asker, what)
  if (!to) throw notOpen(item, rules.stepsFor(asker, what))
  const { change, details } = await meansOf({ ctx, item }, taking)
  const changed = await queries.update(ctx, item, { status: to, ...change, changed_at: ctx.now, last_by: ctx.actor.name })
  ctx.record(happened[taking.step], subjectOf(changed), details)
  await tell(ctx, changed, taking, item.unit)
  return view(ctx, changed)
}

/** The unit that is to see to it is told so, as soon as it is and whenever that changes; who plans it for their own unit knows. */
async function tell(ctx: Ctx, item: queries.ItemRow, taking: Taking, before: string | null): Promise<void> {
  const kind = taking.step === 'replan' && item.unit !== before ? 'governed' : saidAs[taking.step]
  if (!kind || item.unit === null) return
  const text = 'reason' in taking ? taking.reason : item.measure
  await sayOfGovernance(ctx, kind, item, { unit: item.unit, isCommunity: item.unit_kind === 'community', personName: item.person, text, dueAt: item.target_on === null ? null : at(item.target_on, '12:00') })
}

const saidAs: Partial<Record<GovernanceStep, 'governed' | 'replanned' | 'redone'>> = { plan: 'governed', replan: 'replanned', redo: 'redone', reopen: 'redone' }

const notOpen = (item: queries.ItemRow, open: GovernanceStep[]) =>
  new Problem('governance.step-not-open', { detail: `${item.last_by}刚办理过，或条件还不具备，这一步现在不能办，请看最新情况`, status: item.status, at: item.changed_at.toISOString(), open })
