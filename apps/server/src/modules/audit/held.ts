import type { About, Ctx, Held } from '../../kernel/ctx.ts'
import { wallClock } from './rules.ts'

const most = 200

/** Who looked at somebody's record and changed it: by their posts, for it is not about who they are. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('journal').select(['name', 'at', 'actor_post']).where('subdistrict', '=', subdistrict).where('subject', '=', person).orderBy('at', 'desc').limit(most).execute()
  return [{ title: '查看和修改的记录', lines: rows.map(({ name, at, actor_post: post }) => ({ label: wallClock(at), value: `${ctx.installation.words.get(name) ?? name}（${post ?? '系统'}）` })) }]
}
