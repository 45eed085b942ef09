import { turnBy, type TurnBy } from '@linli/contract'
import { momentWords } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import * as queries from './queries.ts'

/** What somebody asked, and what they were answered. */
export async function holds(ctx: Ctx, { account }: About): Promise<Held[]> {
  if (account === null) return []
  const turns = await queries.listSaid(ctx, account)
  return [{ title: '问社工的对话', lines: turns.map(({ by, at, text }) => ({ label: `${turnBy[by as TurnBy]} ${momentWords(at)}`, value: text === '' ? '（图片）' : text })) }]
}
