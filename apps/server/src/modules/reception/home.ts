import { areaOf } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { ownContact } from '../identity/index.ts'
import { subdistrictsIn } from '../organisation/index.ts'
import * as queries from './queries.ts'

/** Where a resident's questions are about, as far as is known: where they chose last, where they live by the records, the only sub-district there is. */
export async function homeOf(ctx: Ctx): Promise<string | undefined> {
  const chosen = await queries.findLastArea(ctx)
  if (chosen !== undefined) return chosen
  const { phone } = await ownContact(ctx)
  const lived = phone && await queries.findHome(ctx, ctx.crypto.index(phone, 'person.phone'))
  if (lived) return lived
  const offices = await subdistrictsIn(ctx, ['/'])
  return offices.length === 1 ? areaOf(offices[0]!) : undefined
}
