import { dayOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { registerOf } from '../processing/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** A sub-district, or everything: sub-district 0 at `/`. */
export interface Office { subdistrict: number, area: string }

/** What may go is asked in the transaction that removes: a hold that was just set stops it. */
export async function freeItems(ctx: Ctx, { subdistrict }: Office): Promise<rules.Kept[]> {
  return rules.free((await registerOf(ctx, { subdistrict })).filter(rules.isSwept), await queries.heldItems(ctx, subdistrict, dayOf(ctx.now)))
}

/** How many of one kind went, by which version of the register. */
export async function note(ctx: Ctx, office: Office, { item, keepMonths, version }: rules.Kept, removed: number): Promise<void> {
  if (removed === 0) return
  await queries.insertRun(ctx, { ...office, id: ctx.newId(), item, keep_months: keepMonths!, version, removed, at: ctx.now })
  ctx.record('retention.swept', { kind: 'retention', id: item, ...office, may: 'retention.view' }, { keepMonths, version, removed })
}
