import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

/** Puts residencies into a household, or out of any, for the module that has decided it. */
export async function putInHousehold(ctx: Ctx, subdistrict: number, residencies: readonly string[], household: string | null): Promise<void> {
  for (const id of residencies) await queries.updateResidency(ctx, { subdistrict, id }, { household })
}
