import { relationKind, type RelationKind } from '@linli/contract'
import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 200

/** How somebody belongs to others, to homes and to workplaces; who the others are is theirs. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('relation').leftJoin('enterprise', (join) => join.onRef('enterprise.subdistrict', '=', 'relation.subdistrict').onRef('enterprise.id', '=', 'relation.enterprise'))
    .leftJoin('housing', (join) => join.onRef('housing.subdistrict', '=', 'relation.subdistrict').onRef('housing.id', '=', 'relation.housing'))
    .select(['relation.kind', 'relation.since', 'relation.until', 'enterprise.name', 'housing.address']).where('relation.subdistrict', '=', subdistrict).where((is) => is.or([is('relation.person', '=', person), is('relation.relative', '=', person)])).orderBy('relation.created_at', 'desc').limit(most).execute()
  return [{ title: '关系', lines: rows.map(({ kind, since, until, name, address }) => ({ label: relationKind[kind as RelationKind] ?? kind, value: `${[name, address].filter(Boolean).join('，')}${name || address ? '，' : ''}${since ?? '不详'}至${until ?? '今'}` })) }]
}
