import type { About, Ctx, Held } from '../../kernel/ctx.ts'

const most = 100

/** The lines somebody has in frozen months, as they stand there: by themself, or by one of their homes. */
export async function holds(ctx: Ctx, { subdistrict, person }: About): Promise<Held[]> {
  if (person === null) return []
  const homes = await ctx.db.selectFrom('residency').select('id').where('subdistrict', '=', subdistrict).where('person', '=', person).execute()
  const rows = await ctx.db.selectFrom('ledger_line').innerJoin('ledger_month', (join) => join.onRef('ledger_month.subdistrict', '=', 'ledger_line.subdistrict').onRef('ledger_month.id', '=', 'ledger_line.month'))
    .select(['ledger_month.name', 'ledger_month.month', 'ledger_month.columns', 'ledger_line.cells']).where('ledger_line.subdistrict', '=', subdistrict).where('ledger_line.key', 'in', [person, ...homes.map(({ id }) => id)])
    .orderBy('ledger_month.month', 'desc').orderBy('ledger_month.name').limit(most).execute()
  return [{ title: '固化的台账', lines: rows.map(({ name, month, columns, cells }) => ({ label: `${name} ${month.slice(0, 7)}`, value: lineOf(columns as { label: string }[], cells as (string | number | null)[]) })) }]
}

const lineOf = (columns: readonly { label: string }[], cells: readonly (string | number | null)[]): string => columns.flatMap(({ label }, at) => (cells[at] === null || cells[at] === undefined || cells[at] === '' ? [] : [`${label}：${cells[at]}`])).join('；')
