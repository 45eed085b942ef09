import type { Input, Output, WhistleStep } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { subjectOf } from './blow.ts'
import { meansOf } from './means.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { view, whatOf, who } from './view.ts'
import { happened } from './words.ts'

/** Find and hold, decide, change, record. Whoever asked before it last changed saw another one. */
export async function take(ctx: Ctx, { id, take: taking }: Input<'whistle', 'take'>): Promise<Output<'whistle', 'take'>> {
  const whistle = found(await queries.lock(ctx, id))
  const calls = await queries.listCalls(ctx, whistle)
  const [asker, what] = [who(ctx, whistle.area), whatOf(whistle, calls)]
  const to = rules.after(taking.step, asker, what)
  if (!to || whistle.changed_at > ctx.now) throw notOpen(whistle, rules.stepsFor(asker, what))
  const mine = calls.find(({ unit }) => unit === rules.ownCall(taking.step, asker, what)?.unit)
  const { change, told } = await meansOf({ ctx, whistle, calls, what, mine }, taking)
  const moved = to === whistle.status ? {} : { status: to }
  // A unit may write nothing else of the whole.
  const changed = await queries.update(ctx, whistle, { ...moved, ...change, changed_at: ctx.now, last_by: ctx.actor.name })
  const subject = subjectOf(changed, [...new Set([...whistle.units, ...changed.units])])
  for (const details of told) ctx.record(happened[taking.step], subject, { ...(mine && { unit: mine.unit, unitName: mine.unit_name }), ...details })
  return view(ctx, changed)
}

const notOpen = (whistle: queries.WhistleRow, open: WhistleStep[]) =>
  new Problem('whistle.step-not-open', { detail: `${whistle.last_by}刚办理过，这一步现在不能办，请看最新情况`, status: whistle.status, at: whistle.changed_at.toISOString(), open })
