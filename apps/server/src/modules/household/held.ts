import type { About, Ctx, Held } from '../../kernel/ctx.ts'

/** The households somebody is or was in. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const rows = await ctx.db.selectFrom('residency').innerJoin('household', (join) => join.onRef('household.subdistrict', '=', 'residency.subdistrict').onRef('household.id', '=', 'residency.household'))
    .select(['household.no', 'household.address', 'household.head', 'household.ended_on']).where('residency.subdistrict', '=', subdistrict).where('residency.person', '=', person).execute()
  return [{ title: '户', lines: rows.map(({ no, address, head, ended_on: ended }) => ({ label: head === person ? '户主' : '成员', value: `${[no && `户号 ${no}`, address].filter(Boolean).join('，')}${ended ? `，${ended} 销户` : ''}` })) }]
}
