import type { GovernanceStep, Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { subjectOf } from './found.ts'
import { meansOf } from './means.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { view, whatOf, who } from './view.ts'
import { happened } from './words.ts'

/** Find and hold, decide, change, record. */
export async function take(ctx: Ctx, { id, take: taking }: Input<'governance', 'take'>): Promise<Output<'governance', 'take'>> {
  const item = found(await queries.lock(ctx, id))
  const [asker, what] = [who(ctx, item.area), whatOf(item, ctx.now)]
  const to = rules.after(taking.step, asker, what)
  if (!to) throw notOpen(item, rules.stepsFor(asker, what))
  const { change, details } = await meansOf({ ctx, item }, taking)
  const changed = await queries.update(ctx, item, { status: to, ...change, changed_at: ctx.now, last_by: ctx.actor.name })
  ctx.record(happened[taking.step], subjectOf(changed), details)
  return view(ctx, changed)
}

const notOpen = (item: queries.ItemRow, open: GovernanceStep[]) =>
  new Problem('governance.step-not-open', { detail: `${item.last_by}刚办理过，或条件还不具备，这一步现在不能办，请看最新情况`, status: item.status, at: item.changed_at.toISOString(), open })
