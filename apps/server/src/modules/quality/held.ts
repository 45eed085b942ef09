import { flawKind, type FlawKind } from '@linli/contract'
import { dayOf } from '@linli/standards'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

/** What was found wrong with somebody's record. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('flaw').select(['kind', 'since', 'is_open']).where('subdistrict', '=', subdistrict).where('subject', '=', person).orderBy('since', 'desc').execute()
  return [{ title: '数据质量问题', lines: rows.map(({ kind, since, is_open: isOpen }) => ({ label: flawKind[kind as FlawKind] ?? kind, value: `${dayOf(since)}发现${isOpen ? '' : '，已处理'}` })) }]
}
