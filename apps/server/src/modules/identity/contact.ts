import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'

/** Name and whole phone number of the person who is signed in, as given once at sign-in. */
export async function ownContact(ctx: Ctx): Promise<{ name: string, phone: string | null }> {
  const account = found(await ctx.db.selectFrom('account').select(['name', 'phone']).where('id', '=', ctx.actor.id).executeTakeFirst())
  return { name: account.name, phone: account.phone && ctx.crypto.decrypt(account.phone, 'account.phone') }
}
