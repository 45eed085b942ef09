import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'
import type { EnterpriseRow } from './queries.ts'
import { valuesOf } from './row.ts'

/** Nobody answers for more of them in one sub-district. */
const most = 200

/** Whom an enterprise names as its legal person by an identity card, in clear: for the module that looks for them in the base. */
export async function legalPersonOf(ctx: Ctx, id: string): Promise<{ enterprise: EnterpriseRow, number: string | null } | undefined> {
  const enterprise = await queries.find(ctx, id)
  return enterprise && { enterprise, number: (valuesOf(ctx, enterprise).certificateNumber ?? null) as string | null }
}

/** Those that name somebody as their legal person, by the blind index of the number. */
export const enterprisesNaming = async (ctx: Ctx, subdistrict: number, index: Buffer): Promise<string[]> =>
  (await ctx.db.selectFrom('enterprise').select('id').where('subdistrict', '=', subdistrict).where('legal_index', '=', index).limit(most).execute()).map(({ id }) => id)
