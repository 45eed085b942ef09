import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { changeOf, formula, version, windowsOf } from './effect-rules.ts'
import { countMatching } from './link-queries.ts'
import type { ItemRow } from './queries.ts'

/** Before and after, as it is now; of a closed item as it was told then. Null until it was done. */
export async function effectOf(ctx: Ctx, item: ItemRow): Promise<Output<'governance', 'get'>['effect']> {
  if (!item.done_at) return null
  const { before, after } = windowsOf({ foundedAt: item.founded_at, doneAt: item.done_at, days: item.effect_days })
  const [had, has] = [item.before_count ?? await countMatching(ctx, item, before), item.after_count ?? await countMatching(ctx, item, after)]
  const told = ({ from, until }: typeof before) => ({ from: from.toISOString(), until: until.toISOString() })
  return { days: item.effect_days, before: { ...told(before), count: had }, after: { ...told(after), count: has, isOver: after.until <= ctx.now }, change: changeOf(had, has), formula, version }
}
